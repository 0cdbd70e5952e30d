/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  describeWithServers,
  KubernetesApi,
  startKubernetesApi,
} from '@basewell/testkit';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PluginScene } from './__testUtils__/PluginScene';

jest.setTimeout(120_000);

const cluster = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  name: 'shop-cnpg',
  namespace: 'default',
};
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  name: 'shop-cnpg-1',
  namespace: 'default',
};
const serving = {
  phase: 'Cluster in healthy state',
  instances: 1,
  readyInstances: 1,
  currentPrimary: 'shop-cnpg-1',
  targetPrimary: 'shop-cnpg-1',
  timelineID: 1,
  instancesStatus: { healthy: ['shop-cnpg-1'] },
  conditions: [
    {
      type: 'Ready',
      status: 'True',
      reason: 'ClusterIsReady',
      message: 'Cluster is Ready',
      lastTransitionTime: '2026-11-01T00:05:00Z',
    },
  ],
};

describeWithServers('kubernetes')(
  '/api/databases with a real API server',
  () => {
    let api: KubernetesApi;
    let scene: PluginScene;
    let folder: string;

    beforeAll(async () => {
      api = await startKubernetesApi({ crds: ['cnpg'] });
      folder = await mkdtemp(join(tmpdir(), 'basewell-observing-'));
      const path = join(folder, 'kubeconfig');
      await writeFile(path, api.kubeconfig);
      scene = await PluginScene.start({
        config: {
          databases: {
            kubernetes: { source: 'kubeconfig', kubeconfig: { path } },
            assessment: { contactLimit: '1s' },
          },
        },
      });
    }, 120_000);
    afterAll(async () => {
      await scene?.observatory.stop();
      await scene?.stop();
      await api?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    /** Asks until the answer is as it should be, and says how long that took. */
    async function until(isSo: (body: any) => boolean, path = '/databases') {
      const began = performance.now();
      for (;;) {
        const { body } = await scene.get(path);
        if (isSo(body)) {
          return { body, waited: performance.now() - began };
        }
        if (performance.now() - began > 60_000) {
          throw new Error(`It stays ${JSON.stringify(body, undefined, 2)}`);
        }
        await new Promise(later => setTimeout(later, 20));
      }
    }
    const healthIs = (state: string) => (body: any) =>
      body.items[0]?.lanes.health.state === state;

    it('sees a database come, fail and recover', async () => {
      const { name, namespace, apiVersion, kind } = cluster;
      await api.client.apply({
        apiVersion,
        kind,
        metadata: { name, namespace, labels: { 'basewell.dev/app': 'shop' } },
        spec: { instances: 1, storage: { size: '1Gi' } },
      });
      await api.client.patchStatus(cluster, serving);
      await api.client.apply({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace },
      });
      await api.client.apply({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          name: pod.name,
          namespace,
          labels: {
            'cnpg.io/cluster': name,
            'cnpg.io/podRole': 'instance',
            'cnpg.io/instanceRole': 'primary',
          },
        },
        spec: { containers: [{ name: 'postgres', image: 'postgres' }] },
      });
      await api.client.patchStatus(pod, {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
      });
      const { body } = await until(healthIs('healthy'));
      expect(body.items[0].lanes.backup.state).toBe('none');
      const [{ database }] = body.items;
      expect(database).toMatchObject({ app: 'shop', name, namespace });

      await api.client.patchStatus(cluster, {
        ...serving,
        phase: 'Cluster has incomplete or invalid image catalog',
      });
      const failed = await until(healthIs('failed'));
      // The store waits for 100 ms of it.
      expect(failed.waited).toBeLessThan(2000);
      // An answer may be ahead of the store, which then never saw the failure.
      await scene.observatory.settle();
      await api.client.patchStatus(cluster, serving);
      await until(healthIs('healthy'));

      await scene.observatory.settle();
      const history = await scene.get(
        `/databases/${encodeURIComponent(database.id)}/history`,
      );
      expect(
        history.body.items
          .filter(({ lane }: any) => lane === 'health')
          .map(({ to }: any) => to)
          .slice(0, 2),
      ).toEqual(['healthy', 'failed']);
    });

    it('says that it sees nothing while the API server is away, and recovers by itself', async () => {
      await until(healthIs('healthy'));
      await api.kill();
      const { body } = await until(healthIs('unknown'));
      expect(body.items[0].staleSince).toBeDefined();
      expect(body.items[0].lanes.health.message).toMatch(
        /knowledgeStale|coverage/,
      );
      expect(body.gaps).toEqual([
        expect.objectContaining({ state: 'unreachable' }),
      ]);
      await api.restart();
      const recovered = await until(healthIs('healthy'));
      expect(recovered.body.items[0].staleSince).toBeUndefined();
      await until(({ gaps }) => gaps.length === 0);
    });
  },
);

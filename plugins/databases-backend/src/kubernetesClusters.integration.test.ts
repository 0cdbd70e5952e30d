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
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  cnpgBackup,
  defaultLanes,
  kubernetesKinds,
  observedKinds,
} from '@basewell/plugin-databases-common/domain';
import {
  describeWithServers,
  KubernetesApi,
  startKubernetesApi,
} from '@basewell/testkit';
import { Relay } from './__testUtils__/Relay';
import { PluginScene } from './__testUtils__/PluginScene';
import { allowReading } from './__testUtils__/readerScene';
import {
  KubernetesPluginHost,
  startKubernetesPlugin,
} from './__testUtils__/startKubernetesPlugin';

jest.setTimeout(480_000);

/** A watch whose other end went silently is given up after 90 s. */
const WITHIN_MS = 200_000;

const namespace = 'default';
const group = 'postgresql.cnpg.io/v1';
const kinds = kubernetesKinds(observedKinds(defaultLanes()));
const allButBackups = kinds.filter(({ id }) => id !== cnpgBackup.id);

/**
 * Three Kubernetes clusters of one portal: `near` is the API server, `far` is
 * the same one over a line that can be cut, and `dead` was never there.
 */
describeWithServers('kubernetes')(
  '/api/databases over the Kubernetes plugin',
  () => {
    let api: KubernetesApi;
    let line: Relay;
    let plugin: KubernetesPluginHost;
    let scene: PluginScene;

    beforeAll(async () => {
      api = await startKubernetesApi({ crds: ['cnpg'] });
      line = await Relay.to(api.url);
      const { token } = api.addUser({ name: 'portal' });
      await allowReading(api, 'portal', ...allButBackups);
      const cluster = (name: string, url: string) => ({
        name,
        url,
        caData: Buffer.from(api.ca).toString('base64'),
        authProvider: 'serviceAccount',
        serviceAccountToken: token,
      });
      plugin = await startKubernetesPlugin({
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              cluster('near', api.url),
              cluster('far', line.url),
              cluster('dead', 'https://127.0.0.1:1'),
            ],
          },
        ],
      });
      scene = await PluginScene.start({
        config: {
          databases: {
            kubernetes: { source: 'plugin' },
            assessment: { contactLimit: '1s' },
          },
        },
        features: [
          createServiceFactory({
            service: coreServices.discovery,
            deps: {},
            factory: () => plugin.discovery,
          }),
          createServiceFactory({
            service: coreServices.auth,
            deps: {},
            factory: () =>
              Object.assign(mockServices.auth({ pluginId: 'databases' }), {
                getPluginRequestToken: plugin.auth.getPluginRequestToken,
              }),
          }),
        ],
      });
      await createDatabase('shop-cnpg');
      await createDatabase('blog-cnpg');
    }, 240_000);
    afterAll(async () => {
      await scene?.observatory.stop();
      await scene?.stop();
      await plugin?.stop();
      await line?.stop();
      await api?.stop();
    });

    /** What the operator of a database that serves and is backed up leaves behind. */
    async function createDatabase(name: string): Promise<void> {
      // What is older than the Cluster counts as another one's.
      const now = () => new Date().toISOString();
      const reference = { apiVersion: group, namespace, name };
      const primary = `${name}-1`;
      const barmanObjectStore = {
        destinationPath: 's3://backups/',
        s3Credentials: { inheritFromIAMRole: true },
      };
      await api.client.apply({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace },
      });
      await api.client.apply({
        apiVersion: group,
        kind: 'Cluster',
        metadata: { name, namespace },
        spec: {
          instances: 1,
          storage: { size: '1Gi' },
          backup: { barmanObjectStore },
        },
      });
      await api.client.patchStatus(
        { ...reference, kind: 'Cluster' },
        {
          phase: 'Cluster in healthy state',
          instances: 1,
          readyInstances: 1,
          currentPrimary: primary,
          targetPrimary: primary,
          timelineID: 1,
          instancesStatus: { healthy: [primary] },
          conditions: [
            ['Ready', 'ClusterIsReady'],
            ['ContinuousArchiving', 'ContinuousArchivingSuccess'],
          ].map(([type, reason]) => ({
            type,
            reason,
            status: 'True',
            message: '',
            lastTransitionTime: now(),
          })),
        },
      );
      await api.client.apply({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          name: primary,
          namespace,
          labels: {
            'cnpg.io/cluster': name,
            'cnpg.io/podRole': 'instance',
            'cnpg.io/instanceRole': 'primary',
          },
        },
        spec: { containers: [{ name: 'postgres', image: 'postgres' }] },
      });
      await api.client.patchStatus(
        { apiVersion: 'v1', kind: 'Pod', namespace, name: primary },
        {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      );
      await api.client.apply({
        apiVersion: group,
        kind: 'ScheduledBackup',
        metadata: { name, namespace },
        spec: {
          schedule: '0 0 2 * * *',
          cluster: { name },
          method: 'barmanObjectStore',
        },
      });
      await api.client.apply({
        apiVersion: group,
        kind: 'Backup',
        metadata: { name, namespace },
        spec: { cluster: { name }, method: 'barmanObjectStore' },
      });
      await api.client.patchStatus(
        { ...reference, kind: 'Backup' },
        {
          phase: 'completed',
          method: 'barmanObjectStore',
          startedAt: now(),
          stoppedAt: now(),
        },
      );
    }

    /** `near/shop-cnpg`: `healthy fresh`, and so on. */
    async function states(): Promise<Record<string, string>> {
      const { body } = await scene.get('/databases');
      return Object.fromEntries(
        body.items.map(({ database, lanes }: any) => [
          `${database.kubernetesCluster}/${database.name}`,
          `${lanes.health.state} ${lanes.backup.state}`,
        ]),
      );
    }
    async function gaps(): Promise<Record<string, any>> {
      const { body } = await scene.get('/databases');
      return Object.fromEntries(
        body.gaps.map((gap: any) => [gap.kubernetesCluster, gap]),
      );
    }
    async function until<T>(
      read: () => Promise<T>,
      isSo: (value: T) => boolean,
    ): Promise<T> {
      const began = performance.now();
      for (;;) {
        const value = await read();
        if (isSo(value)) {
          return value;
        }
        if (performance.now() - began > WITHIN_MS) {
          throw new Error(`It stays ${JSON.stringify(value, undefined, 2)}`);
        }
        await new Promise(later => setTimeout(later, 100));
      }
    }
    const all = (near: string, far: string) => ({
      'near/blog-cnpg': near,
      'near/shop-cnpg': near,
      'far/blog-cnpg': far,
      'far/shop-cnpg': far,
    });
    const become = (expected: Record<string, string>) =>
      until(
        states,
        seen =>
          Object.keys(seen).length === Object.keys(expected).length &&
          Object.entries(expected).every(([key, value]) => seen[key] === value),
      );

    it('knows nothing of backups that it may not read, and sees the rest', async () => {
      await become(all('healthy unknown', 'healthy unknown'));
      const { near } = await until(
        gaps,
        found => found.near?.state === 'forbidden',
      );
      expect(near.kinds).toEqual([cnpgBackup.id]);
      const { body } = await scene.get(
        '/databases/cnpg.default.shop-cnpg@near',
      );
      const { summary, findings } = body.item.lanes.backup;
      expect(summary).toMatch(/may not read backups/i);
      expect(findings[0].remedy).toMatch(/verbs list and watch on backups/);

      await allowReading(api, 'portal', ...kinds);
      await become(all('healthy fresh', 'healthy fresh'));
    });

    it('sees both, and names the one that never answered', async () => {
      await become(all('healthy fresh', 'healthy fresh'));
      const seen = await until(gaps, found => Object.keys(found).length === 1);
      expect(seen).toMatchObject({ dead: { state: 'unreachable' } });
    });

    it('loses one of three behind a line that carries nothing, no other, and what it may not read any more', async () => {
      line.cut();
      await become(all('healthy fresh', 'unknown unknown'));
      const seen = await gaps();
      expect(Object.keys(seen).sort()).toEqual(['dead', 'far']);
      expect(seen.far.state).toBe('unreachable');

      // A stream that is open stays open; an API server that comes back asks again.
      await allowReading(api, 'portal', ...allButBackups);
      // Its place in the stream is forgotten before it comes back: a list tells.
      await api.client.delete({
        apiVersion: group,
        kind: 'Cluster',
        namespace,
        name: 'blog-cnpg',
      });
      await api.restart();
      await until(states, seen1 => !('near/blog-cnpg' in seen1));
      expect(await states()).toMatchObject({
        'far/blog-cnpg': 'unknown unknown',
      });
      line.mend();
      // Nothing is known of backups that it may not read any more.
      await become({
        'near/shop-cnpg': 'healthy unknown',
        'far/shop-cnpg': 'healthy unknown',
      });
    });
  },
);

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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  cnpgCluster,
  secretMetadata,
} from '@basewell/plugin-databases-common/domain';
import {
  describeWithServers,
  KubernetesAccess,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import {
  KubernetesPluginHost,
  startKubernetesPlugin,
} from '../__testUtils__/startKubernetesPlugin';
import { CallerSnapshots } from './CallerSnapshots';
import { kubernetesPluginSource } from './kubernetesPluginSource';
import { systemClock } from './ReaderClock';
import { Reader, startReader } from './startReader';

const shop: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { instances: 1, storage: { size: '1Gi' } },
};

describeWithServers('kubernetes')(
  'a reader behind the Kubernetes plugin',
  () => {
    let api: KubernetesApi;
    let portal: KubernetesAccess;
    let person: KubernetesAccess;
    let plugin: KubernetesPluginHost;
    let sink: RecordingSink;
    let reader: Reader | undefined;

    const coverage = (name = 'one') =>
      sink.coverage.get(`${name} ${cnpgCluster.id}`);
    const phases = () =>
      [...sink.facts.values()].map(({ data }: any) => data.status?.phase);

    async function setPhase(phase: string): Promise<void> {
      const { apiVersion, kind, metadata } = shop;
      const { name, namespace } = metadata;
      await api.client.patchStatus(
        { apiVersion, kind, name, namespace },
        { phase },
      );
    }

    function start(silenceLimit?: number): void {
      reader = startReader({
        source: kubernetesPluginSource(plugin),
        kinds: [cnpgCluster],
        sink,
        logger: mockServices.logger.mock(),
        silenceLimit,
      });
    }

    beforeAll(async () => {
      api = await startKubernetesApi({ crds: ['cnpg'] });
      const groups = ['system:masters'];
      portal = api.addUser({ name: 'portal', groups });
      person = api.addUser({ name: 'ada', groups });
      const cluster = {
        url: api.url,
        caData: Buffer.from(api.ca).toString('base64'),
      };
      plugin = await startKubernetesPlugin({
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                ...cluster,
                name: 'one',
                authProvider: 'serviceAccount',
                serviceAccountToken: portal.token,
              },
              {
                ...cluster,
                name: 'theirs',
                authProvider: 'oidc',
                oidcTokenProvider: 'okta',
              },
              {
                name: 'nowhere',
                url: 'https://127.0.0.1:1',
                authProvider: 'serviceAccount',
                serviceAccountToken: 'testkit-token',
              },
            ],
          },
        ],
      });
    }, 180_000);
    beforeEach(async () => {
      sink = new RecordingSink();
      plugin.auth.spoiled = false;
      await api.client.apply(shop);
    });
    afterEach(async () => {
      await reader?.stop();
      reader = undefined;
    });
    afterAll(async () => {
      await plugin?.stop();
      await api?.stop();
    });

    it('sees changes at once, and each Kubernetes cluster for itself', async () => {
      start();
      await sink.until(() => coverage()?.state === 'synced', 60_000);
      const delays: number[] = [];
      for (let count = 0; count < 40; count += 1) {
        const began = performance.now();
        await setPhase(`phase ${count}`);
        await sink.until(() => phases().includes(`phase ${count}`));
        delays.push(performance.now() - began);
      }
      delays.sort((a, b) => a - b);
      // The PATCH itself is in it, and the 10 ms of `until`.
      expect(delays[Math.floor(delays.length * 0.95)]).toBeLessThan(250);

      await sink.until(() => coverage('nowhere')?.state === 'unreachable');
      expect(coverage('nowhere')?.message).toMatch(
        /^The Kubernetes plugin cannot reach the API server: Cluster 'nowhere' request error.*ECONNREFUSED/,
      );
      expect(coverage('theirs')?.state).toBe('on-demand');
      expect(reader?.kubernetesClusters.map(({ name }) => name)).toEqual([
        'one',
        'theirs',
        'nowhere',
      ]);
    }, 90_000);

    it('keeps what it knows when the API server is killed behind the proxy', async () => {
      start();
      await sink.until(() => coverage()?.state === 'synced', 60_000);
      await api.kill();
      const began = performance.now();
      await sink.until(() => coverage()?.state === 'unreachable', 60_000);
      // A probe notices, not the silence of the stream.
      expect(performance.now() - began).toBeLessThan(45_000);
      expect(sink.names('one', cnpgCluster.id)).toEqual(['default/shop']);

      await api.restart();
      await setPhase('back');
      await sink.until(
        () => coverage()?.state === 'synced' && phases().includes('back'),
        60_000,
      );
      expect(sink.removed).toEqual([]);
    }, 180_000);

    it('gets metadata of Secrets alone, for its header arrives', async () => {
      const metadata = { name: 'shop', namespace: 'default' };
      await api.client.apply({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata,
        data: { password: 'b3Blbg==' },
      });
      reader = startReader({
        source: kubernetesPluginSource(plugin),
        kinds: [secretMetadata],
        sink,
        logger: mockServices.logger.mock(),
      });
      await sink.until(
        () => sink.names('one', secretMetadata.id).includes('default/shop'),
        60_000,
      );
      expect(sink.states.get(`one ${secretMetadata.id}`)).not.toContain(
        'failing',
      );
    }, 90_000);

    it('is not disturbed by tokens that expire while a stream is open', async () => {
      start(4_000);
      await sink.until(() => coverage()?.state === 'synced', 60_000);
      plugin.auth.spoiled = true;
      await setPhase('after the token of Backstage');
      await sink.until(() => phases().includes('after the token of Backstage'));
      expect(coverage()?.state).toBe('synced');

      // The stream ends; the next request brings the bad token.
      await sink.until(() => coverage()?.state === 'unauthorized', 60_000);
      expect(coverage()?.message).toMatch(
        /^The Backstage backend does not accept the portal's credentials \(401\)/,
      );
      expect(sink.names('one', cnpgCluster.id)).toEqual(['default/shop']);
      plugin.auth.spoiled = false;
      await sink.until(() => coverage()?.state === 'synced', 90_000);
      expect(sink.removed).toEqual([]);
    }, 180_000);

    it("reads with a person's token when the Kubernetes cluster wants one", async () => {
      let now = Date.now();
      const snapshots = new CallerSnapshots({
        ...plugin,
        kinds: [cnpgCluster],
        clock: { ...systemClock, now: () => now },
      });
      const read = (token: string, who = 'ada') =>
        snapshots.read({
          kubernetesCluster: 'theirs',
          credentials: mockCredentials.user(`user:default/${who}`),
          token,
          tokenProvider: 'oidc-okta',
        });
      // A refusal is not kept.
      expect(await read('testkit-wrong')).toMatchObject({
        facts: [],
        coverage: [{ state: 'unauthorized', objects: 0 }],
      });
      const snapshot = await read(person.token);
      expect(snapshot.coverage).toMatchObject([
        { state: 'synced', objects: 1 },
      ]);
      expect(snapshot.facts).toMatchObject([
        { kubernetesCluster: 'theirs', namespace: 'default', name: 'shop' },
      ]);
      expect(await read(person.token)).toBe(snapshot);
      // What one person saw is nobody else's.
      expect(await read('testkit-wrong', 'grace')).toMatchObject({ facts: [] });
      now += 30_000;
      expect(await read(person.token)).not.toBe(snapshot);
    }, 60_000);

    it('is not disturbed by an API token that is taken away, until the stream ends', async () => {
      start(15_000);
      await sink.until(() => coverage()?.state === 'synced', 60_000);
      api.removeUser(portal.token);
      // The API server remembers a token for 10 s, and a stream keeps its user.
      await new Promise(resolve => {
        setTimeout(resolve, 11_000);
      });
      await setPhase('after the token of Kubernetes');
      await sink.until(() =>
        phases().includes('after the token of Kubernetes'),
      );
      await sink.until(() => coverage()?.state === 'unauthorized', 90_000);
      expect(coverage()?.message).toMatch(
        /^The API server does not accept the portal's credentials \(401\): Unauthorized/,
      );
    }, 180_000);
  },
);

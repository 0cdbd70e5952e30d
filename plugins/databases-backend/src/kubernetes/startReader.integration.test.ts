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

import { mockServices } from '@backstage/backend-test-utils';
import {
  cnpgCluster,
  ObservedKind,
} from '@basewell/plugin-databases-common/domain';
import {
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { createServer, Server } from 'node:net';
import {
  allowReading,
  clusterOf,
  hurriedClock,
  labelledKind,
  sourceOf,
} from '../__testUtils__/readerScene';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { SourcedCluster } from './ClusterSource';
import { Reader, startReader } from './startReader';

// A Kubernetes object can match several selectors of a kind.
const selectors = [{ labels: 'test=a' }, { labels: 'test in (a, b)' }];
const configMap = labelledKind({
  resource: 'configmaps',
  kind: 'ConfigMap',
  selectors,
});
const service = labelledKind({ resource: 'services', kind: 'Service' });
const logger = mockServices.logger.mock();
const shop: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { instances: 1, storage: { size: '1Gi' } },
};

function mapOf(name: string, test: string, value = '1'): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default', labels: { test, value } },
  };
}

describeWithServers('kubernetes')('a reader of real API servers', () => {
  let api: KubernetesApi;
  let reader: Reader | undefined;
  let sink: RecordingSink;

  beforeAll(async () => {
    api = await startKubernetesApi({ crds: ['cnpg'] });
  }, 120_000);
  beforeEach(() => {
    sink = new RecordingSink();
  });
  afterEach(async () => {
    await reader?.stop();
    reader = undefined;
  });
  afterAll(() => api?.stop());

  const state = (kind: ObservedKind, name = 'one') =>
    sink.coverage.get(`${name} ${kind.id}`)?.state;

  it('knows what is there, what comes, what changes and what goes', async () => {
    await api.client.apply(shop);
    reader = startReader({
      source: sourceOf(clusterOf('one', api)),
      kinds: [cnpgCluster, configMap],
      sink,
      logger,
    });
    await sink.until(() => state(cnpgCluster) === 'synced');
    expect(sink.names('one', cnpgCluster.id)).toEqual(['default/shop']);

    const delays: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      const began = performance.now();
      await api.client.patchStatus(
        {
          apiVersion: shop.apiVersion,
          kind: shop.kind,
          name: 'shop',
          namespace: 'default',
        },
        { phase: `phase ${count}` },
      );
      await sink.until(({ facts }) =>
        [...facts.values()].some(
          ({ data }: any) => data?.status?.phase === `phase ${count}`,
        ),
      );
      delays.push(performance.now() - began);
    }
    delays.sort((a, b) => a - b);
    // The PATCH itself is in it, and the 10 ms of `until`.
    expect(delays[Math.floor(delays.length * 0.95)]).toBeLessThan(250);

    await api.client.apply(mapOf('seen-twice', 'a'));
    await sink.until(() =>
      sink.names('one', configMap.id).includes('default/seen-twice'),
    );
    // One of two selectors still sees it.
    await api.client.apply(mapOf('seen-twice', 'b', '2'));
    await sink.until(({ facts }) =>
      [...facts.values()].some(({ data }) => data === '2'),
    );
    expect(sink.removed).toEqual([]);
    await api.client.delete(referenceTo(mapOf('seen-twice', 'b')));
    await sink.until(() => sink.removed.length === 1);
    expect(sink.names('one', configMap.id)).toEqual([]);
    expect(sink.states.get(`one ${cnpgCluster.id}`)).toEqual([
      'syncing',
      'synced',
    ]);
  }, 60_000);

  it('keeps what it knows while the API server is down, and goes on when it is back', async () => {
    await api.client.apply(shop);
    reader = startReader({
      source: sourceOf(clusterOf('one', api)),
      kinds: [cnpgCluster, configMap],
      sink,
      logger,
    });
    await sink.until(
      () => state(cnpgCluster) === 'synced' && state(configMap) === 'synced',
    );

    await api.kill();
    await sink.until(
      () =>
        state(cnpgCluster) === 'unreachable' &&
        state(configMap) === 'unreachable',
    );
    expect(sink.names('one', cnpgCluster.id)).toEqual(['default/shop']);
    const { message, lastSyncedAt } = sink.coverage.get(
      `one ${cnpgCluster.id}`,
    )!;
    expect(message).toMatch(/does not answer \(ECONNREFUSED\)/);
    expect(lastSyncedAt).toBeDefined();

    await api.restart();
    await api.client.apply(mapOf('later', 'a'));
    await sink.until(
      () =>
        state(cnpgCluster) === 'synced' &&
        sink.names('one', configMap.id).includes('default/later'),
      60_000,
    );
    expect(sink.removed).toEqual([]);
    await api.client.delete(referenceTo(mapOf('later', 'a')));
  }, 120_000);

  it('says which right is missing, and notices when it is given and taken', async () => {
    const user = api.addUser({ name: 'portal' });
    await allowReading(api, 'portal', configMap);
    reader = startReader({
      source: sourceOf(clusterOf('one', user)),
      kinds: [configMap, service],
      sink,
      logger,
      silenceLimit: 2_000,
    });
    await sink.until(
      () => state(configMap) === 'synced' && state(service) === 'forbidden',
    );
    expect(sink.coverage.get('one services')?.message).toMatch(
      /does not let the portal list and watch services \(403\): services is forbidden: User "portal" cannot watch resource "services"/,
    );

    await allowReading(api, 'portal', service);
    await sink.until(
      () => state(configMap) === 'forbidden' && state(service) === 'synced',
      60_000,
    );

    api.removeUser(user.token);
    await sink.until(() => state(service) === 'unauthorized', 60_000);
  }, 150_000);

  it('does not let a dead Kubernetes cluster delay another', async () => {
    await api.client.apply(shop);
    const blackHole: Server = createServer(() => {});
    await new Promise<void>(resolve => {
      blackHole.listen(0, '127.0.0.1', resolve);
    });
    const { port } = blackHole.address() as { port: number };
    const dead = clusterOf('dead', {
      ...api,
      kubeconfig: api.kubeconfig.replace(api.url, `http://127.0.0.1:${port}`),
    });
    const began = performance.now();
    reader = startReader({
      source: sourceOf(dead, clusterOf('one', api), clusterOf('two', api)),
      kinds: [cnpgCluster],
      sink,
      logger,
    });
    await sink.until(
      () =>
        state(cnpgCluster, 'one') === 'synced' &&
        state(cnpgCluster, 'two') === 'synced',
    );
    expect(performance.now() - began).toBeLessThan(3_000);
    await sink.until(
      () => state(cnpgCluster, 'dead') === 'unreachable',
      40_000,
    );
    expect(sink.names('dead', cnpgCluster.id)).toEqual([]);
    expect(sink.names('one', cnpgCluster.id)).toEqual(['default/shop']);
    await reader.stop();
    reader = undefined;
    blackHole.close();
  }, 90_000);

  it('notices Kubernetes clusters that come and go', async () => {
    const clusters: SourcedCluster[] = [
      clusterOf('one', api),
      { name: 'theirs', access: 'caller', tokenProvider: 'oidc' },
    ];
    reader = startReader({
      source: { list: async () => [...clusters] },
      kinds: [cnpgCluster],
      sink,
      logger,
      clock: hurriedClock(60),
    });
    await sink.until(() => state(cnpgCluster) === 'synced');
    expect(state(cnpgCluster, 'theirs')).toBe('on-demand');

    clusters[1] = clusterOf('theirs', api);
    await sink.until(() => state(cnpgCluster, 'theirs') === 'synced');
    clusters.pop();
    await sink.until(() => sink.forgotten.length === 2);
    expect(sink.forgotten).toEqual(['theirs', 'theirs']);
    expect(sink.names('theirs', cnpgCluster.id)).toEqual([]);
    expect(state(cnpgCluster)).toBe('synced');
  }, 60_000);

  it('refuses to read secrets', () => {
    expect(() =>
      startReader({
        source: sourceOf(),
        kinds: [labelledKind({ resource: 'secrets', kind: 'Secret' })],
        sink,
        logger,
      }),
    ).toThrow('Secrets are never read');
  });
});

function referenceTo({ apiVersion, kind, metadata }: KubernetesObject) {
  const { name, namespace } = metadata;
  return { apiVersion, kind, name, namespace };
}

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

import { KubeObject } from './KubeObject';
import { ObjectLog } from './ObjectLog';
import { servedResources } from './servedResources';
import {
  KubernetesServer,
  startKubernetesServer,
} from './startKubernetesServer';

const TOKEN = 'test-token-not-a-secret';
const CLUSTERS = '/apis/postgresql.cnpg.io/v1/clusters';
const clusters = servedResources.find(({ kind }) => kind === 'Cluster')!;

function cluster(
  name: string,
  labels: Record<string, string> = {},
): KubeObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name, namespace: 'databases', labels },
  };
}

describe('the demo Kubernetes API', () => {
  let log: ObjectLog;
  let server: KubernetesServer;

  beforeEach(async () => {
    log = new ObjectLog({ first: 100 });
    ['a', 'b', 'c'].forEach(name => log.put(clusters, cluster(name)));
    server = await startKubernetesServer({
      port: 0,
      kubernetesClusters: new Map([
        [
          'prod',
          { log, token: TOKEN, resources: servedResources, bookmarkEvery: 50 },
        ],
      ]),
    });
  });
  afterEach(() => server.stop());

  function ask(path: string, init: RequestInit = {}) {
    return fetch(`${server.url}/prod${path}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
      ...init,
    });
  }
  const json = async (path: string) => (await ask(path)).json();

  /** The first lines of a watch. */
  async function watch(query: string, count: number, meanwhile = () => {}) {
    const abort = new AbortController();
    const response = await ask(`${CLUSTERS}?watch=true&${query}`, {
      signal: abort.signal,
    });
    expect(response.status).toBe(200);
    meanwhile();
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as any) {
      text += decoder.decode(chunk, { stream: true });
      if (text.split('\n').length > count) {
        break;
      }
    }
    abort.abort();
    return text
      .split('\n')
      .slice(0, count)
      .map(line => JSON.parse(line))
      .map(({ type, object }) => [
        type,
        object.metadata?.name ?? object.code ?? object.metadata.annotations,
        object.metadata?.resourceVersion,
      ]);
  }

  it.each([
    [
      'the wrong token',
      CLUSTERS,
      { headers: { authorization: 'Bearer x' } },
      401,
      'Unauthorized',
    ],
    ['no token', '/api', { headers: {} }, 401, 'Unauthorized'],
    ['a write', CLUSTERS, { method: 'POST' }, 405, 'MethodNotAllowed'],
    ['secrets', '/api/v1/secrets', {}, 404, 'NotFound'],
    [
      'another version',
      '/apis/postgresql.cnpg.io/v2/clusters',
      {},
      404,
      'NotFound',
    ],
    [
      'an object that is not there',
      '/apis/postgresql.cnpg.io/v1/namespaces/databases/clusters/z',
      {},
      404,
      'NotFound',
    ],
    [
      'a selector that is none',
      `${CLUSTERS}?labelSelector=a%20b`,
      {},
      400,
      'BadRequest',
    ],
    [
      'a bad continue token',
      `${CLUSTERS}?limit=1&continue=%7B`,
      {},
      400,
      'BadRequest',
    ],
    ['a bad limit', `${CLUSTERS}?limit=-1`, {}, 400, 'BadRequest'],
    [
      'a version of the future',
      `${CLUSTERS}?watch=true&resourceVersion=999`,
      {},
      504,
      'Timeout',
    ],
    [
      'a stream without bookmarks',
      `${CLUSTERS}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan`,
      {},
      422,
      'Invalid',
    ],
    [
      'a stream without a match',
      `${CLUSTERS}?watch=true&sendInitialEvents=true&allowWatchBookmarks=true`,
      {},
      422,
      'Invalid',
    ],
  ] as const)(
    'answers %s with a Status',
    async (_, path, init, code, reason) => {
      const response = await ask(path, {
        headers: { authorization: `Bearer ${TOKEN}` },
        ...(init as RequestInit),
      });
      expect(response.status).toBe(code);
      expect(await response.json()).toMatchObject({
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        code,
        reason,
      });
    },
  );

  it('says what it serves', async () => {
    expect(
      (await json('/apis')).groups.map((group: any) => group.name),
    ).toEqual(
      expect.arrayContaining(['postgresql.cnpg.io', 'argoproj.io', 'apps']),
    );
    expect(await json('/apis/postgresql.cnpg.io')).toMatchObject({
      kind: 'APIGroup',
      preferredVersion: { groupVersion: 'postgresql.cnpg.io/v1' },
    });
    const core = await json('/api/v1');
    expect(core.groupVersion).toBe('v1');
    expect(core.resources).toContainEqual(
      expect.objectContaining({ name: 'nodes', namespaced: false }),
    );
  });

  it('lists in pages that show one version', async () => {
    const first = await json(`${CLUSTERS}?limit=2`);
    expect(first.metadata).toMatchObject({
      resourceVersion: '103',
      remainingItemCount: 1,
    });
    log.delete(clusters, { namespace: 'databases', name: 'c' });
    const next = `limit=2&continue=${first.metadata.continue}`;
    const second = await json(`${CLUSTERS}?${next}`);
    expect(second.metadata).toEqual({ resourceVersion: '103' });
    expect(
      [...first.items, ...second.items].map(({ metadata }) => metadata.name),
    ).toEqual(['a', 'b', 'c']);
    log.compact();
    expect((await ask(`${CLUSTERS}?${next}`)).status).toBe(410);
  });

  it('streams a list, a bookmark, and what follows', async () => {
    const options =
      'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';
    const lines = await watch(options, 6, () => {
      log.put(clusters, cluster('b', { tier: 'db' }));
    });
    expect(lines).toEqual([
      ['ADDED', 'a', '101'],
      ['ADDED', 'b', '102'],
      ['ADDED', 'c', '103'],
      ['BOOKMARK', { 'k8s.io/initial-events-end': 'true' }, '103'],
      ['MODIFIED', 'b', '104'],
      ['BOOKMARK', undefined, '104'],
    ]);
  });

  it('goes on where a watch has stopped', async () => {
    log.delete(clusters, { namespace: 'databases', name: 'a' });
    expect(await watch('resourceVersion=102', 2)).toEqual([
      ['ADDED', 'c', '103'],
      ['DELETED', 'a', '104'],
    ]);
  });

  it('says within the watch that a version is too old', async () => {
    expect(await watch('resourceVersion=7', 1)).toEqual([
      ['ERROR', 410, undefined],
    ]);
  });

  it('lets an object come and go with its labels', async () => {
    const lines = await watch(
      'labelSelector=tier%3Ddb&resourceVersion=103',
      3,
      () => {
        log.put(clusters, cluster('a', { tier: 'db' }));
        log.put(clusters, cluster('a', { tier: 'db', more: 'x' }));
        log.put(clusters, cluster('a'));
      },
    );
    expect(lines.map(([type]) => type)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
    ]);
  });

  it('ends a watch when its time is over', async () => {
    const response = await ask(`${CLUSTERS}?watch=true&timeoutSeconds=1`);
    expect((await response.text()).trim().split('\n')).toHaveLength(3);
  });

  it('breaks connections to a Kubernetes cluster that it does not have', async () => {
    await expect(fetch(`${server.url}/legacy/api`)).rejects.toThrow(
      'fetch failed',
    );
  });
});

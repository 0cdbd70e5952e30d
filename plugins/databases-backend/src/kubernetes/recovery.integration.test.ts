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
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { connect, createServer, Socket } from 'node:net';
import {
  clusterOf,
  directTransport,
  hurriedClock,
  labelledKind,
  sourceOf,
} from '../__testUtils__/readerScene';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { ClusterTransport } from './ClusterTransport';
import { Reader, ReaderOptions, startReader } from './startReader';

const configMap = labelledKind({ resource: 'configmaps', kind: 'ConfigMap' });
const group = 'test.basewell.dev';
const widget = labelledKind({
  resource: 'widgets',
  kind: 'Widget',
  group,
  versions: ['v2', 'v1'],
});

function mapOf(name: string, value = '1'): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default', labels: { value } },
  };
}

function definitionOf(...versions: readonly string[]): KubernetesObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `widgets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets', singular: 'widget' },
      versions: versions.map((name, index) => ({
        name,
        served: true,
        storage: index === 0,
        schema: { openAPIV3Schema: { type: 'object' } },
      })),
    },
  };
}

describeWithServers('kubernetes')('a reader after a failure', () => {
  let api: KubernetesApi;
  let sink: RecordingSink;
  let reader: Reader | undefined;
  const state = (kind = configMap) =>
    sink.coverage.get(`one ${kind.id}`)?.state;
  const maps = () => sink.names('one', configMap.id);
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    name: `widgets.${group}`,
  };

  function start(
    options: Pick<ReaderOptions, 'kinds'> & Partial<ReaderOptions>,
  ): void {
    reader = startReader({
      source: sourceOf(clusterOf('one', api)),
      sink,
      logger: mockServices.logger.mock(),
      ...options,
    });
  }

  beforeAll(async () => {
    api = await startKubernetesApi();
  }, 120_000);
  beforeEach(() => {
    sink = new RecordingSink();
  });
  afterEach(async () => {
    await reader?.stop();
    reader = undefined;
  });
  afterAll(() => api?.stop());

  it('lists again when the API server has forgotten its place, and only then loses what is gone', async () => {
    await api.client.apply(mapOf('stays'));
    await api.client.apply(mapOf('goes'));
    // What it remembers of the past is in its memory only.
    await api.restart();
    const direct = directTransport(api);
    let forgets = false;
    let lists = 0;
    const transport: ClusterTransport = {
      request(path, options) {
        lists += Number(path.includes('sendInitialEvents'));
        // The streams end soon, so that there are new ones.
        const soon = path.replace(/timeoutSeconds=\d+/, 'timeoutSeconds=2');
        return direct.request(
          forgets
            ? soon.replace(/resourceVersion=\d+/, 'resourceVersion=1')
            : soon,
          options,
        );
      },
    };
    start({
      source: sourceOf({ name: 'one', access: 'portal', transport }),
      kinds: [configMap],
    });
    await sink.until(() => maps().includes('default/goes'));
    await sink.until(() => state() === 'synced');
    expect(lists).toBe(1);

    forgets = true;
    await sink.until(() => lists === 2, 40_000);
    forgets = false;
    await api.client.delete({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'goes',
      namespace: 'default',
    });
    await sink.until(() => !maps().includes('default/goes'));
    expect(maps()).toContain('default/stays');
    expect(sink.states.get('one configmaps')).toEqual(['syncing', 'synced']);
  }, 90_000);

  it('reads by pages from a server that does not stream lists', async () => {
    for (let count = 0; count < 130; count += 1) {
      await api.client.apply(mapOf(`page-${count}`));
    }
    const direct = directTransport(api);
    const transport: ClusterTransport = {
      // An API server without the feature answers 422 to this word.
      request: (path, options) =>
        direct.request(
          path.replace(
            'resourceVersionMatch=NotOlderThan',
            'resourceVersionMatch=Exact',
          ),
          options,
        ),
    };
    start({
      source: sourceOf({ name: 'one', access: 'portal', transport }),
      kinds: [configMap],
    });
    await sink.until(() => state() === 'synced');
    expect(maps().filter(name => name.includes('page-'))).toHaveLength(130);
    await api.client.apply(mapOf('page-0', '2'));
    await sink.until(({ facts }) =>
      [...facts.values()].some(({ data }) => data === '2'),
    );
  }, 90_000);

  it('does not wait for ever on a connection of which the other end is gone', async () => {
    let frozen = false;
    const sockets: Socket[] = [];
    const server = createServer(socket => {
      const { hostname, port } = new URL(api.url);
      const onward = connect(Number(port), hostname);
      sockets.push(socket, onward);
      const broken = frozen;
      const relay = (from: Socket, to: Socket) =>
        from.on('data', data => {
          if (frozen === broken) {
            to.write(data);
          }
        });
      relay(socket, onward);
      relay(onward, socket);
      socket.on('error', () => {});
      onward.on('error', () => {});
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    const through = {
      ...api,
      kubeconfig: api.kubeconfig.replace(
        /127\.0\.0\.1:\d+/,
        `127.0.0.1:${port}`,
      ),
    };
    start({
      source: sourceOf(clusterOf('one', through)),
      kinds: [configMap],
      silenceLimit: 3_000,
    });
    await sink.until(() => state() === 'synced');
    // What is open stays open and carries nothing; new connections work.
    frozen = true;
    await api.client.apply(mapOf('unheard'));
    await sink.until(() => maps().includes('default/unheard'), 60_000);
    expect(sink.removed).toEqual([]);
    await reader?.stop();
    reader = undefined;
    sockets.forEach(socket => socket.destroy());
    server.close();
  }, 90_000);

  it('notices a kind that is installed, changes its versions, and is taken away', async () => {
    start({ kinds: [widget], clock: hurriedClock(60) });
    await sink.until(() => state(widget) === 'absent');
    expect(sink.coverage.get(`one ${widget.id}`)?.message).toMatch(
      /does not serve widgets\.test\.basewell\.dev\. Install its CRD/,
    );

    await api.client.apply(definitionOf('v3'));
    await sink.until(() => state(widget) === 'failing');
    expect(sink.coverage.get(`one ${widget.id}`)?.message).toMatch(
      /as v3 only, and v2, v1 is what this portal understands/,
    );

    await api.client.apply(definitionOf('v3', 'v1'));
    await sink.until(() => state(widget) === 'synced', 40_000);
    await api.client.apply({
      apiVersion: `${group}/v1`,
      kind: 'Widget',
      metadata: { name: 'w', namespace: 'default', labels: { value: '1' } },
    });
    await sink.until(() => sink.names('one', widget.id).length === 1);

    await api.client.delete(definition);
    await sink.until(() => state(widget) === 'absent', 60_000);
    expect(sink.names('one', widget.id)).toEqual([]);
  }, 120_000);
});

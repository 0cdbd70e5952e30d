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

const pods = servedResources.find(({ id }) => id === 'pods')!;
const nodes = servedResources.find(({ id }) => id === 'nodes')!;

function pod(name: string, more: object = {}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    ...more,
  };
}

const names = (objects: readonly KubeObject[]) =>
  objects.map(({ metadata }) => metadata.name);

describe('ObjectLog', () => {
  it('counts changes, and none where nothing changes', () => {
    const log = new ObjectLog({ first: 100 });
    log.put(pods, pod('a'));
    log.put(pods, pod('a'));
    log.put(pods, pod('a', { status: { phase: 'Running' } }));
    log.put(pods, pod('a', { spec: { nodeName: 'n' } }));
    log.delete(pods, { namespace: 'default', name: 'a' });
    log.delete(pods, { namespace: 'default', name: 'a' });
    expect(
      log
        .since(100)
        .map(({ type, object: { metadata } }) => [
          type,
          metadata.resourceVersion,
          metadata.generation,
        ]),
    ).toEqual([
      ['ADDED', '101', 1],
      ['MODIFIED', '102', 1],
      ['MODIFIED', '103', 2],
      ['DELETED', '104', 2],
    ]);
  });

  it('shows a kind as it was at a version', () => {
    const log = new ObjectLog({ first: 1 });
    log.put(pods, pod('b'));
    log.put(nodes, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } });
    log.put(pods, pod('a'));
    log.delete(pods, { namespace: 'default', name: 'b' });
    expect([1, 2, 3, 4, 5].map(at => names(log.list(pods, at)))).toEqual([
      [],
      ['b'],
      ['b'],
      ['a', 'b'],
      ['a'],
    ]);
  });

  it('forgets what is older than it keeps', () => {
    const log = new ObjectLog({ first: 10, keep: 2 });
    for (const phase of ['Pending', 'Running', 'Succeeded']) {
      log.put(pods, pod('a', { status: { phase } }));
    }
    expect(log.since(11)).toHaveLength(2);
    expect(() => log.since(10)).toThrow('too old resource version: 10 (11)');
    log.compact();
    expect(() => log.since(12)).toThrow('too old');
    expect(log.since(13)).toEqual([]);
  });
});

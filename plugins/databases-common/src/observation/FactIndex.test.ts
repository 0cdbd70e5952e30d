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

import fc from 'fast-check';
import { Coverage, Fact } from '../model';
import { FactIndex } from './FactIndex';
import { observedKinds } from './observedKinds';
import { ObservedKind } from './ObservedKind';

interface Owned {
  readonly owners: readonly string[];
}

function kindOf(id: string): ObservedKind<Owned> {
  return {
    id,
    group: '',
    versions: ['v1'],
    resource: id,
    kind: 'Thing',
    namespaced: true,
    feeds: 'Nothing.',
    lane: 'health',
    project: () => undefined,
    keys: ({ data }) => data.owners,
  };
}

const things = kindOf('things');
const others = kindOf('others');

function fact(
  name: string,
  owners: readonly string[],
  kubernetesCluster = 'prod',
): Fact<Owned> {
  return {
    kind: 'things',
    kubernetesCluster,
    namespace: 'a',
    name,
    observedAt: '2026-11-21T09:00:00Z',
    data: { owners },
  };
}

/** An index in which a reader has looked at one key. */
function readBy(read: (view: ReturnType<FactIndex['view']>) => unknown) {
  const index = new FactIndex([things, others]);
  const dependencies = new Set<string>();
  read(index.view('prod', dependency => dependencies.add(dependency)));
  const reaches = (changed: readonly string[]) =>
    changed.some(dependency => dependencies.has(dependency));
  return { index, reaches };
}

describe('FactIndex', () => {
  it('finds facts by key, in the order of their names', () => {
    const index = new FactIndex([things]);
    index.put(fact('b', ['shop']));
    index.put(fact('a', ['shop', 'cart']));
    index.put(fact('c', ['shop'], 'stage'));
    const view = index.view('prod');
    expect(view.of(things, 'shop').map(({ name }) => name)).toEqual(['a', 'b']);
    expect(view.of(things, 'cart').map(({ name }) => name)).toEqual(['a']);
    expect(view.of(things, 'none')).toEqual([]);
    expect(view.everywhere(things, 'shop').map(({ name }) => name)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect([...index.list('stage', things)].map(({ name }) => name)).toEqual([
      'c',
    ]);
    expect(view.of(others, 'shop')).toEqual([]);
    expect(index.size).toBe(3);
  });

  it('has each fact by its name, as it was seen last', () => {
    const index = new FactIndex([things]);
    const last = fact('a', ['cart']);
    index.put(fact('a', ['shop']));
    index.put(last);
    expect(index.get(fact('a', []))).toBe(last);
    expect(index.get({ ...last, kind: 'others' })).toBeUndefined();
    expect(index.get(fact('a', [], 'stage'))).toBeUndefined();
    index.remove(last);
    expect(index.get(last)).toBeUndefined();
  });

  it('forgets a Kubernetes cluster alone, and tells who looked there', () => {
    const { index, reaches } = readBy(view => view.of(things, 'shop'));
    index.put(fact('a', ['shop']));
    index.put(fact('b', ['shop'], 'stage'));
    index.cover(coverage('synced'));
    expect(reaches(index.forget('stage'))).toBe(false);
    expect(reaches(index.forget('prod'))).toBe(true);
    expect(index.size).toBe(0);
    expect(index.coverages()).toEqual([]);
  });

  it.each([
    {
      reason: 'a fact appears under a key that found nothing',
      read: view => view.of(things, 'shop'),
      change: index => index.put(fact('a', ['shop'])),
      reached: true,
    },
    {
      reason: 'a fact of another key appears',
      read: view => view.of(things, 'shop'),
      change: index => index.put(fact('a', ['cart'])),
      reached: false,
    },
    {
      reason: 'another kind was looked at, of what belongs together',
      read: view => view.of(others, 'shop'),
      change: index => index.put(fact('a', ['shop'])),
      reached: true,
    },
    {
      reason: 'a fact moves away from the key',
      read: view => view.of(things, 'shop'),
      change: index => {
        index.put(fact('a', ['shop']));
        return index.put(fact('a', ['cart']));
      },
      reached: true,
    },
    {
      reason: 'a fact moves to the key',
      read: view => view.of(things, 'shop'),
      change: index => {
        index.put(fact('a', ['cart']));
        return index.put(fact('a', ['shop']));
      },
      reached: true,
    },
    {
      reason: 'a fact comes again with nothing new but its version',
      read: view => view.of(things, 'shop'),
      change: index => {
        index.put({ ...fact('a', ['shop']), resourceVersion: '1' });
        return index.put({
          ...fact('a', ['shop']),
          resourceVersion: '2',
          observedAt: '2026-11-21T10:00:00Z',
        });
      },
      reached: false,
    },
    {
      reason: 'an object is replaced by another one that looks the same',
      read: view => view.of(things, 'shop'),
      change: index => {
        index.put({ ...fact('a', ['shop']), uid: 'first' });
        return index.put({ ...fact('a', ['shop']), uid: 'second' });
      },
      reached: true,
    },
    {
      reason: 'it is being deleted',
      read: view => view.of(things, 'shop'),
      change: index => {
        index.put(fact('a', ['shop']));
        return index.put({
          ...fact('a', ['shop']),
          deletedAt: '2026-11-21T10:00:00Z',
        });
      },
      reached: true,
    },
    {
      reason: 'a fact goes',
      read: view => view.of(things, 'shop'),
      change: index => {
        index.put(fact('a', ['shop']));
        return index.remove(fact('a', []));
      },
      reached: true,
    },
    {
      reason: 'a fact goes that was not there',
      read: view => view.of(things, 'shop'),
      change: index => index.remove(fact('a', ['shop'])),
      reached: false,
    },
    {
      reason: 'it happens in another Kubernetes cluster',
      read: view => view.of(things, 'shop'),
      change: index => index.put(fact('a', ['shop'], 'stage')),
      reached: false,
    },
    {
      reason: 'it happens in another Kubernetes cluster, and all were asked',
      read: view => view.everywhere(things, 'shop'),
      change: index => index.put(fact('a', ['shop'], 'stage')),
      reached: true,
    },
    {
      reason: 'the coverage of the kind changes',
      read: view => view.coverage(things),
      change: index => index.cover(coverage('forbidden')),
      reached: true,
    },
    {
      reason: 'the coverage of another Kubernetes cluster was looked at',
      read: view => view.coverage(things, 'stage'),
      change: index => index.cover(coverage('forbidden')),
      reached: false,
    },
    {
      reason: 'the coverage of that kind changes in another Kubernetes cluster',
      read: view => view.coverage(things, 'stage'),
      change: index =>
        index.cover({ ...coverage('synced'), kubernetesCluster: 'stage' }),
      reached: true,
    },
    {
      reason: 'the coverage of another kind changes in another one',
      read: view => view.coverage(others, 'stage'),
      change: index =>
        index.cover({ ...coverage('synced'), kubernetesCluster: 'stage' }),
      reached: false,
    },
    {
      reason: 'another Kubernetes cluster, whose coverage was looked at, goes',
      read: view => view.coverage(things, 'stage'),
      change: index => {
        index.cover({ ...coverage('synced'), kubernetesCluster: 'stage' });
        return index.forget('stage');
      },
      reached: true,
    },
    {
      reason: 'only the number of objects changes',
      read: view => view.coverage(things),
      change: index => {
        index.cover(coverage('synced'));
        return index.cover({ ...coverage('synced'), objects: 7 });
      },
      reached: false,
    },
  ] as readonly {
    reason: string;
    read: (view: ReturnType<FactIndex['view']>) => unknown;
    change: (index: FactIndex) => readonly string[];
    reached: boolean;
  }[])('reaches a reader ($reached): $reason', ({ read, change, reached }) => {
    const { index, reaches } = readBy(read);
    expect(reaches(change(index))).toBe(reached);
  });

  it('takes a kind that nobody has covered for syncing', () => {
    const index = new FactIndex([things]);
    expect(index.view('prod').coverage(things).state).toBe('syncing');
    index.cover(coverage('synced'));
    expect(index.view('prod').coverage(things).state).toBe('synced');
    expect(index.view('stage').coverage(things).state).toBe('syncing');
    expect(index.view('stage').coverage(things, 'prod').state).toBe('synced');
  });

  it('finds exactly what a search through all facts finds', () => {
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      cluster: fc.constantFrom('prod', 'stage'),
      owners: fc.option(
        fc.uniqueArray(fc.constantFrom('shop', 'cart', 'mail')),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const index = new FactIndex([things]);
        const all = new Map<string, Fact<Owned>>();
        for (const { name, cluster, owners } of steps) {
          const own = fact(name, owners ?? [], cluster);
          if (owners) {
            index.put(own);
            all.set(`${cluster} ${name}`, own);
          } else {
            index.remove(own);
            all.delete(`${cluster} ${name}`);
          }
        }
        for (const key of ['shop', 'cart', 'mail']) {
          const expected = [...all.values()]
            .filter(
              ({ data, kubernetesCluster }) =>
                data.owners.includes(key) && kubernetesCluster === 'prod',
            )
            .map(({ name }) => name)
            .sort();
          expect(
            index
              .view('prod')
              .of(things, key)
              .map(({ name }) => name),
          ).toEqual(expected);
        }
        expect(index.size).toBe(all.size);
      }),
    );
  });
});

describe('observedKinds', () => {
  it('has each kind once, in the order in which they are named', () => {
    expect(
      observedKinds([
        { observes: [things, others] },
        { observes: [others, things] },
      ]),
    ).toEqual([things, others]);
  });
});

function coverage(state: Coverage['state']): Coverage {
  return {
    kubernetesCluster: 'prod',
    kind: 'things',
    state,
    since: '2026-11-21T09:00:00Z',
    objects: 0,
  };
}

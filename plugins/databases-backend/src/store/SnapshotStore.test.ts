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

import { vaultEntry } from '@basewell/plugin-databases-common/domain';
import {
  toyCoverage,
  toyDatabase,
  toyDatabases,
  toyEngine,
  toyPod,
  toyPods,
} from '../__testUtils__/facts';
import { StoreScene } from '../__testUtils__/StoreScene';

const shop = 'toy.databases.shop@north';
const till = 'toy.databases.till@north';

describe('SnapshotStore', () => {
  let scene: StoreScene;
  beforeEach(() => {
    scene = new StoreScene();
  });
  afterEach(() => scene.store.stop());

  it('knows nothing until everything was seen once', async () => {
    const { store } = scene;
    store.put(toyDatabase('shop'));
    store.cover(toyCoverage(toyDatabases));
    await store.settle();
    expect(scene.health()).toEqual({ shop: 'unknown' });
    expect(store.judge(shop)).toMatchObject({
      complete: false,
      verdicts: {
        health: { state: 'unknown', findings: [{ rule: 'knowledge-syncing' }] },
      },
    });
    expect(store.assessments).toBe(0);

    store.cover(toyCoverage(toyPods, 'syncing'));
    await store.settle();
    expect(scene.health()).toEqual({ shop: 'unknown' });

    store.cover(toyCoverage(toyPods));
    await store.settle();
    expect(scene.health()).toEqual({ shop: 'healthy' });
    expect(scene.remembered).toHaveLength(1);
  });

  it('takes a database for gone only when its own kind is seen', async () => {
    const { store } = await scene.seen([toyDatabase('shop')]);
    expect([shop, till].map(id => store.isGone(id))).toEqual([false, true]);
    expect(store.isGone('toy.databases.till@south')).toBe(false);
    expect(store.isGone('other.databases.till@north')).toBe(false);
    store.cover(toyCoverage(toyPods, 'forbidden'));
    expect(store.isGone(till)).toBe(true);
    store.cover(toyCoverage(toyDatabases, 'failing'));
    expect(store.isGone(till)).toBe(false);
  });

  it('takes no Vault for a Kubernetes cluster', async () => {
    const { store } = await scene.seen([toyDatabase('shop')]);
    const contacts = store.contacts();
    const before = store.assessments;
    store.cover({
      ...toyCoverage(vaultEntry, 'synced'),
      kubernetesCluster: 'vault:main',
      lastSyncedAt: '2026-11-21T11:00:00.000Z',
    });
    await store.settle();
    expect(store.contacts()).toEqual(contacts);
    expect(store.assessments).toBe(before);
    expect(scene.health()).toEqual({ shop: 'healthy' });

    store.put({
      kind: vaultEntry.id,
      kubernetesCluster: 'vault:main',
      name: 'kv/shop',
      observedAt: '2026-11-21T11:00:00.000Z',
      data: { mount: 'kv', path: 'shop', entry: { type: 'kv', version: 1 } },
    });
    expect([...store.facts(vaultEntry)].map(({ name }) => name)).toEqual([
      'kv/shop',
    ]);
    store.forget('vault:main');
    expect([...store.facts(vaultEntry)]).toEqual([]);
    expect(scene.health()).toEqual({ shop: 'healthy' });
  });

  it('judges again exactly those whose rules looked at what changed', async () => {
    const { store } = await scene.seen([
      toyDatabase('shop'),
      toyDatabase('till'),
      toyPod('shop-1', 'shop', true),
      toyPod('till-1', 'till', true),
    ]);
    const before = store.assessments;
    scene.changes.length = 0;

    store.put(toyPod('till-1', 'till', false));
    store.put(toyPod('till-2', 'till', true));
    await store.settle();

    expect(store.assessments - before).toBe(1);
    expect(scene.changes.map(({ id }) => id)).toEqual([till]);
    expect(scene.health()).toEqual({ shop: 'healthy', till: 'degraded' });

    store.remove(toyPod('till-1', 'till', false));
    await store.settle();
    expect(store.assessments - before).toBe(2);
    expect(scene.health()).toEqual({ shop: 'healthy', till: 'healthy' });
  });

  it('judges nothing again when a list or an operator repeats what is known', async () => {
    const facts = [toyDatabase('shop'), toyPod('shop-1', 'shop', true)];
    const { store } = await scene.seen(facts);
    const before = store.assessments;
    scene.changes.length = 0;
    for (const fact of facts) {
      store.put({
        ...fact,
        resourceVersion: '7',
        observedAt: '2026-11-21T12:00:00.000Z',
      });
    }
    await store.settle();
    expect(store.assessments).toBe(before);
    expect(scene.changes).toEqual([]);

    store.put(toyDatabase('shop', { owner: 'group:default/web' }));
    await store.settle();
    expect(store.assessments - before).toBe(1);
    expect(store.row(shop)?.identity.owner).toBe('group:default/web');
  });

  it('follows a pod that moves to another database', async () => {
    const { store } = await scene.seen([
      toyDatabase('shop'),
      toyDatabase('till'),
      toyPod('pod', 'shop', false),
    ]);
    expect(scene.health()).toEqual({ shop: 'degraded', till: 'healthy' });
    store.put(toyPod('pod', 'till', false));
    await store.settle();
    expect(scene.health()).toEqual({ shop: 'healthy', till: 'degraded' });
  });

  it('remembers since when, before the rules ask', async () => {
    const { store } = await scene.seen([
      toyDatabase('shop'),
      toyPod('shop-1', 'shop', true),
    ]);
    scene.later(60);
    store.put(toyPod('shop-1', 'shop', false));
    await store.settle();
    expect(store.judge(shop).verdicts.health?.since).toBe(
      '2026-11-21T12:01:00.000Z',
    );
    expect(scene.remembered.at(-1)).toEqual({
      database: shop,
      key: 'pods',
      value: 'down',
      since: '2026-11-21T12:01:00.000Z',
      previous: { value: 'up', until: '2026-11-21T12:01:00.000Z' },
    });
  });

  it('changes by itself when the time has come, and not before', async () => {
    jest.useFakeTimers({ now: scene.now, doNotFake: ['setImmediate'] });
    const { store } = await scene.seen([
      toyDatabase('shop', { failsAt: '2026-11-21T13:00:00Z' }),
    ]);
    const wait = async (seconds: number) => {
      scene.later(seconds);
      await jest.advanceTimersByTimeAsync(seconds * 1000);
    };
    await wait(3599);
    expect(scene.health()).toEqual({ shop: 'healthy' });
    expect(store.assessments).toBe(1);
    await wait(2);
    expect(scene.health()).toEqual({ shop: 'failed' });
    expect(store.assessments).toBe(2);
    await wait(3600);
    expect(store.assessments).toBe(2);
    jest.useRealTimers();
  });

  describe('without contact', () => {
    const since = '2026-11-21T12:00:00.000Z';
    const lost = { since, lastSyncedAt: since, message: 'No answer.' };

    it('says so at once, and that nothing is known after two minutes', async () => {
      const { store } = await scene.seen([
        toyDatabase('shop'),
        toyPod('shop-1', 'shop', true),
      ]);
      store.cover(toyCoverage(toyDatabases, 'unreachable', lost));
      store.cover(toyCoverage(toyPods, 'unreachable', lost));
      await store.settle();
      expect(store.row(shop)).toMatchObject({
        staleSince: since,
        states: { health: 'healthy' },
        nextChangeAt: Date.parse(since) + 120_001,
      });
      const { verdicts } = store.judge(shop, scene.later(121));
      expect(verdicts.health).toMatchObject({
        state: 'unknown',
        since,
        findings: expect.arrayContaining([
          expect.objectContaining({ rule: 'knowledge-stale' }),
        ]),
        evidence: [expect.objectContaining({ value: 'No answer.' })],
      });

      store.cover(toyCoverage(toyDatabases));
      store.cover(toyCoverage(toyPods));
      await store.settle();
      expect(store.row(shop)?.staleSince).toBeUndefined();
      expect(scene.health()).toEqual({ shop: 'healthy' });
    });

    it('does not hide that it had failed', async () => {
      const { store } = await scene.seen([
        toyDatabase('shop', { failsAt: since }),
      ]);
      store.cover(toyCoverage(toyDatabases, 'unreachable', lost));
      const { verdicts } = store.judge(shop, scene.later(600));
      expect(verdicts.health?.state).toBe('failed');
      expect(verdicts.health?.findings.map(({ rule }) => rule)).toEqual([
        'toy-end',
        'knowledge-stale',
      ]);
    });

    it.each(['forbidden', 'absent'] as const)(
      'bridges nothing when a kind is %s',
      async state => {
        const { store } = await scene.seen([toyDatabase('shop')]);
        store.cover(toyCoverage(toyPods, state, lost));
        await store.settle();
        expect(scene.health()).toEqual({ shop: 'unknown' });
      },
    );

    it('leaves the other Kubernetes clusters alone', async () => {
      const south = toyDatabase('till', {}, 'south');
      await scene.seen([toyDatabase('shop')]);
      const { store } = await scene.seen([south], {
        kubernetesCluster: 'south',
      });
      const before = store.assessments;
      store.cover(toyCoverage(toyDatabases, 'unreachable', lost));
      await store.settle();
      expect(store.assessments - before).toBe(1);
      expect(store.row('toy.databases.till@south')?.staleSince).toBeUndefined();
    });
  });

  describe('of an earlier process', () => {
    const seenAt = '2026-11-21T11:00:00.000Z';
    const identityOf = (name: string) =>
      toyEngine.observation!.identify(toyDatabase(name))[0];
    beforeEach(() =>
      scene.store.recall([
        { identity: identityOf('shop'), seenAt },
        { identity: identityOf('till'), seenAt },
      ]),
    );

    it('says that nothing is known, and since when', async () => {
      const { store } = scene;
      expect(store.row(shop)).toMatchObject({
        states: { health: 'unknown' },
        staleSince: seenAt,
      });
      store.cover(
        toyCoverage(toyDatabases, 'unreachable', { message: 'No answer.' }),
      );
      store.cover(toyCoverage(toyPods, 'unreachable'));
      await store.settle();
      expect(scene.health()).toEqual({ shop: 'unknown', till: 'unknown' });
      expect(store.judge(shop)).toMatchObject({
        complete: false,
        staleSince: seenAt,
        verdicts: {
          health: {
            state: 'unknown',
            since: seenAt,
            summary: expect.stringContaining('Not seen for 60 min'),
            evidence: [expect.objectContaining({ value: 'No answer.' })],
          },
        },
      });
      expect(store.assessments).toBe(0);
      expect(store.isGone(shop)).toBe(false);
    });

    it('ends when its Kubernetes cluster shows what it has', async () => {
      const { store } = await scene.seen([toyDatabase('shop')]);
      expect(scene.health()).toEqual({ shop: 'healthy' });
      expect(store.row(shop)?.staleSince).toBeUndefined();
      expect(scene.changes).toContainEqual({ id: till });
    });

    it.each([
      { reason: 'is read for its callers alone', states: ['on-demand'] },
      { reason: 'has no such kind any more', states: ['absent'] },
    ] as const)('ends when it $reason', async ({ states: [state] }) => {
      scene.store.cover(toyCoverage(toyDatabases, state));
      await scene.store.settle();
      expect(scene.store.rows()).toEqual([]);
    });

    it('ends with the Kubernetes cluster', async () => {
      scene.store.retain(['north']);
      expect(scene.store.rows()).toHaveLength(2);
      scene.store.retain(['south']);
      await scene.store.settle();
      expect(scene.store.rows()).toEqual([]);
      expect(scene.changes).toContainEqual({ id: shop });
    });
  });

  it('lets a database go when its object is gone, and the cluster with all of them', async () => {
    const { store } = await scene.seen([
      toyDatabase('shop'),
      toyDatabase('till'),
    ]);
    store.remove(toyDatabase('shop'));
    await store.settle();
    expect(scene.changes.at(-1)).toEqual({ id: shop });
    expect(scene.health()).toEqual({ till: 'healthy' });

    store.forget('north');
    await store.settle();
    expect(store.rows()).toEqual([]);
    expect(store.coverages()).toEqual([]);
  });

  it('waits for other work between the judgements of a large sync', async () => {
    const facts = Array.from({ length: 3000 }, (_, n) => toyDatabase(`d${n}`));
    facts.forEach(fact => scene.store.put(fact));
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await scene.seen([]);
    clearInterval(timer);
    expect(scene.store.rows()).toHaveLength(3000);
    expect(scene.store.assessments).toBe(3000);
    expect(turns).toBeGreaterThan(0);
  });
});

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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { toyDatabase, toyPod } from '../__testUtils__/facts';
import { StoreScene } from '../__testUtils__/StoreScene';
import { Historian } from './Historian';
import { HistoryStore } from './HistoryStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const shop = 'toy.databases.shop@north';

describe('Historian', () => {
  async function open(store: HistoryStore) {
    const scene = new StoreScene();
    const logger = mockServices.logger.mock();
    const historian = new Historian({ store, logger, now: () => scene.now });
    historian.load(await store.loadLastKnown());
    scene.store.subscribe(changes => historian.see(changes));
    return { ...scene, scene, historian, logger };
  }

  const history = async (store: HistoryStore) =>
    (await store.transitionsOf(shop, '2026')).map(
      ({ at, lane, from, to, rule }) => ({ at, lane, from, to, rule }),
    );

  it('goes on after a restart where it ended', async () => {
    const knex = await databases.init('SQLITE_3');
    const store = await HistoryStore.create(mockServices.database({ knex }));
    const first = await open(store);
    await first.scene.seen([
      toyDatabase('shop'),
      toyPod('shop-1', 'shop', true),
    ]);
    first.scene.later(60);
    first.scene.store.put(toyPod('shop-1', 'shop', false));
    await first.scene.store.settle();
    await first.historian.stop();
    first.scene.store.stop();
    const before = await history(store);
    expect(before).toEqual([
      {
        at: '2026-11-21T12:01:00.000Z',
        lane: 'health',
        from: 'healthy',
        to: 'degraded',
        rule: 'toy-pods',
      },
      {
        at: '2026-11-21T12:00:00.000Z',
        lane: 'health',
        from: undefined,
        to: 'healthy',
        rule: undefined,
      },
    ]);

    const second = await open(store);
    second.scene.later(300);
    // Not everything was seen yet: that it is unknown is no news.
    second.scene.store.put(toyDatabase('shop'));
    await second.scene.store.settle();
    await second.scene.seen([toyPod('shop-1', 'shop', false)]);
    await second.historian.settle();
    expect(await history(store)).toEqual(before);

    second.scene.store.put(toyPod('shop-1', 'shop', true));
    await second.scene.store.settle();
    await second.historian.stop();
    second.scene.store.stop();
    expect((await history(store))[0]).toMatchObject({
      at: '2026-11-21T12:05:00.000Z',
      from: 'degraded',
      to: 'healthy',
    });
  });

  it('keeps what cannot be written until it can', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    const knex = await databases.init('SQLITE_3');
    const store = await HistoryStore.create(mockServices.database({ knex }));
    const { scene, historian, logger } = await open(store);
    await knex.schema.renameTable('transitions', 'elsewhere');
    await scene.seen([toyDatabase('shop')]);
    await historian.settle();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('tried again in 30 s'),
    );
    await knex.schema.renameTable('elsewhere', 'transitions');
    await jest.advanceTimersByTimeAsync(30_000);
    await historian.settle();
    expect(await history(store)).toHaveLength(1);
    scene.store.stop();
    jest.useRealTimers();
  });
});

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
import { NotificationService } from '@backstage/plugin-notifications-node';
import { toyCoverage, toyDatabase, toyDatabases } from '../__testUtils__/facts';
import { StoreScene } from '../__testUtils__/StoreScene';
import { HistoryStore } from '../history/HistoryStore';
import { NotifiedStore } from './NotifiedStore';
import { Notifier } from './Notifier';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const owner = 'group:default/team-shop';
const failed = toyDatabase('shop', { owner, failsAt: '2026-11-21T00:00:00Z' });
const well = toyDatabase('shop', { owner });

describe('Notifier', () => {
  async function open(owners?: ConstructorParameters<typeof StoreScene>[1]) {
    const knex = await databases.init('SQLITE_3');
    const database = mockServices.database({ knex });
    await HistoryStore.create(database);
    const scene = new StoreScene({}, owners);
    const sent: any[] = [];
    const service: NotificationService = {
      send: async options => {
        sent.push(options);
      },
    };
    const notified = await NotifiedStore.create(database);
    const logger = mockServices.logger.mock();
    const notifierOf = (notifications = service) =>
      new Notifier({
        store: scene.store,
        notified,
        notifications,
        logger,
        now: () => scene.now,
      });
    return { scene, sent, notifierOf, notified, logger };
  }
  const told = (sent: any[]) =>
    sent.map(({ payload }) => [payload.title, payload.severity]);

  it('tells the owner once, whichever replica tells, and at last that it is well', async () => {
    const { scene, sent, notifierOf, notified } = await open();
    await scene.seen([failed, toyDatabase('till', { owner })]);
    await notifierOf().run();
    await notifierOf().run();
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: [owner] },
        payload: expect.objectContaining({
          title: 'shop (north) has failed',
          severity: 'critical',
          scope: 'databases:toy.databases.shop@north',
          topic: 'databases',
          link: expect.stringContaining(
            '/databases/toy.databases.shop%40north',
          ),
        }),
      },
    ]);
    scene.store.put(well);
    await scene.store.settle();
    await notifierOf().run();
    await notifierOf().run();
    expect(told(sent)).toEqual([
      ['shop (north) has failed', 'critical'],
      ['shop (north) is well again', 'low'],
    ]);
    expect(sent[1].payload.scope).toBe(sent[0].payload.scope);
    expect(await notified.load()).toEqual([]);
    scene.store.stop();
  });

  it('tells all owners that entities name, and the same ones that it is well', async () => {
    const owners = { shop: [owner, 'user:default/ada'] };
    const { scene, sent, notifierOf, notified } = await open(owners);
    const failsAt = '2026-11-21T00:00:00Z';
    await scene.seen([
      toyDatabase('shop', { failsAt }),
      toyDatabase('unowned', { failsAt }),
    ]);
    await notifierOf().run();
    expect(await notified.load()).toEqual([
      expect.objectContaining({ recipients: owners.shop }),
    ]);
    scene.store.put(toyDatabase('shop'));
    await scene.store.settle();
    await notifierOf().run();
    expect(
      sent.map(({ recipients, payload }) => [
        recipients.entityRef,
        payload.severity,
      ]),
    ).toEqual([
      [owners.shop, 'critical'],
      [owners.shop, 'low'],
    ]);
    scene.store.stop();
  });

  it('takes what is not seen for no recovery', async () => {
    const { scene, sent, notifierOf, notified } = await open();
    await scene.seen([failed]);
    await notifierOf().run();
    scene.store.put(well);
    scene.store.cover(toyCoverage(toyDatabases, 'forbidden'));
    scene.later(600);
    await scene.store.settle();
    await notifierOf().run();
    scene.store.forget('north');
    await scene.store.settle();
    await notifierOf().run();
    expect(sent).toHaveLength(1);
    expect(await notified.load()).toHaveLength(1);
    scene.store.stop();
  });

  it('closes what belongs to a database that is gone', async () => {
    const { scene, notifierOf, notified } = await open();
    await scene.seen([failed]);
    await notifierOf().run();
    scene.store.remove(failed);
    await scene.store.settle();
    await notifierOf().run();
    expect(await notified.load()).toEqual([]);
    scene.store.stop();
  });

  it('tries again when it could not tell, and tells the others', async () => {
    const { scene, sent, notifierOf, logger } = await open();
    await scene.seen([
      failed,
      toyDatabase('till', { owner, failsAt: '2026-11-21T00:00:00Z' }),
      toyDatabase('free', { failsAt: '2026-11-21T00:00:00Z' }),
    ]);
    const flaky = {
      send: async (options: any) => {
        if (options.payload.title.startsWith('shop')) {
          throw new Error('away');
        }
        sent.push(options);
      },
    };
    await notifierOf(flaky).run();
    expect(told(sent)).toEqual([['till (north) has failed', 'critical']]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await notifierOf().run();
    expect(told(sent)).toEqual([
      ['till (north) has failed', 'critical'],
      ['shop (north) has failed', 'critical'],
    ]);
    scene.store.stop();
  });
});

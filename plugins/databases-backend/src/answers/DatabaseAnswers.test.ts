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

import { ConfigReader } from '@backstage/config';
import { toyDatabase, toyEngine } from '../__testUtils__/facts';
import { StoreScene } from '../__testUtils__/StoreScene';
import { DatabaseAnswers } from './DatabaseAnswers';
import { PageLinks } from './PageLinks';

const shop = 'toy.databases.shop@north';

describe('DatabaseAnswers', () => {
  it('says the same within a slot, until the answer changes by itself', async () => {
    const scene = new StoreScene();
    const { store } = await scene.seen([
      toyDatabase('shop', { failsAt: '2026-11-21T12:00:40Z' }),
    ]);
    const answers = new DatabaseAnswers({
      store,
      engines: [toyEngine],
      links: PageLinks.fromConfig(new ConfigReader({})),
      meter: { answered() {} },
    });
    const ask = () => answers.summary(store.row(shop)!, scene.now);
    const first = ask();
    expect(first.body.lanes.health?.state).toBe('healthy');
    scene.later(20);
    expect(ask()).toBe(first);
    scene.later(15);
    const second = ask();
    expect(second).not.toBe(first);
    scene.later(6);
    expect(ask().body.lanes.health?.state).toBe('failed');

    store.put(toyDatabase('shop', { owner: 'group:default/team-shop' }));
    await store.settle();
    expect(ask().body).toMatchObject({
      database: { owner: 'group:default/team-shop' },
      lanes: { health: { state: 'healthy' } },
    });
    store.stop();
  });
});

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
import { toyDatabase, toyEngine } from '../__testUtils__/facts';
import { StoreScene } from '../__testUtils__/StoreScene';
import { Declarations } from '../declarations/Declarations';
import { announceChanges } from './announceChanges';

describe('announceChanges', () => {
  it('tells pages once that something changed, and backends what', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    const scene = new StoreScene();
    const signals = { publish: jest.fn(async () => {}) };
    const events = mockServices.events.mock();
    const declarations = new Declarations({
      engines: [toyEngine],
      kubernetesClusters: () => ['north'],
    });
    const stop = announceChanges({
      store: scene.store,
      declarations,
      signals,
      events,
      logger: mockServices.logger.mock(),
    });
    await scene.seen([toyDatabase('shop'), toyDatabase('till')]);
    scene.store.put(toyDatabase('shop', { app: 'shop' }));
    await scene.store.settle();
    expect(signals.publish).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(500);
    expect(signals.publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'databases',
          message: { changed: 2 },
        },
      ],
    ]);
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'basewell.databases',
      eventPayload: {
        ids: ['toy.databases.shop@north', 'toy.databases.till@north'],
      },
    });
    stop();
    scene.store.put(toyDatabase('shop'));
    await scene.store.settle();
    await jest.advanceTimersByTimeAsync(500);
    expect(signals.publish).toHaveBeenCalledTimes(1);
    scene.store.stop();
    jest.useRealTimers();
  });
});

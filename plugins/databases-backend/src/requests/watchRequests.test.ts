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
import { EventParams } from '@backstage/plugin-events-node';
import { HistoryStore } from '../history/HistoryStore';
import { SnapshotStore } from '../store/SnapshotStore';
import { RequestRounds } from './RequestRounds';
import { watchRequests } from './watchRequests';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const push = (name: string) => ({
  topic: 'github.push',
  eventPayload: { repository: { full_name: name } },
});
const awaited = 'cnpg.databases.shop-cnpg@north';

describe('watchRequests', () => {
  afterEach(() => jest.useRealTimers());

  async function open() {
    const knex = await databases.init('SQLITE_3');
    const database = mockServices.database({ knex });
    await HistoryStore.create(database);
    const rounds = await RequestRounds.create(database);
    await rounds.save({
      problems: [],
      items: [
        {
          request: {} as any,
          foundAt: '2026-11-22T10:00:00.000Z',
          databases: [
            {
              environment: 'dev',
              namespace: 'databases',
              cluster: 'shop-cnpg',
            },
          ],
        },
      ],
    });
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    let change: (changes: readonly { readonly id: string }[]) => void;
    let tell: (event: EventParams) => Promise<void>;
    const look = jest.fn(async () => {});
    const stop = watchRequests({
      repositories: [
        { host: 'github.com', owner: 'Acme', repo: 'GitOps', branch: 'main' },
      ],
      rounds,
      store: {
        subscribe(listener: any) {
          change = listener;
          return () => {
            change = () => {};
          };
        },
      } as unknown as SnapshotStore,
      events: {
        ...mockServices.events.mock(),
        async subscribe({ onEvent }) {
          tell = onEvent;
        },
      },
      logger: mockServices.logger.mock(),
      look,
    });
    return {
      look,
      stop,
      change: (id: string) => change([{ id }]),
      tell: (event: EventParams) => tell(event),
      async settle() {
        await jest.advanceTimersByTimeAsync(10_000);
        // The last round comes from a real database.
        for (let turn = 0; turn < 50; turn++) {
          await new Promise(setImmediate);
        }
      },
    };
  }

  it.each([
    { reason: 'a database that a request waits for', id: awaited, looks: 1 },
    {
      reason: 'another one',
      id: 'cnpg.databases.till-cnpg@north',
      looks: 0,
    },
    {
      reason: 'a logical database in it',
      id: 'cnpg.databases.shop-cnpg:reports@north',
      looks: 1,
    },
  ])('looks $looks times at a change of $reason', async ({ id, looks }) => {
    const { change, look, settle, stop } = await open();
    change(id);
    change(id);
    await settle();
    expect(look).toHaveBeenCalledTimes(looks);
    stop();
  });

  it('looks once when a host tells of its repositories, and at no other', async () => {
    const { tell, look, settle, stop } = await open();
    await tell(push('acme/other'));
    await settle();
    expect(look).not.toHaveBeenCalled();
    await tell(push('acme/gitops'));
    await tell(push('acme/gitops'));
    await settle();
    expect(look).toHaveBeenCalledTimes(1);
    stop();
  });

  it('looks no more when it is stopped', async () => {
    const { change, look, settle, stop } = await open();
    change(awaited);
    stop();
    await settle();
    expect(look).not.toHaveBeenCalled();
  });
});

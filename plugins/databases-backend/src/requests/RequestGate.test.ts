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
import {
  DatabaseRequests,
  StandingRequest,
} from '@basewell/plugin-databases-node';
import { HistoryStore } from '../history/HistoryStore';
import { Observatory } from '../observatory/Observatory';
import { RequestGate } from './RequestGate';
import { RequestRounds } from './RequestRounds';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A request of which the platform side is in this state. */
function standing(platform: 'open' | 'merged' | 'closed'): StandingRequest {
  const pull = {
    url: 'https://forge.example.test/1',
    title: 'feat(db): shop',
    body: '',
    branch: 'databases/shop/create',
    base: 'main',
    author: 'ada',
  };
  const pulls = {
    platform: {
      ...pull,
      number: 1,
      state: platform,
      draft: false,
      commit: 'p',
    },
    app: { ...pull, number: 2, state: 'open', draft: true, commit: 'a' },
  } as const;
  return {
    target: {
      id: 'main',
      options: { environments: [] as unknown },
    } as StandingRequest['target'],
    branch: pull.branch,
    block: {
      version: 1,
      app: 'shop',
      target: 'main',
      requester: 'user:default/ada',
      environments: ['dev'],
      service: 'component:default/shop',
      databases: [{ environment: 'dev', namespace: 'db', cluster: 'shop-dev' }],
      requestDigest: '',
      files: {},
    },
    pulls,
    status: {
      app: 'shop',
      target: 'main',
      branch: pull.branch,
      requester: 'user:default/ada',
      environments: ['dev'],
      summary: '',
      pullRequests: [],
    },
  };
}

describe('RequestGate', () => {
  async function open() {
    const knex = await databases.init('SQLITE_3');
    const database = mockServices.database({ knex });
    await HistoryStore.create(database);
    const rounds = await RequestRounds.create(database);
    const told: string[] = [];
    let listed: Awaited<ReturnType<DatabaseRequests['list']>> = {
      items: [standing('open')],
      problems: [],
    };
    let fails = false;
    let syncing = false;
    let now = Date.parse('2026-11-22T10:00:00Z');
    const requests = {
      list: async () => listed,
      async setOrder({ branch }, { state, summary }, url) {
        if (fails) {
          throw new Error('the host is away');
        }
        told.push(`${branch} ${state} ${summary} ${url}`);
      },
      async markReady({ branch }) {
        told.push(`${branch} ready`);
      },
    } as DatabaseRequests;
    /** Of a replica that just began. */
    const gate = () =>
      new RequestGate({
        requests,
        rounds,
        observatory: {
          now: () => now,
          gaps: () => (syncing ? [{ state: 'syncing' }] : []),
          store: { rows: () => [], coverages: () => [] },
        } as unknown as Observatory,
        logger: mockServices.logger.mock(),
        url: 'https://portal.example.test/databases/requests',
      });
    return {
      gate,
      rounds,
      told,
      list: (next: typeof listed) => {
        listed = next;
      },
      hostFails: (value: boolean) => {
        fails = value;
      },
      sync: (value: boolean) => {
        syncing = value;
      },
      later: (minutes: number) => {
        now += minutes * 60_000;
      },
    };
  }

  it('writes a status once, whichever replica looks, and again when it differs', async () => {
    const { gate, told, list } = await open();
    await gate().run();
    await gate().run();
    expect(told).toEqual([
      'databases/shop/create pending Waits for the platform pull request. https://portal.example.test/databases/requests',
    ]);
    list({ items: [standing('closed')], problems: [] });
    await gate().run();
    await gate().run();
    expect(told).toHaveLength(2);
    expect(told[1]).toContain('failure');
  });

  it('does not take what nobody sees for a database', async () => {
    const { gate, told, list, rounds } = await open();
    list({ items: [standing('merged')], problems: [] });
    await gate().run();
    expect(told).toEqual([
      expect.stringContaining(
        'pending Waits until the database of dev is healthy.',
      ),
    ]);
    expect((await rounds.load()).items).toMatchObject([
      {
        request: {
          service: 'component:default/shop',
          order: { state: 'pending', turn: 'platform-team' },
        },
      },
    ]);
  });

  it('writes it in the next round when the host was away', async () => {
    const { gate, told, hostFails } = await open();
    hostFails(true);
    await gate().run();
    expect(told).toEqual([]);
    hostFails(false);
    await gate().run();
    expect(told).toHaveLength(1);
  });

  it('keeps the requests of a target that does not answer, and no others', async () => {
    const { gate, rounds, list, later } = await open();
    await gate().run();
    later(1);
    const problems = [{ target: 'main', error: 'away' }];
    list({ items: [], problems });
    await gate().run();
    expect(await rounds.load()).toMatchObject({
      problems,
      lookedAt: '2026-11-22T10:01:00.000Z',
      items: [
        {
          request: { branch: 'databases/shop/create' },
          foundAt: '2026-11-22T10:00:00.000Z',
        },
      ],
    });
    list({ items: [], problems: [] });
    await gate().run();
    expect((await rounds.load()).items).toEqual([]);
  });

  it('waits for the first sync, and not for ever', async () => {
    const { gate, told, sync, later } = await open();
    sync(true);
    const replica = gate();
    await replica.run();
    expect(told).toEqual([]);
    later(5);
    await replica.run();
    expect(told).toHaveLength(1);
  });
});

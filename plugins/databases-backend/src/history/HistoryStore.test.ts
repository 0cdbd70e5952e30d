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

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { HistoryStore, SeenTransition } from './HistoryStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const ids = databases.eachSupportedId().flat() as TestDatabaseId[];
if (!ids.includes('POSTGRES_15')) {
  // eslint-disable-next-line no-console -- a test that does not run has to be seen
  console.warn(
    'HistoryStore is not tested on PostgreSQL: set BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING',
  );
}

const degraded: SeenTransition = {
  database: 'cnpg.databases.shop@north',
  kubernetesCluster: 'north',
  lane: 'health',
  from: 'healthy',
  to: 'degraded',
  at: '2026-11-21T12:00:00.123Z',
  version: 4711,
  rule: 'instances-missing',
  summary: 'One of three instances is missing.',
};
const { version, kubernetesCluster: where, ...shown } = degraded;
const healthy: SeenTransition = {
  ...degraded,
  from: 'degraded',
  to: 'healthy',
  at: '2026-11-21T12:30:00.000Z',
  version: 4712,
  rule: undefined,
  summary: 'All three instances serve.',
};

describe.each(ids)('HistoryStore on %s', id => {
  async function create() {
    const knex = await databases.init(id);
    const store = await HistoryStore.create(mockServices.database({ knex }));
    return { knex, store };
  }

  it('makes its tables, and takes them back', async () => {
    const { knex } = await create();
    const directory = resolvePackagePath(
      '@basewell/plugin-databases-backend',
      'migrations',
    );
    await expect(knex('transitions').select()).resolves.toEqual([]);
    await knex.migrate.rollback({ directory }, true);
    await expect(knex('transitions').select()).rejects.toThrow();
    await knex.migrate.latest({ directory });
    await expect(knex('last_known').select()).resolves.toEqual([]);
  });

  it('keeps changes of state, newest first', async () => {
    const { store } = await create();
    await store.saveTransitions([
      { ...healthy, from: undefined, at: '2026-11-21T10:00:00.000Z' },
    ]);
    await store.saveTransitions([degraded, healthy]);
    const history = await store.transitionsOf(degraded.database, '2026-11-21');
    expect(history.map(({ from, to }) => [from, to])).toEqual([
      ['degraded', 'healthy'],
      ['healthy', 'degraded'],
      [undefined, 'healthy'],
    ]);
    expect(history[1]).toEqual(shown);
    expect(
      await store.transitionsOf(degraded.database, '2026-11-21T12:30:00.000Z'),
    ).toHaveLength(1);
    expect(await store.transitionsOf('another', '2026-11-21')).toEqual([]);
    expect(await store.loadLastKnown()).toEqual([
      {
        database: degraded.database,
        lane: 'health',
        kubernetesCluster: 'north',
        state: 'healthy',
      },
    ]);
  });

  it('writes once what several replicas see', async () => {
    const { store } = await create();
    await store.saveTransitions([degraded]);
    await Promise.all([
      store.saveTransitions([{ ...degraded, at: '2026-11-21T12:00:00.456Z' }]),
      store.saveTransitions([{ ...degraded, at: '2026-11-21T12:00:00.789Z' }]),
    ]);
    await store.saveTransitions([healthy]);
    // A replica that is behind sees what has passed already.
    await store.saveTransitions([degraded]);
    const history = await store.transitionsOf(degraded.database, '2026-11-21');
    expect(history.map(({ to, at }) => [to, at])).toEqual([
      ['healthy', healthy.at],
      ['degraded', degraded.at],
    ]);
  });

  it('keeps each change of a database that flaps within a minute', async () => {
    const { store } = await create();
    for (let at = 1; at <= 4; at++) {
      const { to } = at % 2 ? degraded : healthy;
      await store.saveTransitions([{ ...degraded, to, version: at }]);
    }
    await expect(
      store.transitionsOf(degraded.database, '2026-11-21'),
    ).resolves.toHaveLength(4);
  });

  it('remembers a value with the first instant that anybody saw it', async () => {
    const { store } = await create();
    const first = {
      database: 'shop',
      key: 'phase',
      value: 'Failing over',
      since: '2026-11-21T12:00:00.000Z',
    };
    await store.saveMemory([first]);
    await store.saveMemory([{ ...first, since: '2026-11-21T12:00:00.500Z' }]);
    expect(await store.loadMemory()).toEqual([first]);

    const second = {
      ...first,
      value: 'Healthy',
      since: '2026-11-21T12:05:00.000Z',
      previous: { value: first.value, until: '2026-11-21T12:05:00.000Z' },
    };
    await store.saveMemory([first, second]);
    expect(await store.loadMemory()).toEqual([second]);

    await store.forget(['shop']);
    expect(await store.loadMemory()).toEqual([]);
  });

  it('knows the databases, and when they were seen last', async () => {
    const { store } = await create();
    const identity = {
      id: degraded.database,
      engine: 'cnpg',
      kubernetesCluster: 'north',
      namespace: 'databases',
      name: 'shop',
      services: ['component:default/shop'],
    };
    const seenAt = '2026-11-21T12:00:00.000Z';
    await store.saveDatabases([{ identity, seenAt }]);
    expect(await store.loadDatabases()).toEqual([{ identity, seenAt }]);

    const contact = '2026-11-21T12:10:00.000Z';
    await store.saveContacts(new Map([['north', contact]]));
    // A replica that lost contact earlier takes nothing back.
    await store.saveContacts(new Map([['north', seenAt]]));
    const owned = { ...identity, owner: 'group:default/team-shop' };
    await store.saveDatabases([{ identity: owned, seenAt }]);
    expect(await store.loadDatabases()).toEqual([
      { identity: owned, seenAt: contact },
    ]);

    await store.forget([identity.id]);
    expect(await store.loadDatabases()).toEqual([]);
  });

  it('takes more rows than fit into a statement, and drops the old ones', async () => {
    const { store } = await create();
    const many = Array.from({ length: 450 }, (_, n) => ({
      ...degraded,
      database: `d${n}`,
    }));
    await store.saveTransitions(many);
    expect(await store.loadLastKnown()).toHaveLength(450);
    expect(await store.prune('2026-11-21T00:00:00Z')).toBe(0);
    expect(await store.prune('2026-11-22T00:00:00Z')).toBe(450);
    expect(await store.loadLastKnown()).toHaveLength(450);
  });
});

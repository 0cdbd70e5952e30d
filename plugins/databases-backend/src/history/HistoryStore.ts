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

import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  LaneId,
  LaneState,
  StateTransition,
} from '@basewell/plugin-databases-common';
import { Knex } from 'knex';
import { KnownDatabase } from '../store/KnownDatabase';
import { MemoryChange } from '../store/MemoryBook';

/** A change of state, and what two replicas that see it agree on. */
export interface SeenTransition extends StateTransition {
  readonly kubernetesCluster: string;
  /** The resource version at which it was seen; see `DatabaseChange`. */
  readonly version?: number;
}

/** The last state of a lane that any replica saw. */
export interface LastKnown {
  readonly database: string;
  readonly lane: LaneId;
  readonly kubernetesCluster: string;
  readonly state: LaneState;
}

/** SQLite takes at most 999 values in one statement. */
const ROWS_A_STATEMENT = 100;
/** A page shows no more, and a database that flaps has more. */
const LONGEST_HISTORY = 500;

/** Memory and history in the plugin's database. Several replicas write to it. */
export class HistoryStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static async create(database: DatabaseService): Promise<HistoryStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@basewell/plugin-databases-backend',
          'migrations',
        ),
      });
    }
    return new HistoryStore(knex);
  }

  async loadMemory(): Promise<readonly MemoryChange[]> {
    const rows = await this.#knex('memory').select();
    return rows.map(row => ({
      database: row.database,
      key: row.key,
      value: row.value,
      since: row.since,
      ...(row.previous_until && {
        previous: { value: row.previous_value, until: row.previous_until },
      }),
    }));
  }

  async loadLastKnown(): Promise<readonly LastKnown[]> {
    const rows = await this.#knex('last_known').select();
    return rows.map(row => ({
      database: row.database,
      lane: row.lane,
      kubernetesCluster: row.kubernetes_cluster,
      state: row.state,
    }));
  }

  async loadDatabases(): Promise<readonly KnownDatabase[]> {
    const contacts = new Map<string, string>(
      (await this.#knex('contacts').select()).map(row => [
        row.kubernetes_cluster,
        row.at,
      ]),
    );
    const rows = await this.#knex('identities').select();
    return rows.map(row => {
      const contact = contacts.get(row.kubernetes_cluster) ?? '';
      return {
        identity: JSON.parse(row.identity),
        seenAt: contact > row.at ? contact : row.at,
      };
    });
  }

  async saveDatabases(known: readonly KnownDatabase[]): Promise<void> {
    for (const chunk of chunksOf(known)) {
      await this.#knex('identities')
        .insert(
          chunk.map(({ identity, seenAt }) => ({
            database: identity.id,
            kubernetes_cluster: identity.kubernetesCluster,
            identity: JSON.stringify(identity),
            at: seenAt,
          })),
        )
        .onConflict('database')
        .merge();
    }
  }

  /** @param contacts - UTC ISO instants by Kubernetes cluster; a later one counts */
  async saveContacts(contacts: ReadonlyMap<string, string>): Promise<void> {
    for (const [kubernetesCluster, at] of contacts) {
      await this.#knex('contacts')
        .insert({ kubernetes_cluster: kubernetesCluster, at })
        .onConflict('kubernetes_cluster')
        .merge()
        .where('contacts.at', '<', at);
    }
  }

  /** A value that another replica saw first keeps its `since`. */
  async saveMemory(changes: readonly MemoryChange[]): Promise<void> {
    for (const chunk of chunksOf(newestOf(changes))) {
      await this.#knex('memory')
        .insert(
          chunk.map(({ database, key, value, since, previous }) => ({
            database,
            key,
            value,
            since,
            previous_value: previous?.value ?? null,
            previous_until: previous?.until ?? null,
          })),
        )
        .onConflict(['database', 'key'])
        .merge()
        .where('memory.value', '<>', this.#knex.ref('excluded.value'));
    }
  }

  /** What another replica wrote already is not written again. */
  async saveTransitions(seen: readonly SeenTransition[]): Promise<void> {
    for (const chunk of chunksOf(seen)) {
      await this.#knex.transaction(transaction =>
        saveChunk(transaction, chunk),
      );
    }
  }

  /**
   * Newest first.
   *
   * @param from - UTC ISO instant
   */
  async transitionsOf(
    database: string,
    from: string,
  ): Promise<readonly StateTransition[]> {
    const rows = await this.#knex('transitions')
      .where({ database })
      .andWhere('at', '>=', from)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'lane' },
        { column: 'to' },
      ])
      .limit(LONGEST_HISTORY);
    return rows.map(row => ({
      database,
      lane: row.lane,
      ...(row.from && { from: row.from }),
      to: row.to,
      at: row.at,
      summary: row.summary,
      ...(row.rule && { rule: row.rule }),
    }));
  }

  /** The database is gone; what happened to it stays until it is pruned. */
  async forget(databases: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(databases)) {
      await this.#knex('memory').whereIn('database', chunk).delete();
      await this.#knex('last_known').whereIn('database', chunk).delete();
      await this.#knex('identities').whereIn('database', chunk).delete();
    }
  }

  /**
   * @param before - UTC ISO instant
   * @returns how many were dropped
   */
  async prune(before: string): Promise<number> {
    return this.#knex('transitions').where('at', '<', before).delete();
  }
}

async function saveChunk(
  transaction: Knex.Transaction,
  seen: readonly SeenTransition[],
): Promise<void> {
  const known = await transaction('last_known')
    .select('database', 'lane', 'state')
    .whereIn('database', [...new Set(seen.map(({ database }) => database))]);
  const states = new Map<string, LaneState>(
    known.map(row => [`${row.database}\n${row.lane}`, row.state]),
  );
  const rows: (SeenTransition & { before?: LaneState })[] = [];
  for (const transition of seen) {
    const lane = `${transition.database}\n${transition.lane}`;
    const before = states.get(lane);
    if (before !== transition.to) {
      rows.push({ ...transition, before });
      states.set(lane, transition.to);
    }
  }
  if (!rows.length) {
    return;
  }
  const last = new Map(
    rows.map(row => [`${row.database}\n${row.lane}`, row] as const),
  );
  await transaction('last_known')
    .insert(
      [...last.entries()]
        // Two replicas that lock rows in one order do not wait for each other.
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, row]) => row)
        .map(({ database, lane, kubernetesCluster, to, at }) => ({
          database,
          lane,
          kubernetes_cluster: kubernetesCluster,
          state: to,
          at,
        })),
    )
    .onConflict(['database', 'lane'])
    .merge();
  await transaction('transitions')
    .insert(
      rows.map(
        ({ database, lane, before, to, at, version, rule, summary }) => ({
          database,
          lane,
          from: before ?? null,
          to,
          at,
          deciding: `${minuteOf(at)} ${version ?? ''}`,
          rule: rule ?? null,
          summary,
        }),
      ),
    )
    .onConflict(['database', 'lane', 'to', 'deciding'])
    .ignore();
}

/** Replicas see a change some milliseconds apart, and what time alone changes too. */
function minuteOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

/** One statement cannot write the same row twice. */
function newestOf(changes: readonly MemoryChange[]): readonly MemoryChange[] {
  return [
    ...new Map(
      changes.map(change => [`${change.database}\n${change.key}`, change]),
    ).values(),
  ];
}

function chunksOf<T>(items: readonly T[]): readonly T[][] {
  return Array.from(
    { length: Math.ceil(items.length / ROWS_A_STATEMENT) },
    (_, index) =>
      items.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT),
  );
}

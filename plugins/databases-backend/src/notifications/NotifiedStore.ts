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

import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** What owners were told last about a database. */
export interface Notified {
  readonly database: string;
  /** Lane and state: `backup:stale`. */
  readonly topic: string;
  /** Entity references. */
  readonly recipients: readonly string[];
  /** UTC ISO instant. */
  readonly at: string;
}

/** Open alarms, so that nobody is told twice, whichever replica tells. */
export class NotifiedStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The tables are those of `HistoryStore`, which comes first. */
  static async create(database: DatabaseService): Promise<NotifiedStore> {
    return new NotifiedStore(await database.getClient());
  }

  async load(): Promise<readonly Notified[]> {
    const rows = await this.#knex('notified').select(
      'database',
      'topic',
      'recipient',
      'at',
    );
    return rows.map(({ recipient, ...notified }) => ({
      ...notified,
      recipients: recipient.split(','),
    }));
  }

  async save({ recipients, ...notified }: Notified): Promise<void> {
    await this.#knex('notified')
      .insert({ ...notified, recipient: recipients.join() })
      .onConflict('database')
      .merge();
  }

  async close(database: string): Promise<void> {
    await this.#knex('notified').where({ database }).delete();
  }
}

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
import {
  DatabaseRequestsResponse,
  OpenRequest,
  RequestOrder,
} from '@basewell/plugin-databases-common';
import { RequestedDatabase } from '@basewell/plugin-databases-common/domain';
import { Knex } from 'knex';

/** An open request as it was found last. */
export interface KeptRequest {
  readonly request: Omit<OpenRequest, 'mayCancel'>;
  /** When what it waits for was found: UTC ISO instant. */
  readonly foundAt: string;
  readonly databases: readonly RequestedDatabase[];
  /** The commit status that stands on the forge, as far as it is known. */
  readonly written?: Pick<RequestOrder, 'state' | 'summary'> & {
    readonly commit: string;
  };
}

/** All open requests as they were found at one time. */
export interface RequestRound {
  /** UTC ISO instant; left out before the first time. */
  readonly lookedAt?: string;
  readonly items: readonly KeptRequest[];
  readonly problems: DatabaseRequestsResponse['problems'];
}

const ID = 'latest';
const none: RequestRound = { items: [], problems: [] };

/**
 * The last round, for all replicas. It remembers nothing that the forges do not
 * say: without it a status is written once more.
 */
export class RequestRounds {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The tables are those of `HistoryStore`, which comes first. */
  static async create(database: DatabaseService): Promise<RequestRounds> {
    return new RequestRounds(await database.getClient());
  }

  async load(): Promise<RequestRound> {
    const row = await this.#knex('request_rounds').where({ id: ID }).first();
    return row ? JSON.parse(row.round) : none;
  }

  async save(round: RequestRound): Promise<void> {
    await this.#knex('request_rounds')
      .insert({ id: ID, round: JSON.stringify(round) })
      .onConflict('id')
      .merge();
  }

  /** A request that was canceled is gone before the next look. */
  async forget(target: string, branch: string): Promise<void> {
    const round = await this.load();
    await this.save({
      ...round,
      items: round.items.filter(
        ({ request }) => request.target !== target || request.branch !== branch,
      ),
    });
  }
}

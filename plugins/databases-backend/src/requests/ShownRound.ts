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
  DatabaseRequestsResponse,
  OpenRequest,
  RequestOrder,
  RequestStep,
} from '@basewell/plugin-databases-common';
import { withheldStep } from '@basewell/plugin-databases-common/domain';
import { IsVisible } from '../permissions';
import { SnapshotStore } from '../store/SnapshotStore';
import { RequestRound } from './RequestRounds';

/** Requests are looked at every minute; what was found so long ago proves nothing. */
const CURRENT_MS = 5 * 60_000;

/** What a caller may be told of a round. */
export class ShownRound {
  readonly #round: RequestRound;
  readonly #store: SnapshotStore;
  readonly #now: number;
  readonly #isVisible: IsVisible;

  constructor(
    round: RequestRound,
    options: {
      readonly store: SnapshotStore;
      /** Milliseconds since the epoch. */
      readonly now: number;
      /** Which databases the caller may see. */
      readonly isVisible: IsVisible;
    },
  ) {
    this.#round = round;
    this.#store = options.store;
    this.#now = options.now;
    this.#isVisible = options.isVisible;
  }

  /** Left out when it is too long ago. */
  get lookedAt(): Pick<DatabaseRequestsResponse, 'lookedAt'> {
    const { lookedAt } = this.#round;
    return this.#isCurrent(lookedAt) ? { lookedAt } : {};
  }

  /** With the targets whose requests nobody has looked at for too long. */
  get problems(): DatabaseRequestsResponse['problems'] {
    const { items, problems, lookedAt } = this.#round;
    const told = new Set(problems.map(({ target }) => target));
    const old = this.#isCurrent(lookedAt)
      ? []
      : items
          .map(({ request }) => request.target)
          .filter(target => !told.has(target));
    return [
      ...problems,
      ...[...new Set(old)].map(target => ({
        target,
        error: `nobody has looked at its requests since ${lookedAt ?? 'the start'}; look at the pull requests themselves, and at the log of the portal`,
      })),
    ];
  }

  /** What a request waits for; nothing when that was found too long ago. */
  orderOf({
    target,
    branch,
  }: Pick<OpenRequest, 'target' | 'branch'>): RequestOrder | undefined {
    const kept = this.#round.items.find(
      ({ request }) => request.target === target && request.branch === branch,
    );
    const order = kept?.request.order;
    return order && this.#isCurrent(kept.foundAt)
      ? { ...order, steps: order.steps.map(step => this.#shown(step)) }
      : undefined;
  }

  #isCurrent(instant: string | undefined): instant is string {
    return (
      instant !== undefined && this.#now - Date.parse(instant) < CURRENT_MS
    );
  }

  /** Anybody who may write a pull request can name a database in it. */
  #shown(step: RequestStep): RequestStep {
    const { database } = step;
    const row = database === undefined ? undefined : this.#store.row(database);
    return database === undefined || (row && this.#isVisible(row))
      ? step
      : withheldStep(step);
  }
}

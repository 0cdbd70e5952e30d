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

import { LoggerService } from '@backstage/backend-plugin-api';
import { orderRequest } from '@basewell/plugin-databases-common/domain';
import {
  DatabaseRequests,
  StandingRequest,
} from '@basewell/plugin-databases-node';
import { Observatory } from '../observatory/Observatory';
import { orderSceneOf } from './orderSceneOf';
import { KeptRequest, RequestRounds } from './RequestRounds';

/** What is not seen by then is not awaited any more: it is unknown. */
const FIRST_SYNC_MS = 5 * 60_000;

/**
 * Keeps the two pull requests of each request in their order: the app's has the
 * commit status `databases/order`, and leaves its draft when all before it is
 * proven. Everything follows from the forges and the Kubernetes clusters.
 */
export class RequestGate {
  readonly #requests: DatabaseRequests;
  readonly #rounds: RequestRounds;
  readonly #observatory: Observatory;
  readonly #logger: LoggerService;
  readonly #url: string | undefined;
  readonly #began: number;

  constructor(options: {
    readonly requests: DatabaseRequests;
    readonly rounds: RequestRounds;
    readonly observatory: Observatory;
    readonly logger: LoggerService;
    /** Of the page with the requests. */
    readonly url?: string;
  }) {
    this.#requests = options.requests;
    this.#rounds = options.rounds;
    this.#observatory = options.observatory;
    this.#logger = options.logger;
    this.#url = options.url;
    this.#began = this.#observatory.now();
  }

  /** Looks at all requests. Only one replica at a time may. */
  async run(): Promise<void> {
    if (this.#isBlind()) {
      return;
    }
    const { items, problems } = await this.#requests.list();
    const before = await this.#rounds.load();
    const kept: KeptRequest[] = [];
    for (const item of items) {
      kept.push(await this.#keep(item, writtenIn(before.items, item)));
    }
    // A host that does not answer has not lost its requests.
    const unheard = before.items.filter(({ request }) =>
      problems.some(({ target }) => target === request.target),
    );
    await this.#rounds.save({
      lookedAt: new Date(this.#observatory.now()).toISOString(),
      items: [...kept, ...unheard],
      problems,
    });
  }

  async #keep(
    request: StandingRequest,
    before: KeptRequest['written'],
  ): Promise<KeptRequest> {
    const { store, now } = this.#observatory;
    const { block, pulls, status, branch } = request;
    const at = now();
    const order = orderRequest(orderSceneOf(request, store, at));
    let written = before;
    try {
      if (pulls.app?.state === 'open') {
        const { state, summary } = order;
        const wanted = { state, summary, commit: pulls.app.commit };
        if (JSON.stringify(wanted) !== JSON.stringify(before)) {
          await this.#requests.setOrder(request, order, this.#url);
          written = wanted;
        }
        if (state === 'success') {
          await this.#requests.markReady(request);
        }
      }
    } catch (error) {
      this.#logger.warn(
        `The order of ${branch} in ${status.target} was not written, and will be in a minute: ${error}`,
      );
    }
    return {
      request: {
        ...status,
        order,
        ...(block.service && { service: block.service }),
      },
      foundAt: new Date(at).toISOString(),
      databases: block.databases ?? [],
      ...(written && { written }),
    };
  }

  /** Who just began would take back what another replica has proven. */
  #isBlind(): boolean {
    return (
      this.#observatory.now() - this.#began < FIRST_SYNC_MS &&
      this.#observatory.gaps().some(({ state }) => state === 'syncing')
    );
  }
}

function writtenIn(
  items: readonly KeptRequest[],
  { status, branch }: StandingRequest,
): KeptRequest['written'] {
  return items.find(
    ({ request }) =>
      request.target === status.target && request.branch === branch,
  )?.written;
}

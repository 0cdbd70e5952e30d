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

import { ApiProblem } from './ApiProblem';
import { followStream } from './followStream';
import { ObjectQuery } from './ObjectQuery';
import { readPages } from './readPages';
import { WatchListener } from './WatchListener';
import {
  initialWatchState,
  nextWatchState,
  WatchOutcome,
  WatchState,
} from './WatchState';

/** Answers in a row that bring nothing, until that counts as a failure. */
const MOST_EMPTY_ANSWERS = 4;

/** Keeps one watch going. It remembers how far it came while it is not run. */
export class ObjectWatch {
  #state: WatchState = initialWatchState;

  /**
   * @returns when the API server has no such collection (any more)
   * @throws the reason of the signal of `query`
   */
  async run(query: ObjectQuery, listener: WatchListener): Promise<void> {
    for (;;) {
      const outcome = await this.#request(query, listener);
      const { clock, signal } = query;
      const next = nextWatchState(this.#state, outcome, clock.random());
      this.#state = next.state;
      if (outcome.type === 'failed') {
        if (outcome.problem.state === 'absent') {
          this.#state = initialWatchState;
          return;
        }
        listener.failed(outcome.problem);
      } else if (next.state.failures >= MOST_EMPTY_ANSWERS) {
        listener.failed(comesToNothing(query));
      }
      await clock.sleep(next.wait, signal);
    }
  }

  #request(query: ObjectQuery, listener: WatchListener): Promise<WatchOutcome> {
    const { step, listing, resourceVersion } = this.#state;
    if (step === 'watch') {
      return followStream(query, listener, resourceVersion);
    }
    return listing === 'stream'
      ? followStream(query, listener, undefined)
      : readPages(query, listener);
  }
}

function comesToNothing({ name }: ObjectQuery): ApiProblem {
  return new ApiProblem(
    'failing',
    `Each watch of ${name} is closed before it brings anything. Look at the log of the API server, and at what stands before it.`,
  );
}

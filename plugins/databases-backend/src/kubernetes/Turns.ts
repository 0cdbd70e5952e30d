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

import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work between two looks at the rest of the event loop. */
const SLICE = 6;

/**
 * Shares the event loop between all streams and the rest of the backend. A
 * stream that has data would otherwise go on for as long as it has them: a list
 * of 10,000 CNPG clusters is two seconds of parsing.
 *
 * One turn is given in each round of the loop, so that twenty streams stall it
 * no longer than one.
 */
export class Turns {
  #queue: Promise<void> = Promise.resolve();
  #began = performance.now();

  /** Call after each piece of work; waits when the slice is used up. */
  async pause(): Promise<void> {
    if (performance.now() - this.#began < SLICE) {
      return;
    }
    const turn = this.#queue.then(async () => {
      await setImmediate();
      this.#began = performance.now();
    });
    this.#queue = turn;
    await turn;
  }
}

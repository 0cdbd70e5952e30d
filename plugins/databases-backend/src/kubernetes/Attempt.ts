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

import { ReaderClock } from './ReaderClock';

/**
 * One request with a patience: it ends with the signal that it was begun under,
 * or when nothing was heard for too long. A connection of which only our end is
 * left looks like one on which nothing happens; without this it hangs for ever.
 */
export class Attempt {
  readonly #controller = new AbortController();
  readonly #clock: ReaderClock;
  readonly #parent: AbortSignal;
  readonly #passOn = () => this.giveUp(this.#parent.reason);
  #patience: number;
  #heardAt: number;
  #silent = false;
  /** Ends the wait for the moment when patience would be over. */
  #nap = new AbortController();

  /**
   * @param options - `patience`: milliseconds without a sign of life;
   *   `onSilence`: what it is aborted with then
   */
  constructor(options: {
    readonly clock: ReaderClock;
    readonly signal: AbortSignal;
    readonly patience: number;
    readonly onSilence: () => Error;
  }) {
    this.#clock = options.clock;
    this.#parent = options.signal;
    this.#patience = options.patience;
    this.#heardAt = options.clock.now();
    if (this.#parent.aborted) {
      this.#passOn();
    }
    this.#parent.addEventListener('abort', this.#passOn);
    this.#listen(options.onSilence);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether it ended because nothing was heard. */
  get silent(): boolean {
    return this.#silent;
  }

  /** @param patience - milliseconds from now on; as before when left out. */
  heard(patience = this.#patience): void {
    this.#heardAt = this.#clock.now();
    const shorter = patience < this.#patience;
    this.#patience = patience;
    if (shorter) {
      this.#nap.abort();
    }
  }

  /** Ends it for a reason that something else found out. */
  giveUp(reason: unknown): void {
    this.#controller.abort(reason);
    this.#nap.abort();
  }

  /** Frees the connection; to be called at last, however it went. */
  end(): void {
    this.#parent.removeEventListener('abort', this.#passOn);
    this.giveUp(undefined);
  }

  async #listen(onSilence: () => Error): Promise<void> {
    while (!this.signal.aborted) {
      const left = this.#heardAt + this.#patience - this.#clock.now();
      if (left <= 0) {
        this.#silent = true;
        this.#controller.abort(onSilence());
        return;
      }
      this.#nap = new AbortController();
      await this.#clock.sleep(left, this.#nap.signal).catch(() => {});
    }
  }
}

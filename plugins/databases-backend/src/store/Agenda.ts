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

/** What is told of one object within this time leads to one judgement. */
const COALESCE_MS = 100;
/** The longest delay that a timer takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What waits to be judged or told, and the two timers that begin with it. */
export class Agenda {
  readonly #work: () => void;
  readonly #due = new Set<string>();
  readonly #gone = new Set<string>();
  #coalescing: NodeJS.Timeout | undefined;
  #waking: NodeJS.Timeout | undefined;
  #stopped = false;

  /** @param work - called soon after something was added; it takes what waits */
  constructor(work: () => void) {
    this.#work = work;
  }

  /** A database shall be judged. */
  judge(id: string): void {
    this.#due.add(id);
    this.#schedule();
  }

  /** A database is gone, and that shall be told. */
  tellGone(id: string): void {
    this.#gone.add(id);
    this.#schedule();
  }

  /** All that waits, and waits no more; what went may be back by now. */
  take(): {
    readonly due: readonly string[];
    readonly gone: readonly string[];
  } {
    clearTimeout(this.#coalescing);
    this.#coalescing = undefined;
    const taken = { due: [...this.#due], gone: [...this.#gone] };
    this.#due.clear();
    this.#gone.clear();
    return taken;
  }

  /**
   * One timer for the first answer that changes by itself.
   *
   * @param delay - milliseconds; infinite when nothing does
   */
  wakeAfter(delay: number, wake: () => void): void {
    clearTimeout(this.#waking);
    if (Number.isFinite(delay) && !this.#stopped) {
      this.#waking = setTimeout(
        wake,
        Math.min(Math.max(delay, 0), LONGEST_TIMER_MS),
      );
      this.#waking.unref();
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#coalescing);
    clearTimeout(this.#waking);
  }

  #schedule(): void {
    if (!this.#coalescing && !this.#stopped) {
      this.#coalescing = setTimeout(this.#work, COALESCE_MS);
    }
  }
}

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

import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Puts what is asked for in one turn of the event loop into one question. What is
 * under way already is not asked for again.
 *
 * @internal
 */
export class Gathering<T> {
  readonly #ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>;
  readonly #most: number;
  readonly #underWay = new Map<string, Promise<T | undefined>>();
  #next?: {
    readonly keys: string[];
    readonly answer: Promise<ReadonlyMap<string, T>>;
  };

  /** @param most - keys of one question */
  constructor(
    ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
    most: number,
  ) {
    this.#ask = ask;
    this.#most = most;
  }

  get(key: string): Promise<T | undefined> {
    let found = this.#underWay.get(key);
    if (!found) {
      found = this.#join(key)
        .then(answer => answer.get(key))
        .finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, found);
    }
    return found;
  }

  #join(key: string): Promise<ReadonlyMap<string, T>> {
    if (!this.#next || this.#next.keys.length === this.#most) {
      this.#next = this.#begin();
    }
    this.#next.keys.push(key);
    return this.#next.answer;
  }

  #begin() {
    const keys: string[] = [];
    const answer = nextTurn().then(() => {
      if (this.#next?.keys === keys) {
        this.#next = undefined;
      }
      return this.#ask(keys);
    });
    return { keys, answer };
  }
}

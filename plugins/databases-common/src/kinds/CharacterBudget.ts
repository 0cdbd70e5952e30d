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

/**
 * What the lists of one fact may take together, in characters of JSON: what
 * matters most is kept first.
 */
export class CharacterBudget {
  #left: number;

  constructor(characters: number) {
    this.#left = characters;
  }

  /** The first items that fit, and how many are left out. */
  keep<Item>(items: readonly Item[]): {
    readonly kept: readonly Item[];
    readonly cut?: number;
  } {
    const kept: Item[] = [];
    for (const item of items) {
      const size = JSON.stringify(item).length + 1;
      if (size > this.#left) {
        return { kept, cut: items.length - kept.length };
      }
      this.#left -= size;
      kept.push(item);
    }
    return { kept };
  }
}

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
 * Which objects of a kind are known, and which of its watches sees each: an
 * object is gone when none of them sees it any more. Only names are kept.
 */
export class KnownObjects {
  /** A bit for each watch, by `<namespace>/<name>`. */
  readonly #holders = new Map<string, number>();
  /** By watch, while its list goes on: what that list has not brought yet. */
  readonly #unseen = new Map<number, Set<string>>();

  get size(): number {
    return this.#holders.size;
  }

  listBegan(watch: number): void {
    const bit = 1 << watch;
    const held = [...this.#holders].filter(([, bits]) => bits & bit);
    this.#unseen.set(watch, new Set(held.map(([key]) => key)));
  }

  see(watch: number, key: string): void {
    this.#holders.set(key, (this.#holders.get(key) ?? 0) | (1 << watch));
    this.#unseen.get(watch)?.delete(key);
  }

  /** @returns whether it is gone with that */
  drop(watch: number, key: string): boolean {
    const bits = this.#holders.get(key);
    if (bits === undefined) {
      return false;
    }
    const left = bits & ~(1 << watch);
    if (left) {
      this.#holders.set(key, left);
      return false;
    }
    this.#holders.delete(key);
    return true;
  }

  /** @returns the keys of the objects that the complete list did not bring */
  listEnded(watch: number): readonly string[] {
    const unseen = [...(this.#unseen.get(watch) ?? [])];
    this.#unseen.delete(watch);
    return unseen.filter(key => this.drop(watch, key));
  }

  /** @returns the keys of all that were known */
  clear(): readonly string[] {
    const keys = [...this.#holders.keys()];
    this.#holders.clear();
    this.#unseen.clear();
    return keys;
  }
}

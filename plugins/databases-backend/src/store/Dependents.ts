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
 * Who read what. A dependency is kept as a hash of 32 bits and a reader as a
 * number: ten thousand databases with seven dependencies each take 4 MB so, and
 * several times that as sets of strings. When two hashes are the same, a
 * database is judged once more than needed, with the same result.
 */
export class Dependents {
  readonly #readers = new Map<number, number | Set<number>>();
  /** Hashes by reader. */
  readonly #read: (readonly number[] | undefined)[] = [];

  /** Whoever read the dependency. */
  of(dependency: string): Iterable<number> {
    const readers = this.#readers.get(hashOf(dependency));
    if (readers === undefined) {
      return [];
    }
    return typeof readers === 'number' ? [readers] : readers;
  }

  /** Whether anybody read the dependency. */
  has(dependency: string): boolean {
    return this.#readers.has(hashOf(dependency));
  }

  /** From now on a reader depends on these alone. */
  replace(reader: number, dependencies: Iterable<string>): void {
    const hashes = new Set<number>();
    for (const dependency of dependencies) {
      hashes.add(hashOf(dependency));
    }
    const before = this.#read[reader];
    if (
      before?.length === hashes.size &&
      before.every(hash => hashes.has(hash))
    ) {
      return;
    }
    this.forget(reader);
    for (const hash of hashes) {
      const readers = this.#readers.get(hash);
      if (readers === undefined) {
        this.#readers.set(hash, reader);
      } else if (typeof readers === 'number') {
        this.#readers.set(hash, new Set([readers, reader]));
      } else {
        readers.add(reader);
      }
    }
    this.#read[reader] = [...hashes];
  }

  forget(reader: number): void {
    for (const hash of this.#read[reader] ?? []) {
      const readers = this.#readers.get(hash);
      if (readers instanceof Set && readers.size > 1) {
        readers.delete(reader);
      } else {
        this.#readers.delete(hash);
      }
    }
    this.#read[reader] = undefined;
  }
}

const { imul } = Math;

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

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
  Memory,
  Remark,
  Remembered,
} from '@basewell/plugin-databases-common/domain';

/** Something is remembered that was not, or was different. */
export interface MemoryChange extends Remembered {
  readonly database: string;
  readonly key: string;
}

/**
 * What was seen earlier of every database. It answers from memory; whoever
 * listens writes it down.
 */
export class MemoryBook {
  readonly #pages = new Map<string, Map<string, Remembered>>();
  readonly #onChange: (change: MemoryChange) => void;

  constructor(onChange: (change: MemoryChange) => void = () => {}) {
    this.#onChange = onChange;
  }

  /** Fills in what was written down before. */
  load(changes: readonly MemoryChange[]): void {
    for (const { database, key, ...remembered } of changes) {
      this.#page(database).set(key, remembered);
    }
  }

  of(database: string): Memory {
    return { get: key => this.#pages.get(database)?.get(key) };
  }

  /** @param now - milliseconds since the epoch */
  remember(database: string, remarks: readonly Remark[], now: number): void {
    for (const { key, value } of remarks) {
      const page = this.#page(database);
      const before = page.get(key);
      if (before?.value !== value) {
        const instant = new Date(now).toISOString();
        const remembered: Remembered = {
          value,
          since: instant,
          ...(before && { previous: { value: before.value, until: instant } }),
        };
        page.set(key, remembered);
        this.#onChange({ database, key, ...remembered });
      }
    }
  }

  forget(database: string): void {
    this.#pages.delete(database);
  }

  #page(database: string): Map<string, Remembered> {
    const page = this.#pages.get(database) ?? new Map<string, Remembered>();
    this.#pages.set(database, page);
    return page;
  }
}

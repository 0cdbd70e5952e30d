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

interface Note extends Remembered {
  readonly key: string;
}

/** Something is remembered that was not, or was different. */
export interface MemoryChange extends Note {
  readonly database: string;
}

/**
 * What was seen earlier of every database. It answers from memory; whoever
 * listens writes it down.
 */
export class MemoryBook {
  /** A page has a handful of notes: a map for them would be larger than they are. */
  readonly #pages = new Map<string, readonly Note[]>();
  readonly #onChange: (change: MemoryChange) => void;

  constructor(onChange: (change: MemoryChange) => void = () => {}) {
    this.#onChange = onChange;
  }

  /** Fills in what was written down before. */
  load(changes: readonly MemoryChange[]): void {
    for (const { database, ...note } of changes) {
      this.#note(database, note);
    }
  }

  of(database: string): Memory {
    return { get: key => this.#find(database, key) };
  }

  /** @param now - milliseconds since the epoch */
  remember(database: string, remarks: readonly Remark[], now: number): void {
    const instant = new Date(now).toISOString();
    for (const { key, value } of remarks) {
      const before = this.#find(database, key);
      if (before?.value !== value) {
        const note: Note = {
          key,
          value,
          since: instant,
          ...(before && { previous: { value: before.value, until: instant } }),
        };
        this.#note(database, note);
        this.#onChange({ database, ...note });
      }
    }
  }

  forget(database: string): void {
    this.#pages.delete(database);
  }

  #find(database: string, key: string): Note | undefined {
    return this.#pages.get(database)?.find(note => note.key === key);
  }

  #note(database: string, note: Note): void {
    const others = (this.#pages.get(database) ?? []).filter(
      ({ key }) => key !== note.key,
    );
    // Joined: an array that something is added to keeps room for 16 more.
    this.#pages.set(database, others.concat(note));
  }
}

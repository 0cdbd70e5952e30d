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

import { ApiProblem } from '../kubernetes/ApiProblem';
import { VaultSettings } from './VaultSettings';
import { entryKey, WantedEntry } from './WantedEntry';

/** Leases that are looked up in one round. */
const MOST_LEASES = 50;
/** Milliseconds until those beyond them have their turn, and up to twice that. */
const LEASES_WAIT = 10_000;

/** An entry of one Vault that something reads, and what became of it. */
export interface KnownEntry {
  readonly key: string;
  readonly wanted: WantedEntry;
  /** Kubernetes clusters in which something reads it. */
  readonly kubernetesClusters: readonly string[];
  /** When to read it again: milliseconds since the epoch. */
  dueAt: number;
  hasFact: boolean;
  problem?: ApiProblem;
}

/** The entries of one Vault that are wanted, each once. */
export class KnownEntries {
  readonly #settings: Pick<VaultSettings, 'mounts' | 'leases'>;
  #entries: ReadonlyMap<string, KnownEntry> = new Map();

  /** @param settings - which of those that are wanted are read */
  constructor(settings: Pick<VaultSettings, 'mounts' | 'leases'>) {
    this.#settings = settings;
  }

  get all(): readonly KnownEntry[] {
    return [...this.#entries.values()];
  }

  /**
   * Those that have to be read, the longest due first. Of leases no more than
   * `MOST_LEASES` at once: each database may have its own. The others wait.
   *
   * @param now - milliseconds since the epoch
   * @param random - of 0 to 1, so that they do not come back together
   */
  takeDue(now: number, random: () => number): readonly KnownEntry[] {
    const due = this.all
      .filter(({ dueAt }) => dueAt <= now)
      .sort((a, b) => a.dueAt - b.dueAt);
    const leases = due.filter(({ wanted }) => wanted.type === 'lease');
    const waiting = new Set(leases.slice(MOST_LEASES));
    for (const entry of waiting) {
      entry.dueAt = now + LEASES_WAIT * (1 + random());
    }
    return due.filter(entry => !waiting.has(entry));
  }

  /** Whether it still is as it was when it was taken from here. */
  has(entry: KnownEntry): boolean {
    return this.#entries.get(entry.key) === entry;
  }

  /** @returns those that have to be read at once, and those that nobody wants any more */
  replace(wanted: readonly WantedEntry[]): {
    readonly added: readonly KnownEntry[];
    readonly gone: readonly KnownEntry[];
  } {
    const before = this.#entries;
    const added: KnownEntry[] = [];
    const entries = new Map<string, KnownEntry>();
    for (const [key, readers] of this.#byKey(wanted)) {
      const kubernetesClusters = [
        ...new Set(readers.map(({ kubernetesCluster }) => kubernetesCluster)),
      ].sort();
      const known = before.get(key);
      if (known?.kubernetesClusters.join() === kubernetesClusters.join()) {
        entries.set(key, known);
      } else {
        const entry: KnownEntry = {
          key,
          wanted: readers[0],
          kubernetesClusters,
          dueAt: 0,
          hasFact: known?.hasFact ?? false,
        };
        entries.set(key, entry);
        added.push(entry);
      }
    }
    this.#entries = entries;
    const gone = [...before.values()].filter(({ key }) => !entries.has(key));
    return { added, gone };
  }

  #byKey(
    wanted: readonly WantedEntry[],
  ): ReadonlyMap<string, readonly WantedEntry[]> {
    const groups = new Map<string, WantedEntry[]>();
    for (const entry of wanted) {
      if (this.#isRead(entry)) {
        const key = entryKey(entry);
        const group = groups.get(key) ?? [];
        group.push(entry);
        groups.set(key, group);
      }
    }
    return groups;
  }

  #isRead({ mount, type }: WantedEntry): boolean {
    const { mounts, leases } = this.#settings;
    return (
      (mounts?.includes(mount) ?? true) && (type !== 'lease' || leases === true)
    );
  }
}

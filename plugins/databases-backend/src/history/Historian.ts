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

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DatabaseIdentity,
  LaneId,
  laneIds,
  LaneState,
} from '@basewell/plugin-databases-common';
import { KnownDatabase } from '../store/KnownDatabase';
import { MemoryChange } from '../store/MemoryBook';
import { DatabaseChange } from '../store/DatabaseChange';
import { HistoryStore, LastKnown, SeenTransition } from './HistoryStore';

const RETRY_MS = 30_000;
/** A database that is away for long costs no more memory than this. */
const MOST_WAITING = 100_000;

/**
 * Writes down what changes, behind the answers: a database that is slow or away
 * delays nothing and loses nothing within reason.
 */
export class Historian {
  readonly #store: HistoryStore;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  /** States by database. */
  readonly #known = new Map<string, { [lane in LaneId]?: LaneState }>();
  /** As they are written down. */
  readonly #identities = new Map<string, DatabaseIdentity>();
  #transitions: SeenTransition[] = [];
  #databases = new Map<string, KnownDatabase>();
  #memory: MemoryChange[] = [];
  #gone = new Set<string>();
  #writing: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: {
    readonly store: HistoryStore;
    readonly logger: LoggerService;
    /** Milliseconds since the epoch. */
    readonly now?: () => number;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** What was known before the process started. */
  load(
    lastKnown: readonly LastKnown[],
    databases: readonly KnownDatabase[] = [],
  ): void {
    for (const { identity } of databases) {
      this.#identities.set(identity.id, identity);
    }
    for (const { database, lane, state } of lastKnown) {
      this.#known.set(database, {
        ...this.#known.get(database),
        [lane]: state,
      });
    }
  }

  /** Takes note of judgements; those made of incomplete knowledge say nothing. */
  see(changes: readonly DatabaseChange[]): void {
    const at = new Date(this.#now()).toISOString();
    for (const change of changes) {
      if (!change.row) {
        this.#known.delete(change.id);
        this.#identities.delete(change.id);
        this.#databases.delete(change.id);
        this.#gone.add(change.id);
      } else if (change.judgement?.complete) {
        this.#gone.delete(change.id);
        this.#transitions.push(...this.#compare(change, at));
        this.#meet(change.row.identity, at);
      }
    }
    this.#write();
  }

  remember(change: MemoryChange): void {
    this.#memory.push(change);
    this.#write();
  }

  /** Resolves when everything so far is written, or has failed. */
  async settle(): Promise<void> {
    while (this.#writing) {
      await this.#writing;
    }
  }

  stop(): Promise<void> {
    clearTimeout(this.#retry);
    return this.settle();
  }

  #meet(identity: DatabaseIdentity, seenAt: string): void {
    const { id } = identity;
    if (!isSame(this.#identities.get(id), identity)) {
      this.#databases.set(id, { identity, seenAt });
    }
    this.#identities.set(id, identity);
  }

  #compare(
    { id, row, judgement, version }: DatabaseChange,
    at: string,
  ): readonly SeenTransition[] {
    const before = this.#known.get(id) ?? {};
    this.#known.set(id, row!.states);
    return laneIds.flatMap(lane => {
      const verdict = judgement!.verdicts[lane];
      if (!verdict || verdict.state === before[lane]) {
        return [];
      }
      const rule = verdict.findings.find(({ state }) => state)?.rule;
      return [
        {
          database: id,
          kubernetesCluster: row!.identity.kubernetesCluster,
          lane,
          ...(before[lane] && { from: before[lane] }),
          to: verdict.state,
          at,
          summary: verdict.summary,
          ...(rule && { rule }),
          ...(version && { version }),
        },
      ];
    });
  }

  #write(): void {
    this.#writing ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    // Whatever comes within this turn goes into one statement.
    await new Promise(setImmediate);
    while (this.#isWaiting() && (await this.#writeWaiting()));
    // In one turn with the last look: what comes now begins a new round.
    this.#writing = undefined;
  }

  #isWaiting(): boolean {
    return Boolean(
      this.#transitions.length ||
      this.#memory.length ||
      this.#databases.size ||
      this.#gone.size,
    );
  }

  /** @returns whether it was written; otherwise it waits on */
  async #writeWaiting(): Promise<boolean> {
    const transitions = this.#transitions;
    const memory = this.#memory;
    const databases = this.#databases;
    const gone = this.#gone;
    this.#transitions = [];
    this.#databases = new Map();
    this.#memory = [];
    this.#gone = new Set();
    try {
      await this.#store.saveTransitions(transitions);
      await this.#store.saveMemory(memory);
      await this.#store.saveDatabases([...databases.values()]);
      await this.#store.forget([...gone]);
      return true;
    } catch (error) {
      this.#logger.error(
        `History was not written and is tried again in ${RETRY_MS / 1000} s; check the plugin's database: ${error}`,
      );
      this.#transitions = [...transitions, ...this.#transitions].slice(
        -MOST_WAITING,
      );
      this.#memory = [...memory, ...this.#memory].slice(-MOST_WAITING);
      this.#databases = new Map([...databases, ...this.#databases]);
      gone.forEach(id => this.#gone.add(id));
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.#write(), RETRY_MS);
      this.#retry.unref();
      return false;
    }
  }
}

function isSame(
  before: DatabaseIdentity | undefined,
  after: DatabaseIdentity,
): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

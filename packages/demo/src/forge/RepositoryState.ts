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

import { readFile, rename, writeFile } from 'node:fs/promises';
import { ForgeStatus } from '@basewell/plugin-databases-node';

/** What the forge knows about a repository and git does not. @internal */
export interface RepositoryState {
  /** Nobody may write. */
  readonly archived: boolean;
  /** Branches that are only changed by merging. */
  readonly protectedBranches: readonly string[];
  /** In the order of their numbers, from 1. */
  readonly pulls: readonly PullRecord[];
  readonly statuses: readonly StatusRecord[];
}

/** @internal */
export interface PullRecord {
  readonly number: number;
  /** With the prefix of a draft. */
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  readonly base: string;
  readonly author: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** ISO instants. */
  readonly createdAt: string;
  readonly endedAt?: string;
  /** Head of the base branch that a merged one was merged into. */
  readonly mergedOnto?: string;
}

/** @internal */
export interface StatusRecord extends ForgeStatus {
  readonly commit: string;
}

const newRepository: RepositoryState = {
  archived: false,
  protectedBranches: [],
  pulls: [],
  statuses: [],
};

/** The state as a JSON file beside the repository. @internal */
export class RepositoryStateFile {
  readonly #path: string;
  #state?: RepositoryState;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<RepositoryState> {
    this.#state ??= await readState(this.#path);
    return this.#state;
  }

  /** A crash leaves either what was or what is, never half of it. */
  async update(change: Partial<RepositoryState>): Promise<void> {
    const state = { ...(await this.read()), ...change };
    const draft = `${this.#path}.new`;
    await writeFile(draft, `${JSON.stringify(state, undefined, 2)}\n`);
    await rename(draft, this.#path);
    this.#state = state;
  }
}

async function readState(path: string): Promise<RepositoryState> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return newRepository;
    }
    throw error;
  }
}

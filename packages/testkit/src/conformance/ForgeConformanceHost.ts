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

import { RepositoryRef } from '@basewell/plugin-databases-common';
import { Forge } from '@basewell/plugin-databases-node';
import type { ProxiedRequest } from './ForgeProxy';

/**
 * A running git host, and the forge that is to serve it. Everything that the
 * suite wants to know independently of the forge it finds out by git.
 */
export interface ForgeConformanceHost {
  /** Where the host answers, as in `baseUrl` of its integration. */
  readonly url: string;
  /** The forge under test, configured with the writer's token. */
  forge(options?: ForgeUnderTest): Forge;
  /** Personal tokens of four people. */
  readonly tokens: {
    readonly writer: string;
    /** May read the repositories. */
    readonly reader: string;
    /** Has an account, and may not even see them. */
    readonly stranger: string;
    /** Of nobody. */
    readonly wrong: string;
  };
  /** Login name of the writer. */
  readonly writer: string;
  createRepository(seed: RepositorySeed): Promise<RepositoryRef>;
  /** Something that `git clone` and `git push` understand, with the rights of the writer. */
  gitUrl(repository: RepositoryRef): string;
  /** Merges a pull request with a merge commit, as its page would. */
  merge(repository: RepositoryRef, number: number): Promise<void>;
  /** Opens a pull request into another branch than the repository's. */
  openPullRequest(
    repository: RepositoryRef,
    request: { readonly branch: string; readonly into: string },
  ): Promise<void>;
  /** What a pull request has been given when it was opened. */
  given(
    repository: RepositoryRef,
    number: number,
  ): Promise<{
    readonly labels: readonly string[];
    readonly reviewers: readonly string[];
  }>;
  /** Makes a label, where there are none but those that somebody made. */
  prepareLabel?(repository: RepositoryRef, name: string): Promise<void>;
  /** What pull requests have here beside their text, and the forge gives them. */
  readonly gives: readonly ('labels' | 'reviewers')[];
  /** Whether the forge says of which reviewers nobody is known here. */
  readonly tellsUnknown?: boolean;
  /** Whether labels fail here though hosts of its kind have them. */
  readonly refusesLabels?: boolean;
  statuses(
    repository: RepositoryRef,
    commit: string,
  ): Promise<readonly ConformanceStatus[]>;
  /** Whether the host tells beforehand what it does not let a person do. */
  readonly tellsBeforehand?: boolean;
  /** Whether archived repositories cannot even be read here. */
  readonly hidesArchived?: boolean;
  /** Whether a request changes nothing; `GET` does not when it is left out. */
  isRead?(request: ProxiedRequest): boolean;
  /** Whether a person who may only read sets statuses here. */
  readonly readersSetStatuses?: boolean;
  /** Whether repositories cannot be archived here. */
  readonly archivesNothing?: boolean;
  stop(): Promise<void>;
}

export interface ForgeUnderTest {
  /** Instead of the host's own address. */
  readonly baseUrl?: string;
  /** Milliseconds per request. */
  readonly timeout?: number;
}

/** A private repository that begins with one commit on `main`. */
export interface RepositorySeed {
  /** Content by path; left out for an empty repository. */
  readonly files?: { readonly [path: string]: string };
  readonly executables?: readonly string[];
  /** Target by path of the link. */
  readonly links?: { readonly [path: string]: string };
  readonly archived?: boolean;
  /** Branch that nobody may push to. */
  readonly protectedBranch?: string;
}

export interface ConformanceStatus {
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly url: string;
}

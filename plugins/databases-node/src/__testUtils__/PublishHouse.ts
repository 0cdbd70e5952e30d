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

import { RepositoryRole } from '@basewell/plugin-databases-common';
import { SimulatedRepository } from '@basewell/testkit';
import { ForgeRuntime, Forges } from '../forges';

/** What the two repositories hold at first: content by path. */
export type HouseFiles = {
  readonly [role in RepositoryRole]: { readonly [path: string]: Uint8Array };
};

/** As the host itself lists it. */
interface OpenPullRequest {
  readonly number: number;
  readonly branch: string;
  readonly labels?: readonly string[];
  readonly reviewers?: readonly string[];
}

/** The hosts of a scene's two repositories. */
export interface PublishHouse {
  readonly repoUrls: { readonly [role in RepositoryRole]: string };
  /** As the portal opens them. */
  forges(runtime: Partial<ForgeRuntime>): Forges;
  /** Something that `git clone` and `git push` understand. */
  gitUrl(role: RepositoryRole): string;
  /** Open pull requests, as the host itself lists them. */
  open(role: RepositoryRole): Promise<readonly OpenPullRequest[]>;
  close(role: RepositoryRole, number: number): Promise<void>;
  /** @throws Error when it cannot be merged yet */
  merge(role: RepositoryRole, number: number): Promise<void>;
  /** Makes a repository read-only, where the scene needs it. */
  archive?(role: RepositoryRole): void;
  /** Keeps a branch from being pushed to; the host does not tell beforehand. */
  protect?(role: RepositoryRole, branch: string): void;
  unprotect?(role: RepositoryRole, branch: string): void;
  /** A repository of a simulated host, with the rules that it has. */
  simulated?(role: RepositoryRole): SimulatedRepository;
  /** Demands an approval of one of these people, where the host knows such rules. */
  demand?(role: RepositoryRole, approvers: readonly string[]): void;
  stop(): Promise<void>;
}

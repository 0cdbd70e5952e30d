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
import { AzureApi } from './AzureApi';
import { AzureBranches } from './AzureBranches';
import { AzureCommits } from './AzureCommits';
import { AzurePulls } from './AzurePulls';
import { AzureTree } from './AzureTree';
import {
  ForgeBranch,
  ForgeCommit,
  ForgeCommitRequest,
  ForgeFileCommit,
  ForgeIntent,
  ForgePullRequest,
  ForgeRepository,
  ForgeStanding,
  ForgeStatus,
} from './Forge';
import { readAzureStanding } from './readAzureStanding';
import { setAzureStatus } from './setAzureStatus';
import { standingOf } from './standingOf';

/** One repository on Azure DevOps; the parts beside it do the work. @internal */
export class AzureRepository implements ForgeRepository {
  readonly ref: RepositoryRef;
  readonly #api: AzureApi;
  readonly #tree: AzureTree;
  readonly #branches: AzureBranches;
  readonly #commits: AzureCommits;
  readonly #pulls: AzurePulls;

  constructor(ref: RepositoryRef, api: AzureApi) {
    this.ref = ref;
    this.#api = api;
    this.#tree = new AzureTree(api);
    this.#branches = new AzureBranches(api);
    this.#commits = new AzureCommits(
      api,
      this.#tree,
      this.#branches,
      ref.branch,
    );
    this.#pulls = new AzurePulls(api, this.#branches, ref);
  }

  findBranch(name: string): Promise<ForgeBranch | undefined> {
    return this.#branches.find(name);
  }

  listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    return this.#tree.listFolder(commit, folder);
  }

  listFiles(commit: string, folder: string): Promise<readonly string[]> {
    return this.#tree.listFiles(commit, folder);
  }

  listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    return this.#tree.listCommits(commit, path, limit);
  }

  readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    return this.#tree.readFiles(commit, paths);
  }

  commit(request: ForgeCommitRequest): Promise<ForgeCommit> {
    return this.#commits.commit(request);
  }

  findPullRequests(branch: string): Promise<readonly ForgePullRequest[]> {
    return this.#pulls.find(branch);
  }

  listOpenPullRequests(prefix: string): Promise<readonly ForgePullRequest[]> {
    return this.#pulls.listOpen(prefix);
  }

  createPullRequest(
    request: Parameters<ForgeRepository['createPullRequest']>[0],
  ): Promise<ForgePullRequest> {
    return this.#pulls.create(request);
  }

  updatePullRequest(
    number: number,
    change: Parameters<ForgeRepository['updatePullRequest']>[1],
  ): Promise<ForgePullRequest> {
    return this.#pulls.update(number, change);
  }

  closePullRequest(number: number): Promise<void> {
    return this.#pulls.close(number);
  }

  deleteBranch(name: string): Promise<void> {
    return this.#branches.delete(name);
  }

  async standing(intent: ForgeIntent): Promise<ForgeStanding> {
    const { ref } = this;
    const facts = await readAzureStanding(this.#api, ref.branch, intent);
    return standingOf(ref, facts, intent);
  }

  setStatus(commit: string, status: ForgeStatus): Promise<void> {
    return setAzureStatus(this.#api, commit, status);
  }
}

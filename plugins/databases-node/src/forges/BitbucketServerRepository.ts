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
import { BitbucketServerApi } from './BitbucketServerApi';
import { BitbucketServerBranches } from './BitbucketServerBranches';
import {
  BitbucketServerCommits,
  BitbucketServerCommitter,
} from './BitbucketServerCommits';
import { BitbucketServerFiles } from './BitbucketServerFiles';
import { BitbucketServerPulls } from './BitbucketServerPulls';
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
import { listBitbucketServerCommits } from './listBitbucketServerCommits';
import { readBitbucketServerStanding } from './readBitbucketServerStanding';
import { setBitbucketServerStatus } from './setBitbucketServerStatus';
import { standingOf } from './standingOf';

/** One repository on a Bitbucket Data Center; the parts beside it do the work. @internal */
export class BitbucketServerRepository implements ForgeRepository {
  readonly ref: RepositoryRef;
  readonly #api: BitbucketServerApi;
  readonly #page: string;
  readonly #branches: BitbucketServerBranches;
  readonly #files: BitbucketServerFiles;
  readonly #commits: BitbucketServerCommits;
  readonly #pulls: BitbucketServerPulls;

  /** @param page - of the repository, for people */
  constructor(
    ref: RepositoryRef,
    api: BitbucketServerApi,
    page: string,
    committer: BitbucketServerCommitter,
  ) {
    this.ref = ref;
    this.#api = api;
    this.#page = page;
    this.#branches = new BitbucketServerBranches(api);
    this.#files = new BitbucketServerFiles(api);
    this.#commits = new BitbucketServerCommits({
      api,
      branches: this.#branches,
      files: this.#files,
      base: ref.branch,
      committer,
    });
    this.#pulls = new BitbucketServerPulls(api, ref.branch);
  }

  findBranch(name: string): Promise<ForgeBranch | undefined> {
    return this.#branches.find(name);
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    return (await this.#files.at(commit)).names(folder);
  }

  listFiles(commit: string, folder: string): Promise<readonly string[]> {
    return this.#files.listFiles(commit, folder);
  }

  listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    return listBitbucketServerCommits(this.#api, commit, path, limit);
  }

  readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    return this.#files.readFiles(commit, paths);
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
    const facts = await readBitbucketServerStanding(this.#api, this.ref);
    return standingOf(this.ref, facts, intent);
  }

  setStatus(commit: string, status: ForgeStatus): Promise<void> {
    return setBitbucketServerStatus(
      this.#api,
      commit,
      status,
      `${this.#page}/commits/${commit}`,
    );
  }
}

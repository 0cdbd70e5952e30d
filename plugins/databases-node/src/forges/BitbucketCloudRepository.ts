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
import { BitbucketCloudApi } from './BitbucketCloudApi';
import { BitbucketCloudBranches } from './BitbucketCloudBranches';
import { BitbucketCloudCommits } from './BitbucketCloudCommits';
import { BitbucketCloudContents } from './BitbucketCloudContents';
import { BitbucketCloudPulls } from './BitbucketCloudPulls';
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
import { listBitbucketCloudCommits } from './listBitbucketCloudCommits';
import { setBitbucketCloudStatus } from './setBitbucketCloudStatus';
import { standingOf } from './standingOf';

/** One repository on Bitbucket Cloud; the parts beside it do the work. @internal */
export class BitbucketCloudRepository implements ForgeRepository {
  readonly ref: RepositoryRef;
  readonly #api: BitbucketCloudApi;
  readonly #branches: BitbucketCloudBranches;
  readonly #contents: BitbucketCloudContents;
  readonly #commits: BitbucketCloudCommits;
  readonly #pulls: BitbucketCloudPulls;

  constructor(ref: RepositoryRef, api: BitbucketCloudApi) {
    this.ref = ref;
    this.#api = api;
    this.#branches = new BitbucketCloudBranches(api);
    this.#contents = new BitbucketCloudContents(api, this.#branches);
    this.#commits = new BitbucketCloudCommits({
      api,
      branches: this.#branches,
      contents: this.#contents,
      base: ref.branch,
    });
    this.#pulls = new BitbucketCloudPulls(api, this.#branches, ref.branch);
  }

  findBranch(name: string): Promise<ForgeBranch | undefined> {
    return this.#branches.find(name);
  }

  listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    return this.#contents.listFolder(commit, folder);
  }

  listFiles(commit: string, folder: string): Promise<readonly string[]> {
    return this.#contents.listFiles(commit, folder);
  }

  listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    return listBitbucketCloudCommits(this.#api, commit, path, limit);
  }

  readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    return this.#contents.readFiles(commit, paths);
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

  /**
   * A fork is told. Restrictions of branches are shown to administrators, and
   * what a token may do to nobody but accounts of people.
   */
  async standing(intent: ForgeIntent): Promise<ForgeStanding> {
    const { parent } = await this.#api.facts();
    const forkOf = parent?.full_name;
    return standingOf(this.ref, { forkOf }, intent);
  }

  setStatus(commit: string, status: ForgeStatus): Promise<void> {
    const { host, owner, repo } = this.ref;
    return setBitbucketCloudStatus(
      this.#api,
      commit,
      status,
      `https://${host}/${owner}/${repo}/commits/${commit}`,
    );
  }
}

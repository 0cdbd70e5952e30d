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
import { GiteaApi } from './GiteaApi';
import { GiteaCommits } from './GiteaCommits';
import { GiteaFiles } from './GiteaFiles';
import { GiteaPulls } from './GiteaPulls';
import { GiteaStanding } from './GiteaStanding';
import { GiteaTrees } from './GiteaTrees';

/** One repository on a Gitea; the parts beside it do the work. @internal */
export class GiteaRepository implements ForgeRepository {
  readonly ref: RepositoryRef;
  readonly #api: GiteaApi;
  readonly #trees: GiteaTrees;
  readonly #files: GiteaFiles;
  readonly #commits: GiteaCommits;
  readonly #pulls: GiteaPulls;
  readonly #standing: GiteaStanding;

  constructor(ref: RepositoryRef, api: GiteaApi) {
    this.ref = ref;
    this.#api = api;
    this.#trees = new GiteaTrees(api);
    this.#files = new GiteaFiles(api);
    this.#commits = new GiteaCommits(api, ref.branch);
    this.#pulls = new GiteaPulls(api, ref);
    this.#standing = new GiteaStanding(api, ref);
  }

  findBranch(
    name: string,
    { toList = false }: { readonly toList?: boolean } = {},
  ): Promise<ForgeBranch | undefined> {
    return toList
      ? this.#trees.findBranch(name)
      : this.#commits.findBranch(name);
  }

  listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    return this.#trees.listFolder(commit, folder);
  }

  listFiles(commit: string, folder: string): Promise<readonly string[]> {
    return this.#trees.listFiles(commit, folder);
  }

  listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    return this.#commits.listCommits(commit, path, limit);
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const possible = await this.#trees.possibleFiles(commit, paths);
    const read = await this.#files.readFiles(commit, possible);
    return new Map(paths.map(path => [path, read.get(path)]));
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
    return this.#commits.deleteBranch(name);
  }

  standing(intent: ForgeIntent): Promise<ForgeStanding> {
    return this.#standing.read(intent);
  }

  async setStatus(commit: string, status: ForgeStatus): Promise<void> {
    await this.#api.send({
      purpose: `set the status ${status.context} of ${commit}`,
      method: 'POST',
      path: ['statuses', commit],
      body: {
        context: status.context,
        state: status.state,
        description: status.description,
        target_url: status.url ?? '',
      },
    });
  }
}

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
  ForgeApproval,
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
import { GitlabApi } from './GitlabApi';
import { GitlabCommits } from './GitlabCommits';
import { GitlabFiles } from './GitlabFiles';
import { GitlabHistory } from './GitlabHistory';
import { GitlabPulls } from './GitlabPulls';
import { GitlabStanding } from './GitlabStanding';
import { readGitlabApprovals } from './readGitlabApprovals';
import { readGitlabRules } from './readGitlabRules';
import { setGitlabStatus } from './setGitlabStatus';
import { standingOf, WriteFacts } from './standingOf';
import { GitlabTrees } from './GitlabTrees';

/** One project on a GitLab; the parts beside it do the work. @internal */
export class GitlabRepository implements ForgeRepository {
  readonly ref: RepositoryRef;
  readonly #api: GitlabApi;
  readonly #trees: GitlabTrees;
  readonly #files: GitlabFiles;
  readonly #history: GitlabHistory;
  readonly #commits: GitlabCommits;
  readonly #pulls: GitlabPulls;

  constructor(ref: RepositoryRef, api: GitlabApi) {
    this.ref = ref;
    this.#api = api;
    this.#trees = new GitlabTrees(api);
    this.#files = new GitlabFiles(api);
    this.#history = new GitlabHistory(api);
    this.#commits = new GitlabCommits(
      api,
      new GitlabStanding(this.#trees, this.#files),
      ref.branch,
    );
    this.#pulls = new GitlabPulls(api, ref.branch);
  }

  findBranch(name: string): Promise<ForgeBranch | undefined> {
    return this.#commits.findBranch(name);
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
    return this.#history.listCommits(commit, path, limit);
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

  approvals(): Promise<readonly ForgeApproval[]> {
    return readGitlabApprovals(this.#api, this.ref.branch);
  }

  async standing(intent: ForgeIntent): Promise<ForgeStanding> {
    const access = await this.#api.access('find out what is allowed');
    const { archived, mergeRequestsEnabled, userPermissions } = access;
    const rules: WriteFacts = userPermissions.adminProject
      ? await readGitlabRules(this.#api, intent)
      : {};
    const forwards = access.mergeRequestsFfOnlyEnabled;
    return standingOf(
      this.ref,
      {
        ...rules,
        merging: rules.merging?.methods
          ? rules.merging
          : { methods: forwards ? ['fast-forward'] : [] },
        archived,
        mayPush: userPermissions.pushCode,
        takesPullRequests: mergeRequestsEnabled,
        mayOpenPullRequests: userPermissions.createMergeRequestIn,
      },
      intent,
    );
  }

  setStatus(commit: string, status: ForgeStatus): Promise<void> {
    return setGitlabStatus(this.#api, commit, status);
  }
}

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
import { GithubApi, isReader } from './GithubApi';
import { GithubBranches } from './GithubBranches';
import { GithubCommits } from './GithubCommits';
import { GithubPulls } from './GithubPulls';
import { GithubRules } from './GithubRules';
import { GithubTree } from './GithubTree';
import { MergeMethod, standingOf } from './standingOf';

/** More is refused. */
const LONGEST_DESCRIPTION = 140;

/** One repository on GitHub; the parts beside it do the work. @internal */
export class GithubRepository implements ForgeRepository {
  readonly ref: RepositoryRef;
  readonly #api: GithubApi;
  readonly #tree: GithubTree;
  readonly #branches: GithubBranches;
  readonly #commits: GithubCommits;
  readonly #pulls: GithubPulls;
  readonly #rules: GithubRules;

  constructor(ref: RepositoryRef, api: GithubApi) {
    this.ref = ref;
    this.#api = api;
    this.#tree = new GithubTree(api);
    this.#branches = new GithubBranches(api);
    this.#rules = new GithubRules(api, ref.branch);
    this.#commits = new GithubCommits(
      api,
      { tree: this.#tree, branches: this.#branches, rules: this.#rules },
      { nameWithOwner: `${ref.owner}/${ref.repo}`, base: ref.branch },
    );
    this.#pulls = new GithubPulls(api, ref);
  }

  findBranch(name: string): Promise<ForgeBranch | undefined> {
    if (name !== this.ref.branch) {
      // Whoever looks for a branch of ours may write to it next. What fails here
      // fails again where it is asked for.
      this.#rules.prepare().catch(() => {});
    }
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
    const purpose = 'find out what is allowed';
    const [parent, merging, absent] = await Promise.all([
      this.#rules.parent(),
      this.#rules.merging(),
      this.#branches.isAbsent(intent.branch),
    ]);
    const facts = await this.#api.facts(purpose);
    const methods = (
      [
        ['merge', facts.mergeCommitAllowed],
        ['squash', facts.squashMergeAllowed],
        ['rebase', facts.rebaseMergeAllowed],
      ] as const
    ).flatMap(([method, allowed]): MergeMethod[] => (allowed ? [method] : []));
    return standingOf(
      this.ref,
      {
        archived: facts.isArchived,
        // An App has none: it is told when it tries.
        mayPush: !isReader(facts),
        refusals: await this.#rules.refusals(intent, !absent),
        forkOf: parent,
        merging: { ...merging, methods },
      },
      intent,
    );
  }

  async setStatus(commit: string, status: ForgeStatus): Promise<void> {
    await this.#api.rest({
      purpose: `set the status ${status.context} of ${commit}`,
      method: 'POST',
      path: ['statuses', commit],
      body: {
        context: status.context,
        state: status.state,
        description: status.description.slice(0, LONGEST_DESCRIPTION),
        ...(status.url && { target_url: status.url }),
      },
    });
  }
}

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

import { ConflictError, NotImplementedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  ForgeBranch,
  ForgeCommit,
  ForgeCommitRequest,
  ForgeFileChange,
  ForgeFileCommit,
} from './Forge';
import { ForgeAnswer, ForgeCall } from './ForgeHttp';
import { findGiteaRef } from './findGiteaRef';
import { GiteaApi } from './GiteaApi';
import { gitBlobId } from './gitBlobId';

interface CommitAnswer {
  readonly commit: {
    readonly sha: string;
    readonly parents: readonly { readonly sha: string }[];
  };
}

interface ListedCommit {
  readonly sha: string;
  readonly commit: { readonly committer: { readonly date: string } };
}

/**
 * Branches, and commits on them.
 *
 * Gitea checks each changed file by its blob id, and not which commit a branch
 * is at: that is checked before, where the branch exists, and afterwards by the
 * new commit's parent. A commit that came to stand on another one than was
 * meant is taken back.
 *
 * @internal
 */
export class GiteaCommits {
  readonly #api: GiteaApi;
  readonly #base: string;

  constructor(api: GiteaApi, base: string) {
    this.#api = api;
    this.#base = base;
  }

  /**
   * Asks git. Gitea's own list of branches is behind it: a push writes there
   * after it has moved the branch, and not at all when its database is busy.
   */
  async findBranch(name: string): Promise<ForgeBranch | undefined> {
    const commit = await findGiteaRef(this.#api, `refs/heads/${name}`);
    return commit === undefined ? undefined : { name, commit };
  }

  async listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    const listed = await this.#api.get<readonly ListedCommit[]>(
      `list the commits of ${path}`,
      ['commits'],
      {
        ...{ sha: commit, path, limit: String(limit) },
        // What it costs the host to find out, and nobody reads here.
        ...{ stat: 'false', verification: 'false', files: 'false' },
      },
    );
    // Older hosts do not look at the limit when there is a path.
    return (listed ?? [])
      .slice(0, limit)
      .map(({ sha, commit: { committer } }) => ({
        commit: sha,
        at: new Date(committer.date).toISOString(),
      }));
  }

  async deleteBranch(name: string): Promise<void> {
    await this.#api.send({
      purpose: `delete the branch ${name}`,
      method: 'DELETE',
      path: ['branches', ...name.split('/')],
      accept: [404],
    });
  }

  async commit(request: ForgeCommitRequest): Promise<ForgeCommit> {
    const { branch, create, onto, replaces, message, changes } = request;
    if (replaces !== undefined) {
      return this.#replace(request, replaces);
    }
    if (!create) {
      await this.#expectHead(branch, onto);
    }
    const call: ForgeCall = {
      purpose: `commit to the branch ${branch}`,
      method: 'POST',
      path: ['contents'],
      body: {
        message,
        branch: create ? this.#base : branch,
        new_branch: branch,
        files: changes.map(change => toOperation(change, onto)),
      },
      accept: [403, 404, 500],
    };
    const answer = await this.#api.send(call);
    if (answer.status !== 201) {
      throw await this.#refusal(call, answer, request);
    }
    const { sha, parents } = (answer.body as CommitAnswer).commit;
    const parent = parents[0]?.sha;
    if (parent !== onto) {
      const state = await this.#takeBack(request, sha, parent);
      throw new ConflictError(
        `${this.#api.attempt(call)}: ${create ? this.#base : branch} moved from ${onto} to ${parent} in that moment, and the commit ${state}. Run again`,
      );
    }
    return { commit: sha };
  }

  /**
   * The commit is made on a branch beside it, and then the branch moves there,
   * unless it is somewhere else meanwhile.
   */
  async #replace(
    { branch, ...request }: ForgeCommitRequest,
    replaces: string,
  ): Promise<ForgeCommit> {
    const beside = `${branch}.next`;
    // One that an interrupted run left would be in the way.
    await this.deleteBranch(beside);
    const made = await this.commit({
      ...request,
      branch: beside,
      create: true,
      replaces: undefined,
    });
    const call: ForgeCall = {
      purpose: `move the branch ${branch}`,
      method: 'PUT',
      path: ['branches', ...branch.split('/')],
      body: {
        new_commit_id: made.commit,
        old_commit_id: replaces,
        force: true,
      },
      accept: [404, 405, 409, 422],
    };
    const answer = await this.#api.send(call);
    await this.deleteBranch(beside);
    if (answer.status < 300) {
      return made;
    }
    const head = await this.findBranch(branch);
    throw head?.commit === replaces
      ? new NotImplementedError(
          `${this.#api.attempt(call)}: it takes Gitea 1.26 or newer`,
        )
      : this.#api.error(call, { ...answer, status: 409 });
  }

  async #expectHead(branch: string, onto: string) {
    const head = await this.findBranch(branch);
    if (head?.commit !== onto) {
      throw new ConflictError(
        `${this.#api.attempt({ purpose: `commit to the branch ${branch}` })}: it ${head ? `moved from ${onto} to ${head.commit}` : 'is gone'}. Run again`,
      );
    }
  }

  /**
   * 404: the base branch or a file to change is gone. Two pushes that meet are
   * answered like Gitea's own failures (500), or like a missing permission (403)
   * with git's words or without any. Where the branch is then tells them apart.
   */
  async #refusal(
    call: ForgeCall,
    answer: ForgeAnswer,
    { branch, create, onto }: ForgeCommitRequest,
  ): Promise<Error> {
    if (answer.status === 404 || answer.said.includes('cannot lock ref')) {
      return this.#api.error(call, { ...answer, status: 409 });
    }
    const head = await this.findBranch(branch);
    const moved = create ? head !== undefined : head?.commit !== onto;
    return this.#api.error(call, moved ? { ...answer, status: 409 } : answer);
  }

  /** Says what became of the commit. */
  async #takeBack(
    { branch, create }: ForgeCommitRequest,
    sha: string,
    parent: string,
  ): Promise<string> {
    if (create) {
      await this.deleteBranch(branch);
      return 'was removed with its branch';
    }
    const answer = await this.#api.send({
      purpose: `take back a commit on the branch ${branch}`,
      method: 'PUT',
      path: ['branches', ...branch.split('/')],
      // The host refuses when the branch has moved on.
      body: { new_commit_id: parent, old_commit_id: sha, force: true },
      accept: [403, 404, 405, 409, 422],
    });
    return answer.status < 300 ? 'was taken back' : `${sha} stands upon it`;
  }
}

function toOperation(change: ForgeFileChange, onto: string): JsonObject {
  const { path, content, previous } = change;
  const sha = previous === undefined ? undefined : gitBlobId(previous, onto);
  if (content === undefined) {
    return { operation: 'delete', path, sha };
  }
  return {
    operation: sha ? 'update' : 'create',
    path,
    sha,
    content: Buffer.from(content, 'utf8').toString('base64'),
  };
}

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

import {
  ConflictError,
  NotAllowedError,
  NotImplementedError,
} from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  ForgeBranch,
  ForgeCommit,
  ForgeCommitRequest,
  ForgeFileChange,
} from './Forge';
import { findConflict } from './findConflict';
import { ForgeAnswer, ForgeCall } from './ForgeHttp';
import { GitlabApi } from './GitlabApi';
import { GitlabStanding } from './GitlabStanding';

interface Branch {
  readonly name: string;
  readonly commit: { readonly id: string };
  readonly protected: boolean;
  readonly can_push: boolean;
}

interface CommitAnswer {
  readonly id: string;
  readonly parent_ids: readonly string[];
}

/**
 * Branches, and commits on them.
 *
 * GitLab makes a commit on the head of a branch as it is in that moment, and its
 * answer names the parent. What the parent holds was looked at before; when it is
 * another one than was meant, the commit is taken back. `force` would overwrite
 * whatever the branch is at by then, so it is only used for branches that nobody
 * but us knows. The one way to move a branch from a known commit is git's own.
 *
 * @internal
 */
export class GitlabCommits {
  readonly #api: GitlabApi;
  readonly #standing: GitlabStanding;
  readonly #base: string;

  constructor(api: GitlabApi, standing: GitlabStanding, base: string) {
    this.#api = api;
    this.#standing = standing;
    this.#base = base;
  }

  async findBranch(name: string): Promise<ForgeBranch | undefined> {
    const branch = await this.#read(name);
    return branch && { name, commit: branch.commit.id };
  }

  async deleteBranch(name: string): Promise<void> {
    await this.#api.send({
      purpose: `delete the branch ${name}`,
      method: 'DELETE',
      path: ['repository', 'branches', name],
      accept: [404],
    });
  }

  async commit(request: ForgeCommitRequest): Promise<ForgeCommit> {
    const { branch, create, onto, replaces, changes } = request;
    const purpose = `commit to the branch ${branch}`;
    const entries = await this.#standing.entries(onto, changes);
    this.#api.refuseReadOnly(purpose);
    const conflict = findConflict(changes, entries);
    if (conflict) {
      throw new ConflictError(
        `${this.#api.attempt({ purpose })}: ${conflict}. Run again`,
      );
    }
    if (replaces !== undefined) {
      return this.#replace(request, replaces);
    }
    if (create) {
      return this.#make(request, branch, { start_branch: this.#base });
    }
    await this.#expectHead(purpose, branch, onto);
    return this.#make(request, branch, {});
  }

  /** Makes the commit on a branch beside it, and then moves the branch there. */
  async #replace(
    request: ForgeCommitRequest,
    replaces: string,
  ): Promise<ForgeCommit> {
    const { branch } = request;
    const beside = `${branch}.next`;
    const made = await this.#make(request, beside, {
      start_branch: this.#base,
      // An interrupted run may have left it.
      force: true,
    });
    const purpose = `move the branch ${branch}`;
    const refusal = await this.#api.push(purpose, {
      ref: `refs/heads/${branch}`,
      from: replaces,
      to: made.commit,
    });
    await this.deleteBranch(beside);
    if (refusal === undefined) {
      return made;
    }
    const head = await this.findBranch(branch);
    throw head?.commit === replaces
      ? new NotImplementedError(
          `${this.#api.attempt({ purpose })}: "${refusal}". It takes Git over HTTP, which an administrator can allow, and a branch that may be pushed to by force`,
        )
      : this.#api.error({ purpose }, { status: 409, said: refusal });
  }

  async #make(
    { onto, message, changes }: ForgeCommitRequest,
    branch: string,
    start: { readonly start_branch?: string; readonly force?: true },
  ): Promise<ForgeCommit> {
    const call: ForgeCall = {
      purpose: `commit to the branch ${branch}`,
      method: 'POST',
      path: ['repository', 'commits'],
      body: {
        ...start,
        branch,
        commit_message: message,
        actions: changes.map(toAction),
        stats: false,
      },
      accept: [400, 403],
    };
    const answer = await this.#api.send(call);
    if (answer.status >= 300) {
      throw await this.#refusal(call, answer, { branch, onto, start });
    }
    const { id, parent_ids: parents } = answer.body as CommitAnswer;
    if (parents[0] !== onto) {
      const state = await this.#takeBack(branch, id, parents[0], start);
      throw new ConflictError(
        `${this.#api.attempt(call)}: ${start.start_branch ?? branch} moved from ${onto} to ${parents[0]} in that moment, and the commit ${state}. Run again`,
      );
    }
    return { commit: id };
  }

  async #read(name: string): Promise<Branch | undefined> {
    return this.#api.get<Branch>(`read the branch ${name}`, [
      'repository',
      'branches',
      name,
    ]);
  }

  async #expectHead(purpose: string, branch: string, onto: string) {
    const head = await this.#read(branch);
    if (head?.commit.id !== onto) {
      throw new ConflictError(
        `${this.#api.attempt({ purpose })}: it ${head ? `moved from ${onto} to ${head.commit.id}` : 'is gone'}. Run again`,
      );
    }
    if (!head.can_push) {
      throw this.#api.error(
        { purpose },
        {
          status: 403,
          said: head.protected ? 'the branch is protected' : 'no push',
        },
      );
    }
  }

  /**
   * GitLab answers 400 to whatever it does not do, in words that change: branches
   * that moved, rules for pushes, hooks of the server. Where the branches are then
   * tells the first from the others.
   */
  async #refusal(
    call: ForgeCall,
    answer: ForgeAnswer,
    made: {
      readonly branch: string;
      readonly onto: string;
      readonly start: {
        readonly start_branch?: string;
        readonly force?: true;
      };
    },
  ): Promise<Error> {
    const { branch, onto, start } = made;
    const head = await this.findBranch(branch);
    const from = start.start_branch
      ? await this.findBranch(start.start_branch)
      : head;
    const isTaken = start.start_branch && !start.force && head;
    if (from?.commit !== onto || isTaken) {
      return this.#api.error(call, { ...answer, status: 409 });
    }
    if (answer.status === 403) {
      await this.#api.explainRefusal(call.purpose);
      return this.#api.error(call, answer);
    }
    return new NotAllowedError(
      `${this.#api.attempt(call)}: ${answer.status} "${answer.said}". A rule of the project is in the way: look at its push rules and at protected branches, or ask who maintains it`,
    );
  }

  /** Says what became of the commit. */
  async #takeBack(
    branch: string,
    id: string,
    parent: string | undefined,
    start: { readonly start_branch?: string },
  ): Promise<string> {
    if (start.start_branch) {
      await this.deleteBranch(branch);
      return 'was removed with its branch';
    }
    if (!parent) {
      return `${id} stands alone on it`;
    }
    // The host refuses when the branch has moved on.
    const refusal = await this.#api.push(
      `take back a commit on the branch ${branch}`,
      { ref: `refs/heads/${branch}`, from: id, to: parent },
    );
    return refusal === undefined ? 'was taken back' : `${id} stands upon it`;
  }
}

function toAction({ path, content, previous }: ForgeFileChange): JsonObject {
  if (content === undefined) {
    return { action: 'delete', file_path: path };
  }
  return {
    action: previous === undefined ? 'create' : 'update',
    file_path: path,
    content: Buffer.from(content, 'utf8').toString('base64'),
    encoding: 'base64',
  };
}

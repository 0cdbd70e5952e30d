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

import { ConflictError, NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { AzureApi } from './AzureApi';
import { AZURE_NOTHING, AzureBranches } from './AzureBranches';
import { AzureTree } from './AzureTree';
import { findConflict } from './findConflict';
import { ForgeCommit, ForgeCommitRequest, ForgeFileChange } from './Forge';
import { ForgeAnswer, ForgeCall } from './ForgeHttp';

/** What we read of Azure DevOps' `GitPush`. */
interface Push {
  readonly commits: readonly [{ readonly commitId: string }];
  /** Where the branch was; zeros when it was not there. */
  readonly refUpdates: readonly [{ readonly oldObjectId: string }];
}

/**
 * Commits on branches.
 *
 * A push names the commit that it stands upon, and Azure DevOps refuses it when
 * the branch is elsewhere. A branch that is not there begins at that commit; the
 * answer tells whether it did. When that was not what was meant, or the base
 * branch moved meanwhile, the push is taken back. Contents are compared here.
 *
 * @internal
 */
export class AzureCommits {
  readonly #api: AzureApi;
  readonly #tree: AzureTree;
  readonly #branches: AzureBranches;
  readonly #base: string;

  constructor(
    api: AzureApi,
    tree: AzureTree,
    branches: AzureBranches,
    base: string,
  ) {
    this.#api = api;
    this.#tree = tree;
    this.#branches = branches;
    this.#base = base;
  }

  async commit(request: ForgeCommitRequest): Promise<ForgeCommit> {
    const { branch, create, onto, replaces, changes } = request;
    const purpose = `commit to the branch ${branch}`;
    const entries = await this.#tree.entries(
      onto,
      changes.map(({ path }) => path),
    );
    const conflict = findConflict(changes, entries);
    if (conflict) {
      throw this.#conflict(purpose, conflict);
    }
    if (replaces !== undefined) {
      return this.#replace(request, replaces);
    }
    return create ? this.#begin(request, branch) : this.#continue(request);
  }

  /** Makes the commit on a branch beside it, and then moves the branch there. */
  async #replace(
    request: ForgeCommitRequest,
    replaces: string,
  ): Promise<ForgeCommit> {
    const { branch } = request;
    const beside = `${branch}.next`;
    // An interrupted run may have left it.
    await this.#branches.delete(beside);
    const made = await this.#begin(request, beside);
    await this.#branches.move(`move the branch ${branch}`, [
      { branch, from: replaces, to: made.commit },
      { branch: beside, from: made.commit },
    ]);
    return made;
  }

  /** Makes the first commit of a branch upon the base branch. */
  async #begin(
    request: ForgeCommitRequest,
    branch: string,
  ): Promise<ForgeCommit> {
    const { commit, began } = await this.#push(request, branch);
    if (!began) {
      await this.#branches.move(`take back a commit on ${branch}`, [
        { branch, from: commit, to: request.onto },
      ]);
      throw this.#conflict(
        `commit to the branch ${branch}`,
        'it exists already',
      );
    }
    const base = await this.#branches.find(this.#base);
    if (base?.commit !== request.onto) {
      await this.#remove(branch, commit);
      throw this.#conflict(
        `commit to the branch ${branch}`,
        `${this.#base} moved from ${request.onto} to ${base?.commit} in that moment, and the branch was removed again`,
      );
    }
    return { commit };
  }

  async #continue(request: ForgeCommitRequest): Promise<ForgeCommit> {
    const { branch } = request;
    const { commit, began } = await this.#push(request, branch);
    if (began) {
      await this.#remove(branch, commit);
      throw this.#conflict(`commit to the branch ${branch}`, 'it is gone');
    }
    return { commit };
  }

  #remove(branch: string, from: string): Promise<void> {
    return this.#branches.move(`delete the branch ${branch}`, [
      { branch, from },
    ]);
  }

  async #push(
    { onto, message, changes }: ForgeCommitRequest,
    branch: string,
  ): Promise<ForgeCommit & { readonly began: boolean }> {
    const call: ForgeCall = {
      purpose: `commit to the branch ${branch}`,
      method: 'POST',
      path: ['pushes'],
      body: {
        refUpdates: [{ name: `refs/heads/${branch}`, oldObjectId: onto }],
        commits: [{ comment: message, changes: changes.map(toChange) }],
      },
      accept: [400, 403, 404],
    };
    const answer = await this.#api.send(call);
    if (answer.status >= 300) {
      throw await this.#refusal(call, answer, { branch, onto });
    }
    const { commits, refUpdates } = answer.body as Push;
    return {
      commit: commits[0].commitId,
      began: refUpdates[0].oldObjectId === AZURE_NOTHING,
    };
  }

  /**
   * Policies and plug-ins of a server refuse in words that change; where the
   * branch is then tells them from one that moved.
   */
  async #refusal(
    call: ForgeCall,
    answer: ForgeAnswer,
    { branch, onto }: { readonly branch: string; readonly onto: string },
  ): Promise<Error> {
    const head = await this.#branches.find(branch);
    if (head && head.commit !== onto) {
      return this.#api.error(call, { ...answer, status: 409 });
    }
    return answer.status === 400
      ? new NotAllowedError(
          `${this.#api.attempt(call.purpose)}: ${answer.status} "${answer.said}". A rule of the repository is in the way: look at its branch policies and push policies, or ask who maintains it`,
        )
      : this.#api.error(call, answer);
  }

  #conflict(purpose: string, reason: string): Error {
    return new ConflictError(
      `${this.#api.attempt(purpose)}: ${reason}. Run again`,
    );
  }
}

function toChange({ path, content, previous }: ForgeFileChange): JsonObject {
  const item = { path: `/${path}` };
  if (content === undefined) {
    return { changeType: 'delete', item };
  }
  return {
    changeType: previous === undefined ? 'add' : 'edit',
    item,
    newContent: {
      content: Buffer.from(content, 'utf8').toString('base64'),
      contentType: 'base64encoded',
    },
  };
}

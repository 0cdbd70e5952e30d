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
import { BitbucketCloudApi } from './BitbucketCloudApi';
import { BitbucketCloudBranches } from './BitbucketCloudBranches';
import { BitbucketCloudContents } from './BitbucketCloudContents';
import { encodeFormData, FormField } from './encodeFormData';
import { findConflict } from './findConflict';
import { ForgeCommit, ForgeCommitRequest, ForgeFileChange } from './Forge';
import { ForgeCall } from './ForgeHttp';

/**
 * Commits on branches.
 *
 * The host makes a commit on the parent that it is told. On a branch that exists
 * it compares it with the head, and answers 409 when that is another one; a new
 * branch it creates wherever the base branch is by then, so that this is looked
 * at before and after. It does not say which commit it made: the branch does. The
 * one way to move a branch from a known commit is git's own.
 *
 * @internal
 */
export class BitbucketCloudCommits {
  readonly #api: BitbucketCloudApi;
  readonly #branches: BitbucketCloudBranches;
  readonly #contents: BitbucketCloudContents;
  readonly #base: string;

  constructor(parts: {
    readonly api: BitbucketCloudApi;
    readonly branches: BitbucketCloudBranches;
    readonly contents: BitbucketCloudContents;
    readonly base: string;
  }) {
    this.#api = parts.api;
    this.#branches = parts.branches;
    this.#contents = parts.contents;
    this.#base = parts.base;
  }

  async commit(request: ForgeCommitRequest): Promise<ForgeCommit> {
    const { branch, create, onto, replaces, changes } = request;
    const conflict = findConflict(
      changes,
      await this.#contents.standing(onto, changes),
    );
    if (conflict) {
      throw this.#conflict(branch, conflict);
    }
    if (replaces !== undefined) {
      return this.#replace(request, replaces);
    }
    return this.#make(request, branch, create ? this.#base : branch);
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
    const made = await this.#make(request, beside, this.#base);
    const purpose = `move the branch ${branch}`;
    const refusal = await this.#api.push(purpose, {
      ref: `refs/heads/${branch}`,
      from: replaces,
      to: made.commit,
    });
    await this.#branches.delete(beside);
    if (refusal === undefined) {
      return made;
    }
    const head = await this.#branches.find(branch);
    throw head?.commit === replaces
      ? new NotImplementedError(
          `${this.#api.attempt({ purpose })}: "${refusal}". It takes Git over HTTPS, and a branch restriction that lets the account rewrite the history of the branch`,
        )
      : this.#api.error({ purpose }, { status: 409, said: refusal });
  }

  /** @param from - the branch itself, or the one that it is begun from */
  async #make(
    request: ForgeCommitRequest,
    branch: string,
    from: string,
  ): Promise<ForgeCommit> {
    const { onto } = request;
    const isNew = from !== branch;
    const before = await this.#branches.heads([branch, from]);
    const start = before.get(from)?.commit;
    if (start !== onto) {
      throw this.#conflict(
        branch,
        start ? `${from} moved from ${onto} to ${start}` : `${from} is gone`,
      );
    }
    if (isNew && before.has(branch)) {
      throw this.#conflict(branch, 'it exists already');
    }
    await this.#upload(request, branch);
    const after = await this.#branches.heads([branch, from]);
    const made = after.get(branch);
    if (made?.parent !== onto) {
      throw this.#conflict(branch, 'somebody committed to it in that moment');
    }
    if (isNew && after.get(from)?.commit !== onto) {
      await this.#branches.delete(branch);
      throw this.#conflict(
        branch,
        `${from} moved in that moment, and the commit was removed with its branch`,
      );
    }
    if (isNew) {
      this.#branches.begin(branch);
    }
    return { commit: made.commit };
  }

  async #upload(
    { onto, message, changes }: ForgeCommitRequest,
    branch: string,
  ): Promise<void> {
    const files = await Promise.all(
      changes.map(change => this.#toField(onto, change)),
    );
    const { type, bytes } = encodeFormData([
      { name: 'message', content: message },
      { name: 'branch', content: branch },
      { name: 'parents', content: onto },
      ...files,
    ]);
    const call: ForgeCall = {
      purpose: `commit to the branch ${branch}`,
      method: 'POST',
      path: ['src'],
      binary: { type, bytes },
      accept: [400],
    };
    const answer = await this.#api.send(call);
    if (answer.status === 400) {
      throw new NotAllowedError(
        `${this.#api.attempt(call)}: 400 "${answer.said}". A rule of the repository is in the way: look at its branch restrictions, or ask who maintains it`,
      );
    }
  }

  /** A file that is named and not sent is deleted. */
  async #toField(
    onto: string,
    { path, content }: ForgeFileChange,
  ): Promise<FormField> {
    if (content === undefined) {
      return { name: 'files', content: `/${path}` };
    }
    const executable = await this.#contents.isExecutable(onto, path);
    return {
      // With a slash in front it is no field of the form itself.
      name: `/${path}`,
      content,
      file: {
        filename: path.split('/').at(-1)!,
        ...(executable && { 'x-attributes': 'executable' }),
      },
    };
  }

  #conflict(branch: string, words: string): ConflictError {
    const purpose = `commit to the branch ${branch}`;
    return new ConflictError(
      `${this.#api.attempt({ purpose })}: ${words}. Run again`,
    );
  }
}

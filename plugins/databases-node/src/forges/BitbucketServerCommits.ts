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
import { BitbucketServerApi } from './BitbucketServerApi';
import { BitbucketServerBranches } from './BitbucketServerBranches';
import { BitbucketServerFiles } from './BitbucketServerFiles';
import { findConflict } from './findConflict';
import { ForgeCommit, ForgeCommitRequest } from './Forge';
import { encodeCommit, GitObject, gitObjectId } from './gitObject';

/** Who commits, and when: milliseconds since 1970. @internal */
export interface BitbucketServerCommitter {
  readonly author: { readonly name: string; readonly email: string };
  readonly now: () => number;
}

/**
 * Commits on branches. The API changes one file at a time, each with a commit of
 * its own, and deletes none; so they are made here and pushed. A push moves a
 * branch in one step from the commit that it must be at.
 *
 * @internal
 */
export class BitbucketServerCommits {
  readonly #api: BitbucketServerApi;
  readonly #branches: BitbucketServerBranches;
  readonly #files: BitbucketServerFiles;
  readonly #base: string;
  readonly #committer: BitbucketServerCommitter;

  constructor(parts: {
    readonly api: BitbucketServerApi;
    readonly branches: BitbucketServerBranches;
    readonly files: BitbucketServerFiles;
    readonly base: string;
    readonly committer: BitbucketServerCommitter;
  }) {
    this.#api = parts.api;
    this.#branches = parts.branches;
    this.#files = parts.files;
    this.#base = parts.base;
    this.#committer = parts.committer;
  }

  async commit(request: ForgeCommitRequest): Promise<ForgeCommit> {
    const { branch, create, onto, replaces, changes } = request;
    const purpose = `commit to the branch ${branch}`;
    const conflict = findConflict(
      changes,
      await this.#files.standing(onto, changes),
    );
    if (conflict) {
      throw this.#conflict(purpose, conflict);
    }
    if (replaces !== undefined) {
      // Afterwards what was there before is gone.
      await this.#expectBase(purpose, onto);
    }
    const { commit, objects } = await this.#prepare(request);
    const from = create ? undefined : (replaces ?? onto);
    const refusal = await this.#api.push(
      purpose,
      { ref: `refs/heads/${branch}`, from, to: commit },
      objects,
    );
    if (refusal !== undefined) {
      throw await this.#explain(purpose, request, { from, refusal });
    }
    if (create) {
      await this.#expectBase(purpose, onto).catch(async error => {
        await this.#branches.delete(branch);
        throw error;
      });
    }
    return { commit };
  }

  /** The commit, and what the host does not have of it. */
  async #prepare({ onto, message, changes }: ForgeCommitRequest): Promise<{
    readonly commit: string;
    readonly objects: readonly GitObject[];
  }> {
    const snapshot = await this.#files.at(onto);
    const blobs: GitObject[] = [];
    const { root, trees } = snapshot.with(
      changes.map(({ path, content }) => {
        if (content === undefined) {
          return { path };
        }
        const blob = { type: 'blob' as const, content: Buffer.from(content) };
        blobs.push(blob);
        return { path, id: gitObjectId(blob) };
      }),
    );
    const { author, now } = this.#committer;
    const commit: GitObject = {
      type: 'commit',
      content: encodeCommit({
        ...{ tree: root, parent: onto, author, at: now(), message },
      }),
    };
    return {
      commit: gitObjectId(commit),
      objects: [commit, ...trees, ...blobs],
    };
  }

  async #expectBase(purpose: string, onto: string) {
    const base = await this.#branches.find(this.#base);
    if (base?.commit !== onto) {
      throw this.#conflict(
        purpose,
        `${this.#base} ${base ? `moved from ${onto} to ${base.commit}` : 'is gone'}`,
      );
    }
  }

  /** A push is refused in words that change; where the branch is then tells what they mean. */
  async #explain(
    purpose: string,
    { branch, replaces }: ForgeCommitRequest,
    pushed: { readonly from: string | undefined; readonly refusal: string },
  ): Promise<Error> {
    const { from, refusal } = pushed;
    const head = await this.#branches.find(branch);
    if (head?.commit !== from) {
      return this.#api.error({ purpose }, { status: 409, said: refusal });
    }
    const { archived } = await this.#api.read();
    if (archived) {
      return new NotAllowedError(
        `${this.#api.attempt({ purpose })}: the repository is archived. Unarchive it, or name another one in the target's repoUrl`,
      );
    }
    return replaces === undefined
      ? this.#api.error({ purpose }, { status: 403, said: refusal })
      : new NotImplementedError(
          `${this.#api.attempt({ purpose })}: "${refusal}". It takes a branch whose history the account may rewrite: look at branch permissions and at the hook Reject Force Push`,
        );
  }

  #conflict(purpose: string, words: string): ConflictError {
    return new ConflictError(
      `${this.#api.attempt({ purpose })}: ${words}. Run again`,
    );
  }
}

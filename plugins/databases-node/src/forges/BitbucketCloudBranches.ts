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

import { NotFoundError } from '@backstage/errors';
import { BitbucketCloudApi } from './BitbucketCloudApi';
import { ForgeBranch } from './Forge';

/** What we read of Bitbucket's `commit`. */
interface Commit {
  readonly hash: string;
  readonly parents?: readonly { readonly hash: string }[];
}

interface Branch {
  readonly name: string;
  readonly target: Commit;
}

/** Where a branch is, and what its head stands on. */
interface BitbucketCloudHead {
  readonly commit: string;
  /** First parent of the commit. */
  readonly parent: string | undefined;
}

/** Branches of one repository. @internal */
export class BitbucketCloudBranches {
  readonly #api: BitbucketCloudApi;
  /** Ids that were seen in full; pull requests tell the beginning only. */
  readonly #commits = new Set<string>();
  readonly #heads = new Set<string>();
  readonly #begun = new Set<string>();

  constructor(api: BitbucketCloudApi) {
    this.#api = api;
  }

  async find(name: string): Promise<ForgeBranch | undefined> {
    const branch = await this.#api.get<Branch>(`read the branch ${name}`, [
      'refs',
      'branches',
      ...name.split('/'),
    ]);
    return branch && { name, commit: this.#see(branch).commit };
  }

  /** Several with one request; those that are not there are left out. */
  async heads(
    names: readonly string[],
  ): Promise<ReadonlyMap<string, BitbucketCloudHead>> {
    const page = await this.#api.get<{ readonly values: readonly Branch[] }>(
      `read the branches ${names.join(', ')}`,
      ['refs', 'branches'],
      { q: names.map(name => `name = ${quoted(name)}`).join(' OR ') },
    );
    return new Map(
      (page?.values ?? []).map(branch => [branch.name, this.#see(branch)]),
    );
  }

  /** Remembers that it was not there until now. */
  begin(name: string): void {
    this.#begun.add(name);
  }

  /** Says once that nobody can have opened a pull request of it before. */
  isNew(name: string): boolean {
    return this.#begun.delete(name);
  }

  /** Whether a branch was seen at it. */
  isHead(commit: string): boolean {
    return this.#heads.has(commit);
  }

  async delete(name: string): Promise<void> {
    await this.#api.send({
      purpose: `delete the branch ${name}`,
      method: 'DELETE',
      path: ['refs', 'branches', ...name.split('/')],
      accept: [404],
    });
  }

  /** The whole id of a commit by its beginning. */
  async fullId(beginning: string): Promise<string> {
    const seen = [...this.#commits].find(id => id.startsWith(beginning));
    if (seen) {
      return seen;
    }
    const purpose = `read the commit ${beginning}`;
    const commit = await this.#api.get<Commit>(purpose, ['commit', beginning]);
    if (!commit) {
      throw new NotFoundError(
        `${this.#api.attempt({ purpose })}: it is gone. Run again`,
      );
    }
    this.#commits.add(commit.hash);
    return commit.hash;
  }

  #see({ target }: Branch): BitbucketCloudHead {
    this.#commits.add(target.hash);
    this.#heads.add(target.hash);
    return { commit: target.hash, parent: target.parents?.[0]?.hash };
  }
}

/** A text in the host's language of queries. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

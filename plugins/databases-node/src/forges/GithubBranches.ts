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

import { isError, NotImplementedError } from '@backstage/errors';
import { ForgeBranch } from './Forge';
import { GithubApi } from './GithubApi';
import { GithubQuestion } from './GithubQuestion';

/** Where a branch is that is not there. @internal */
export const NOTHING = '0'.repeat(40);

/** Branches of one repository. @internal */
export class GithubBranches {
  readonly #api: GithubApi;
  /** Those that were not there when they were looked for last. */
  readonly #absent = new Set<string>();

  constructor(api: GithubApi) {
    this.#api = api;
  }

  async find(name: string): Promise<ForgeBranch | undefined> {
    const ref = await this.#api.ask(refOf(name));
    if (!ref) {
      this.#absent.add(name);
      return undefined;
    }
    this.#absent.delete(name);
    return { name, commit: ref.commit };
  }

  /** Whether it was not there a moment ago, or is not there now. */
  async isAbsent(name: string): Promise<boolean> {
    return this.#absent.has(name) || !(await this.find(name));
  }

  /** To be called when a branch was begun by other means. */
  notice(name: string): void {
    this.#absent.delete(name);
  }

  async delete(name: string): Promise<void> {
    const ref = await this.#api.ask(refOf(name));
    if (!ref) {
      return;
    }
    try {
      await this.#api.mutate(`delete the branch ${name}`, {
        deleted: {
          name: 'deleteRef',
          input: { refId: ref.id },
          select: 'clientMutationId',
        },
      });
    } catch (error) {
      if (await this.#api.ask(refOf(name))) {
        throw error;
      }
    }
  }

  /**
   * Moves a branch in one step, unless it is somewhere else meanwhile; from or to
   * {@link NOTHING} it begins or ends.
   */
  async move(
    purpose: string,
    move: {
      readonly branch: string;
      readonly from: string;
      readonly to: string;
      /** Also to a commit that leaves others behind. */
      readonly force?: boolean;
    },
  ): Promise<void> {
    const { branch, from, to, force = false } = move;
    const { id: repositoryId } = await this.#api.facts(purpose);
    const name = `refs/heads/${branch}`;
    try {
      await this.#api.mutate(purpose, {
        moved: {
          name: 'updateRefs',
          input: {
            repositoryId,
            refUpdates: [{ name, beforeOid: from, afterOid: to, force }],
          },
          select: 'clientMutationId',
        },
      });
    } catch (error) {
      throw isError(error) && error.name === 'InputError'
        ? new NotImplementedError(
            `${this.#api.attempt(purpose)}: the server cannot move a branch from one commit to another, which takes GitHub Enterprise Server 3.14 or newer`,
          )
        : error;
    }
  }
}

interface GithubRef {
  readonly id: string;
  readonly commit: string;
}

function refOf(branch: string): GithubQuestion<GithubRef | undefined> {
  return {
    purpose: `read the branch ${branch}`,
    select: variable =>
      `ref(qualifiedName: ${variable('String!', `refs/heads/${branch}`)}) { id target { oid } }`,
    read: ref => (ref ? { id: ref.id, commit: ref.target.oid } : undefined),
  };
}

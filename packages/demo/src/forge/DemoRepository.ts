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
  NotFoundError,
} from '@backstage/errors';
import { ForgeStatus } from '@basewell/plugin-databases-node';
import { GitRepository } from '../git/GitRepository';
import { DemoPull, DemoPulls } from './DemoPulls';
import { DemoUser } from './DemoUser';
import { applyOperations, FileOperation } from './FileOperation';
import { gitAuthor } from './gitAuthor';
import { Lock } from './Lock';
import { RepositoryState, RepositoryStateFile } from './RepositoryState';

/** @internal */
export interface CommitFiles {
  /** The branch it is made on. */
  readonly branch: string;
  /** The branch it goes to; begun when it is another one. */
  readonly newBranch: string;
  readonly message: string;
  readonly operations: readonly FileOperation[];
}

/** @internal */
export interface NewHead {
  readonly id: string;
  readonly onto: string;
}

/**
 * One repository of the demo forge: a bare git repository, and a JSON file
 * beside it with what git does not know. Writes are made one after the other;
 * whoever pushes with git meanwhile makes them fail, not go wrong.
 *
 * @internal
 */
export class DemoRepository {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch = 'main';
  readonly git: GitRepository;
  readonly pulls: DemoPulls;
  readonly #state: RepositoryStateFile;
  readonly #lock = new Lock();

  /** @param path - of the git repository, without `.git` */
  constructor(path: string, owner: string, name: string) {
    this.owner = owner;
    this.name = name;
    this.git = new GitRepository(`${path}.git`);
    this.#state = new RepositoryStateFile(`${path}.json`);
    this.pulls = new DemoPulls(this.git, this.#state, this.#lock);
  }

  /** Changes what nobody changes through the API. */
  async configure(
    change: Pick<Partial<RepositoryState>, 'archived' | 'protectedBranches'>,
  ): Promise<void> {
    await this.#lock.run(() => this.#state.update(change));
  }

  /** Head of a branch; `undefined` when there is none. */
  head(branch: string): Promise<string | undefined> {
    return this.git.find(`refs/heads/${branch}`);
  }

  /** The new commit and the one it is made on. */
  commit(user: DemoUser, request: CommitFiles): Promise<NewHead> {
    return this.#writing(request.newBranch, async () => {
      const { branch, newBranch, message, operations } = request;
      const begins = newBranch !== branch;
      const onto = await this.#existing(branch);
      if (begins && (await this.head(newBranch))) {
        throw new ConflictError(`The branch ${newBranch} exists already`);
      }
      const id = await this.git.import({
        onto,
        message,
        author: gitAuthor(user),
        files: await applyOperations(this.git, onto, operations),
      });
      await this.git.move(
        `refs/heads/${newBranch}`,
        id,
        begins ? undefined : onto,
      );
      return { id, onto };
    });
  }

  /** @throws ConflictError when the branch is not at `expected` */
  moveBranch(branch: string, to: string, expected: string): Promise<void> {
    return this.#writing(branch, async () => {
      if (!(await this.git.has(to))) {
        throw new NotFoundError(`There is no commit ${to}`);
      }
      await this.git.move(`refs/heads/${branch}`, to, expected);
    });
  }

  /** Closes its open pull requests too. */
  deleteBranch(branch: string): Promise<void> {
    return this.#writing(branch, async () => {
      const head = await this.#existing(branch);
      await this.pulls.closeOf(branch);
      await this.git.delete(`refs/heads/${branch}`, head);
    });
  }

  /** Merges a pull request. */
  async merge(user: DemoUser, number: number): Promise<DemoPull> {
    await this.refuseArchived();
    return this.pulls.merge(user, number);
  }

  async setStatus(commit: string, status: ForgeStatus): Promise<void> {
    await this.refuseArchived();
    if (!(await this.git.has(commit))) {
      throw new NotFoundError(`There is no commit ${commit}`);
    }
    await this.#lock.run(async () => {
      const { statuses } = await this.#state.read();
      const others = statuses.filter(
        ({ commit: of, context }) =>
          of !== commit || context !== status.context,
      );
      await this.#state.update({
        statuses: [...others, { ...status, commit }],
      });
    });
  }

  async statuses(commit: string): Promise<readonly ForgeStatus[]> {
    const { statuses } = await this.#state.read();
    return statuses
      .filter(status => status.commit === commit)
      .map(({ commit: _, ...status }) => status);
  }

  async isArchived(): Promise<boolean> {
    return (await this.#state.read()).archived;
  }

  async refuseArchived() {
    if (await this.isArchived()) {
      throw new NotAllowedError(
        `${this.owner}/${this.name} is archived, nobody may write to it`,
      );
    }
  }

  async #writing<T>(branch: string, work: () => Promise<T>): Promise<T> {
    await this.refuseArchived();
    if ((await this.#state.read()).protectedBranches.includes(branch)) {
      throw new NotAllowedError(`The branch ${branch} is protected`);
    }
    return this.#lock.run(work);
  }

  async #existing(branch: string): Promise<string> {
    const head = await this.head(branch);
    if (!head) {
      throw new NotFoundError(`There is no branch ${branch}`);
    }
    return head;
  }
}

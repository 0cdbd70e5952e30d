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

import { ConflictError, NotFoundError } from '@backstage/errors';
import { GitRefs, GitRepository } from '../git/GitRepository';
import { DemoUser } from './DemoUser';
import { gitAuthor } from './gitAuthor';
import { Lock } from './Lock';
import { PullRecord, RepositoryStateFile } from './RepositoryState';

/** @internal */
export interface DemoPull extends PullRecord {
  readonly draft: boolean;
  /** Head of its branch; as it was in the end when it is not open. */
  readonly head: string;
}

/** @internal */
export interface DemoMerge {
  readonly pull: DemoPull;
  /** The merge on the base branch. */
  readonly commit: string;
}

const DRAFT = /^(?:WIP:|\[WIP\])\s*/i;

/** Pull requests of one repository of the demo forge. @internal */
export class DemoPulls {
  readonly #git: GitRepository;
  readonly #state: RepositoryStateFile;
  readonly #lock: Lock;
  readonly #listeners = new Set<(merge: DemoMerge) => void>();

  constructor(git: GitRepository, state: RepositoryStateFile, lock: Lock) {
    this.#git = git;
    this.#state = state;
    this.#lock = lock;
  }

  onMerged(listener: (merge: DemoMerge) => void) {
    this.#listeners.add(listener);
  }

  /** In the order in which they were opened. */
  async list(): Promise<readonly DemoPull[]> {
    const { pulls } = await this.#state.read();
    const refs = await this.#refs();
    return pulls.map(pull => show(pull, refs));
  }

  /** @throws NotFoundError when there is none */
  async get(number: number): Promise<DemoPull> {
    return show(await this.#record(number), await this.#refs());
  }

  open(
    user: DemoUser,
    request: Pick<PullRecord, 'title' | 'body' | 'branch' | 'base'>,
  ): Promise<DemoPull> {
    return this.#lock.run(async () => {
      const { branch, base } = request;
      const refs = await this.#refs();
      for (const name of [branch, base]) {
        if (!refs.has(headRef(name))) {
          throw new NotFoundError(`There is no branch ${name}`);
        }
      }
      const { pulls } = await this.#state.read();
      const open = pulls.find(
        pull =>
          pull.state === 'open' && pull.branch === branch && pull.base === base,
      );
      if (open) {
        throw new ConflictError(
          `The pull request ${open.number} is open for ${branch} into ${base}`,
        );
      }
      return this.#save({
        ...request,
        number: pulls.length + 1,
        author: user.login,
        state: 'open',
        createdAt: new Date().toISOString(),
      });
    });
  }

  /** @throws ConflictError when a merged one is to be closed */
  change(
    number: number,
    change: Partial<Pick<PullRecord, 'title' | 'body'>> & {
      readonly state?: 'closed';
    },
  ): Promise<DemoPull> {
    return this.#lock.run(async () => {
      const { state, ...text } = change;
      const pull = { ...(await this.#record(number)), ...text };
      if (state && pull.state === 'merged') {
        throw new ConflictError(`The pull request ${number} is merged`);
      }
      return state && pull.state === 'open'
        ? this.#end(pull, state)
        : this.#save(pull);
    });
  }

  markReady(number: number): Promise<DemoPull> {
    return this.get(number).then(({ title }) =>
      this.change(number, { title: plainTitle(title) }),
    );
  }

  /** @throws ConflictError when it is not open, a draft, or cannot be merged */
  merge(user: DemoUser, number: number): Promise<DemoPull> {
    return this.#lock.run(async () => {
      const pull = await this.get(number);
      if (pull.state !== 'open' || pull.draft) {
        throw new ConflictError(
          `The pull request ${number} is ${pull.draft ? 'a draft' : pull.state}`,
        );
      }
      const ref = headRef(pull.base);
      const base = await this.#git.find(ref);
      const commit =
        base &&
        (await this.#git.merge({
          base,
          head: pull.head,
          message: `Merge pull request '${plainTitle(pull.title)}' (#${number}) from ${pull.branch} into ${pull.base}`,
          author: gitAuthor(user),
        }));
      if (!commit) {
        throw new ConflictError(
          `The pull request ${number} contradicts what is on ${pull.base} now`,
        );
      }
      await this.#git.move(ref, commit, base);
      const record = { ...(await this.#record(number)), mergedOnto: base };
      const merged = await this.#end(record, 'merged');
      this.#listeners.forEach(listener => listener({ pull: merged, commit }));
      return merged;
    });
  }

  /** For who holds the lock. */
  async closeOf(branch: string): Promise<void> {
    const { pulls } = await this.#state.read();
    for (const pull of pulls) {
      if (pull.branch === branch && pull.state === 'open') {
        await this.#end(pull, 'closed');
      }
    }
  }

  #end(pull: PullRecord, state: 'merged' | 'closed'): Promise<DemoPull> {
    return this.#save({ ...pull, state, endedAt: new Date().toISOString() });
  }

  async #save(pull: PullRecord): Promise<DemoPull> {
    const { pulls } = await this.#state.read();
    const before = pulls.find(({ number }) => number === pull.number);
    const shown = show(before ?? pull, await this.#refs());
    if ((before ?? pull).state === 'open') {
      await this.#keepHead(shown);
    }
    const rest = pulls.filter(({ number }) => number !== pull.number);
    await this.#state.update({
      pulls: [...rest, pull].sort((a, b) => a.number - b.number),
    });
    return { ...shown, ...pull, draft: DRAFT.test(pull.title) };
  }

  /** A ref of its own, for the time after the branch. */
  async #keepHead(pull: DemoPull) {
    const kept = await this.#git.find(keptRef(pull));
    if (pull.head !== kept) {
      await this.#git.move(keptRef(pull), pull.head, kept);
    }
  }

  #refs(): Promise<GitRefs> {
    return this.#git.refs('refs/heads/', 'refs/pull/');
  }

  async #record(number: number): Promise<PullRecord> {
    const { pulls } = await this.#state.read();
    const pull = pulls.find(candidate => candidate.number === number);
    if (!pull) {
      throw new NotFoundError(`There is no pull request ${number}`);
    }
    return pull;
  }
}

function show(pull: PullRecord, refs: GitRefs): DemoPull {
  const live = pull.state === 'open' && refs.get(headRef(pull.branch));
  const head = live || refs.get(keptRef(pull));
  return { ...pull, draft: DRAFT.test(pull.title), head: head! };
}

/** Without the prefix of a draft. @internal */
export function plainTitle(title: string): string {
  return title.replace(DRAFT, '');
}

function headRef(branch: string): string {
  return `refs/heads/${branch}`;
}

function keptRef({ number }: PullRecord): string {
  return `refs/pull/${number}/head`;
}

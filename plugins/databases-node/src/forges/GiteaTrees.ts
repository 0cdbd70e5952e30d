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

import { NotImplementedError } from '@backstage/errors';
import { ForgeBranch } from './Forge';
import { GiteaApi } from './GiteaApi';
import { filesOf, namesOf, TreeEntry, TreePage } from './TreePage';

interface TreeAnswer {
  /** Of the commit, when it was asked for by the name of a ref. */
  readonly sha: string;
  readonly tree?: readonly TreeEntry[] | null;
  readonly truncated: boolean;
}

/** Gitea's own maximum, unless an administrator lowers it. */
const PAGE = 1000;
/** More names than that are listed by folder only. */
const MOST_PAGES = 50;

const BRANCHES = 'refs/heads/';

type Pages = Map<string, Promise<TreePage | undefined>>;

/**
 * Lists folders at commits. One request brings the first 1,000 names of the
 * whole tree, which is all of most repositories; of larger ones, one more for
 * each folder of the root that is asked about, and only what those do not cover
 * is asked for by itself. Memory does not grow with the repository.
 *
 * @internal
 */
export class GiteaTrees {
  readonly #api: GiteaApi;
  #known?: { readonly commit: string; readonly pages: Pages };

  constructor(api: GiteaApi) {
    this.#api = api;
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const [top, ...rest] = folder.split('/');
    for (const [from, inside] of [
      ['', folder],
      [top, rest.join('/')],
    ]) {
      const page = await this.#page(commit, from);
      if (!page || page.covers(inside)) {
        return page?.names(inside);
      }
    }
    return this.#listOne(commit, folder);
  }

  /** With the first page of its names, which is what is asked for next. */
  async findBranch(name: string): Promise<ForgeBranch | undefined> {
    const answer = await this.#read(`${BRANCHES}${name}`, '', {
      recursive: 'true',
    });
    if (!answer) {
      return undefined;
    }
    const page = new TreePage(answer.tree ?? [], answer.truncated);
    this.#known = {
      commit: answer.sha,
      pages: new Map([['', Promise.resolve(page)]]),
    };
    return { name, commit: answer.sha };
  }

  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    const first = await this.#page(commit, folder);
    const files = [...(first?.files() ?? [])];
    for (let page = 2, more = first?.isCut; more; page++) {
      if (page > MOST_PAGES) {
        throw new NotImplementedError(
          `${this.#api.attempt({ purpose: `list all files of ${folder || '/'}` })}: there are more than ${PAGE * MOST_PAGES} names. Look into a folder of it`,
        );
      }
      const answer = await this.#read(commit, folder, {
        recursive: 'true',
        page: String(page),
      });
      files.push(...filesOf(answer?.tree ?? []));
      more = answer?.truncated;
    }
    return files.map(path => (folder ? `${folder}/${path}` : path)).sort();
  }

  /**
   * Of these files those that may be there, by what has been listed or is being
   * listed. Nothing is asked for.
   */
  async possibleFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<readonly string[]> {
    const known =
      this.#known?.commit === commit ? this.#known.pages.get('') : undefined;
    const page = await known?.catch(() => undefined);
    return paths.filter(path => page?.mayHave(path) ?? true);
  }

  #page(commit: string, folder: string): Promise<TreePage | undefined> {
    if (this.#known?.commit !== commit) {
      this.#known = { commit, pages: new Map() };
    }
    const { pages } = this.#known;
    let page = pages.get(folder);
    if (!page) {
      page = this.#read(commit, folder, { recursive: 'true' }).then(
        answer => answer && new TreePage(answer.tree ?? [], answer.truncated),
      );
      pages.set(folder, page);
      // A failure is not a fact about the commit: the next one may ask again.
      page.catch(() => pages.delete(folder));
    }
    return page;
  }

  async #listOne(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const entries: TreeEntry[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.#read(commit, folder, { page: String(page) });
      if (!answer) {
        return undefined;
      }
      entries.push(...(answer.tree ?? []));
      if (!answer.truncated) {
        return namesOf(entries);
      }
    }
  }

  /** `undefined` when there is no such folder, or no such branch. */
  async #read(
    at: string,
    folder: string,
    query: { readonly [name: string]: string },
  ): Promise<TreeAnswer | undefined> {
    const call = {
      purpose: `list the folder ${folder || '/'} at ${at}`,
      method: 'GET' as const,
      path: ['git', 'trees', folder ? `${at}:${folder}` : at],
      query: { ...query, per_page: String(PAGE) },
      accept: [400],
    };
    const answer = await this.#api.send(call);
    if (answer.status !== 400) {
      return answer.body as TreeAnswer;
    }
    const mayBeAbsent = folder !== '' || at.startsWith(BRANCHES);
    if (mayBeAbsent && answer.said.startsWith('sha not found')) {
      return undefined;
    }
    throw this.#api.error(call, answer);
  }
}

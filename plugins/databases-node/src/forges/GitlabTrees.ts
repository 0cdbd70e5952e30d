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

import { NotFoundError, NotImplementedError } from '@backstage/errors';
import { ForgeCall } from './ForgeHttp';
import { GitlabApi } from './GitlabApi';
import { listGitlabFolder } from './listGitlabFolder';
import { SeenFolders } from './SeenFolders';
import { filesOf, namesOf, TreeEntry, TreePage } from './TreePage';

/** GitLab's maximum. */
const PAGE = 100;
/** More names than that are listed by folder only. */
const MOST_PAGES = 200;

interface Listing {
  /** With paths from the root of the repository. */
  readonly entries: readonly TreeEntry[];
  readonly next?: { readonly [name: string]: string };
}

/**
 * Lists folders at commits. One request brings the first 100 names of the whole
 * tree, and when that is all of it, it answers for every folder. Of a larger one the
 * folders that are wanted are asked for, as GitLab promises no order; what they tell
 * about others is remembered. Memory does not grow with the repository.
 *
 * @internal
 */
export class GitlabTrees {
  readonly #api: GitlabApi;
  #known?: {
    readonly commit: string;
    readonly whole: Promise<TreePage | undefined>;
    readonly folders: Map<string, Promise<readonly string[] | undefined>>;
    readonly seen: SeenFolders;
  };

  constructor(api: GitlabApi) {
    this.#api = api;
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const { whole, folders, seen } = this.#at(commit);
    const page = await whole;
    if (page) {
      return page.names(folder);
    }
    if (!seen.mayBeFolder(folder)) {
      return undefined;
    }
    let names = folders.get(folder);
    if (!names) {
      names = this.#list(commit, folder);
      folders.set(folder, names);
      names.then(
        found => seen.see(folder, found),
        () => folders.delete(folder),
      );
    }
    return names;
  }

  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    const entries = await this.#readAll(commit, folder, { recursive: 'true' });
    return [...filesOf(entries ?? [])].sort();
  }

  /**
   * Of these files those that may be there, by what has been listed or is being
   * listed. Nothing is asked for.
   */
  async possibleFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<readonly string[]> {
    if (this.#known?.commit !== commit) {
      return paths;
    }
    const { whole, seen } = this.#known;
    const page = await whole.catch(() => undefined);
    return paths.filter(path =>
      page ? page.mayHave(path) : seen.mayBeFile(path),
    );
  }

  #at(commit: string) {
    if (this.#known?.commit !== commit) {
      const whole = this.#readWhole(commit);
      this.#known = {
        commit,
        whole,
        folders: new Map(),
        seen: new SeenFolders(),
      };
      whole.catch(() => {
        // A failure is not a fact about the commit: the next one may ask again.
        if (this.#known?.whole === whole) {
          this.#known = undefined;
        }
      });
    }
    return this.#known!;
  }

  /** `undefined` when it does not fit into one page. */
  async #readWhole(commit: string): Promise<TreePage | undefined> {
    const listing = await this.#read(commit, '', { recursive: 'true' });
    return listing?.next
      ? undefined
      : new TreePage(listing?.entries ?? [], false);
  }

  /** Page by page when there is more than one question tells. */
  async #list(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const found = await listGitlabFolder(this.#api, commit, folder);
    if (found.state === 'complete') {
      return found.names;
    }
    if (found.state === 'absent') {
      return undefined;
    }
    const entries = await this.#readAll(commit, folder, {});
    return entries
      ? namesOf(
          entries.map(entry => ({
            ...entry,
            path: entry.path.slice(folder ? folder.length + 1 : 0),
          })),
        )
      : undefined;
  }

  async #readAll(
    commit: string,
    folder: string,
    query: { readonly [name: string]: string },
  ): Promise<readonly TreeEntry[] | undefined> {
    let listing = await this.#read(commit, folder, query);
    const entries = [...(listing?.entries ?? [])];
    for (let page = 1; listing?.next; page++) {
      if (page === MOST_PAGES) {
        throw new NotImplementedError(
          `${this.#api.attempt({ purpose: `list all of ${folder || '/'}` })}: there are more than ${PAGE * MOST_PAGES} names. Look into a folder of it`,
        );
      }
      listing = await this.#read(commit, folder, listing.next);
      entries.push(...(listing?.entries ?? []));
    }
    // Before GitLab 15 an absent folder was an empty one; git has no such.
    return entries.length || folder === '' ? entries : undefined;
  }

  /**
   * `undefined` when there is no such folder.
   *
   * @throws NotFoundError when there is no such commit
   */
  async #read(
    commit: string,
    folder: string,
    query: { readonly [name: string]: string },
  ): Promise<Listing | undefined> {
    const call: ForgeCall = {
      purpose: `list the folder ${folder || '/'} at ${commit}`,
      method: 'GET',
      path: ['repository', 'tree'],
      query: {
        ref: commit,
        ...(folder && { path: folder }),
        pagination: 'keyset',
        per_page: String(PAGE),
        ...query,
      },
      accept: [404],
    };
    const answer = await this.#api.send(call);
    if (answer.status !== 404) {
      return {
        entries: answer.body as readonly TreeEntry[],
        next: answer.next,
      };
    }
    if (folder) {
      return undefined;
    }
    // Every commit has a root: without one there is no commit.
    throw new NotFoundError(
      `${this.#api.attempt(call)}: there is no such commit any more. Run again`,
    );
  }
}

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
import { BitbucketCloudApi } from './BitbucketCloudApi';
import { foldersAbove } from './findConflict';
import { ForgeCall } from './ForgeHttp';
import { KnownEntry, KnownTree } from './KnownTree';

/** What we read of Bitbucket's `treeentry`. */
interface ListedEntry {
  /** From the root of the repository. */
  readonly path: string;
  readonly type: 'commit_file' | 'commit_directory';
  readonly attributes?: readonly string[];
}

/** What is at a path: `tree` is a folder, `blob` a file. @internal */
export interface BitbucketCloudEntry extends KnownEntry {
  readonly path: string;
  readonly type: 'tree' | 'blob' | 'link' | 'submodule';
  readonly executable: boolean;
}

interface KnownCommit {
  readonly id: string;
  readonly tree: KnownTree<BitbucketCloudEntry>;
  /** Names of what is inside, of folders that were listed. */
  readonly names: Map<string, readonly string[]>;
  /** Folders that are being listed or were. */
  readonly listings: Map<string, Promise<void>>;
  /** Everything there is, when it fits into one page. */
  readonly whole: Promise<readonly BitbucketCloudEntry[] | undefined>;
}

/** Bitbucket's maximum. */
const PAGE = 100;
/** More names than that are listed by folder only. */
const MOST_PAGES = 200;
/** What is deeper is asked for again; the host gives up when it is told to go too deep. */
const DEPTH = 10;

/**
 * Lists folders at commits. One request brings the first 100 names of the whole
 * tree, and when that is all of it, it answers for every folder. A larger one is
 * asked folder by folder, from the root: the same address answers for a folder
 * with its names and for a file with its content.
 *
 * @internal
 */
export class BitbucketCloudTrees {
  readonly #api: BitbucketCloudApi;
  #known?: KnownCommit;

  constructor(api: BitbucketCloudApi) {
    this.#api = api;
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    if (!(await this.#isFolder(commit, folder))) {
      return undefined;
    }
    const known = this.#at(commit);
    await this.#list(known, folder);
    return known.names.get(folder);
  }

  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    if (!(await this.#isFolder(commit, folder))) {
      return [];
    }
    const whole = await this.#at(commit).whole;
    const entries = whole ?? (await this.#walk(commit, folder));
    const prefix = folder && `${folder}/`;
    return entries
      .filter(({ type, path }) => type === 'blob' && path.startsWith(prefix))
      .map(({ path }) => path)
      .sort();
  }

  /** What is at a path; `undefined` when nothing is. */
  async entry(
    commit: string,
    path: string,
  ): Promise<BitbucketCloudEntry | undefined> {
    const known = this.#at(commit);
    await known.whole;
    for (const folder of ['', ...foldersAbove(path)]) {
      if (known.tree.knows(path)) {
        break;
      }
      await this.#list(known, folder);
    }
    return known.tree.get(path);
  }

  async #isFolder(commit: string, folder: string): Promise<boolean> {
    return folder === '' || (await this.entry(commit, folder))?.type === 'tree';
  }

  #at(id: string): KnownCommit {
    if (this.#known?.id !== id) {
      const tree = new KnownTree<BitbucketCloudEntry>();
      const names = new Map<string, readonly string[]>();
      const known: KnownCommit = {
        ...{ id, tree, names, listings: new Map() },
        whole: this.#readWhole(id).then(entries => {
          if (entries) {
            see({ tree, names }, entries);
          }
          return entries;
        }),
      };
      this.#known = known;
      known.whole.catch(() => {
        // A failure is not a fact about the commit: the next one may ask again.
        if (this.#known === known) {
          this.#known = undefined;
        }
      });
    }
    return this.#known!;
  }

  /** `undefined` when it does not fit into one page. */
  async #readWhole(
    commit: string,
  ): Promise<readonly BitbucketCloudEntry[] | undefined> {
    const page = await this.#page(commit, '', { max_depth: String(DEPTH) });
    if (page === 'too deep' || page.next || page.entries.some(isCut(''))) {
      return undefined;
    }
    return page.entries;
  }

  async #list(known: KnownCommit, folder: string): Promise<void> {
    await known.whole;
    if (known.names.has(folder)) {
      return;
    }
    let listing = known.listings.get(folder);
    if (!listing) {
      listing = this.#readAll(known.id, folder, {}).then(entries =>
        seeFolder(known, folder, entries),
      );
      known.listings.set(folder, listing);
      listing.catch(() => known.listings.delete(folder));
    }
    await listing;
  }

  /** Everything below a folder. */
  async #walk(
    commit: string,
    folder: string,
  ): Promise<readonly BitbucketCloudEntry[]> {
    const entries = await this.#readAll(commit, folder, {
      max_depth: String(DEPTH),
    });
    const deeper: BitbucketCloudEntry[] = [];
    for (const { path } of entries.filter(isCut(folder))) {
      deeper.push(...(await this.#walk(commit, path)));
    }
    return [...entries, ...deeper];
  }

  async #readAll(
    commit: string,
    folder: string,
    query: ForgeCall['query'],
  ): Promise<readonly BitbucketCloudEntry[]> {
    const entries: BitbucketCloudEntry[] = [];
    let next: ForgeCall['query'] = query;
    for (let count = 0; next; count++) {
      const page = await this.#page(commit, folder, next);
      if (page === 'too deep' || count === MOST_PAGES) {
        throw new NotImplementedError(
          `${this.#api.attempt({ purpose: `list all of ${folder || '/'}` })}: there are too many names. Look into a folder of it`,
        );
      }
      entries.push(...page.entries);
      next = page.next;
    }
    return entries;
  }

  /** @throws NotFoundError when there is no such commit */
  async #page(
    commit: string,
    folder: string,
    query: ForgeCall['query'],
  ): Promise<
    | 'too deep'
    | {
        readonly entries: readonly BitbucketCloudEntry[];
        readonly next?: ForgeCall['query'];
      }
  > {
    const call = {
      purpose: `list the folder ${folder || '/'} at ${commit}`,
      path: ['src', commit, ...folder.split('/').filter(Boolean)],
      slash: folder === '',
      query: { pagelen: String(PAGE), ...query },
    };
    const page = await this.#api.page<ListedEntry>(call);
    if (page === 'timeout') {
      return 'too deep';
    }
    if (!page) {
      // Every commit has a root, and every folder was seen in the one above.
      throw new NotFoundError(
        `${this.#api.attempt(call)}: there is no such commit any more. Run again`,
      );
    }
    return { entries: page.values.map(toEntry), next: page.next };
  }
}

/** Whether a folder is listed, and what is in it is not. */
function isCut(folder: string) {
  const above = folder ? folder.split('/').length : 0;
  return ({ path, type }: BitbucketCloudEntry) =>
    type === 'tree' && path.split('/').length - above === DEPTH;
}

function see(
  known: Pick<KnownCommit, 'tree' | 'names'>,
  entries: readonly BitbucketCloudEntry[],
): void {
  const folders = new Map<string, BitbucketCloudEntry[]>([['', []]]);
  for (const entry of entries) {
    const parent = foldersAbove(entry.path).at(-1) ?? '';
    folders.set(parent, [...(folders.get(parent) ?? []), entry]);
  }
  folders.forEach((inside, folder) => seeFolder(known, folder, inside));
}

function seeFolder(
  { tree, names }: Pick<KnownCommit, 'tree' | 'names'>,
  folder: string,
  entries: readonly BitbucketCloudEntry[],
): void {
  const nameOf = ({ path }: BitbucketCloudEntry) => path.split('/').at(-1)!;
  tree.seeFolder(folder, new Map(entries.map(entry => [nameOf(entry), entry])));
  names.set(
    folder,
    entries.map(entry => nameOf(entry) + (entry.type === 'tree' ? '/' : '')),
  );
}

function toEntry(entry: ListedEntry): BitbucketCloudEntry {
  return {
    path: entry.path,
    type: typeOf(entry),
    executable: entry.attributes?.includes('executable') ?? false,
  };
}

function typeOf({
  type,
  attributes = [],
}: ListedEntry): BitbucketCloudEntry['type'] {
  if (type === 'commit_directory') {
    return 'tree';
  }
  if (attributes.includes('link')) {
    return 'link';
  }
  return attributes.includes('subrepository') ? 'submodule' : 'blob';
}

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

import fs from 'node:fs';
import git from 'isomorphic-git';

/** @internal */
export interface BareEntry {
  /** From the root of the repository. */
  readonly path: string;
  /** Such as `100644`; `120000` is a symbolic link. */
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly id: string;
}

/** @internal */
export interface BareCommit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** ISO instant of the committer. */
  readonly at: string;
  readonly message: string;
}

/** @internal */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  /** Blob; `undefined` takes the path away. */
  readonly id: string | undefined;
}

/**
 * The objects of a bare repository, without a process of git for each: a simulated
 * host is asked for hundreds of them in a test. None ever changes.
 */
export class GitObjects {
  readonly #at: { readonly fs: typeof fs; readonly gitdir: string };
  readonly #cache = {};
  readonly #entries = new Map<string, ReadonlyMap<string, BareEntry>>();

  constructor(folder: string) {
    this.#at = { fs, gitdir: folder };
  }

  /** Kind of an object; `undefined` when there is none. */
  async typeOf(id: string): Promise<string | undefined> {
    if (!/^[0-9a-f]{40}$/.test(id)) {
      return undefined;
    }
    const read = git.readObject({ ...this.#read(id), format: 'content' });
    return (await read.catch(() => undefined))?.type;
  }

  async commit(id: string): Promise<BareCommit> {
    const { oid, commit } = await git.readCommit(this.#read(id));
    const { tree, parent, committer, message } = commit;
    return {
      id: oid,
      tree,
      parents: parent,
      at: new Date(committer.timestamp * 1000).toISOString(),
      message: message.trim(),
    };
  }

  async blob(id: string): Promise<Buffer> {
    return Buffer.from((await git.readBlob(this.#read(id))).blob);
  }

  /** Everything in a commit or tree by path, in git's order. */
  async entries(treeish: string): Promise<ReadonlyMap<string, BareEntry>> {
    let entries = this.#entries.get(treeish);
    if (!entries) {
      const found: BareEntry[] = [];
      await this.#collect(treeish, '', found);
      entries = new Map(found.map(entry => [entry.path, entry]));
      this.#entries.set(treeish, entries);
    }
    return entries;
  }

  writeBlob(content: Buffer): Promise<string> {
    return git.writeBlob({ ...this.#at, blob: content });
  }

  /** The tree with these changes; an empty one is begun without `base`. */
  async writeTree(
    base: string | undefined,
    changes: readonly TreeChange[],
  ): Promise<string> {
    return (await this.#changed(base, changes)) ?? this.#writeTree([]);
  }

  /** Makes a commit that no ref points at yet; its id. */
  writeCommit(commit: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly author: string;
  }): Promise<string> {
    const { tree, parents, message, author: name } = commit;
    const author = {
      name,
      email: `${name}@example.test`,
      timestamp: Math.floor(Date.now() / 1000),
      timezoneOffset: 0,
    };
    return git.writeCommit({
      ...this.#at,
      commit: {
        tree,
        parent: [...parents],
        ...{ message, author, committer: author },
      },
    });
  }

  #read(oid: string) {
    return { ...this.#at, oid, cache: this.#cache };
  }

  async #collect(treeish: string, folder: string, found: BareEntry[]) {
    for (const entry of await this.#tree(treeish)) {
      const path = `${folder}${entry.path}`;
      found.push({ ...entry, path });
      if (entry.type === 'tree') {
        await this.#collect(entry.id, `${path}/`, found);
      }
    }
  }

  /** `undefined` when nothing is left of it. */
  async #changed(
    id: string | undefined,
    changes: readonly TreeChange[],
  ): Promise<string | undefined> {
    const tree = id ? await this.#tree(id) : [];
    const entries = new Map(tree.map(entry => [entry.path, entry]));
    const below = new Map<string, TreeChange[]>();
    for (const change of changes) {
      const [name, ...rest] = change.path.split('/');
      if (rest.length) {
        const inside = { ...change, path: rest.join('/') };
        below.set(name, [...(below.get(name) ?? []), inside]);
      } else if (change.id) {
        const { mode } = change;
        entries.set(name, { path: name, mode, type: 'blob', id: change.id });
      } else {
        entries.delete(name);
      }
    }
    for (const [name, inside] of below) {
      const known = entries.get(name);
      const before = known?.type === 'tree' ? known.id : undefined;
      const after = await this.#changed(before, inside);
      if (after) {
        entries.set(name, {
          path: name,
          mode: '040000',
          type: 'tree',
          id: after,
        });
      } else if (before) {
        entries.delete(name);
      }
    }
    return entries.size ? this.#writeTree([...entries.values()]) : undefined;
  }

  /** Of a commit or a tree, by what the bytes say: names may be of any kind. */
  async #tree(treeish: string): Promise<BareEntry[]> {
    const { type, object } = await git.readObject({
      ...this.#read(treeish),
      format: 'content',
    });
    return type === 'commit'
      ? this.#tree((await this.commit(treeish)).tree)
      : parseTree(Buffer.from(object as Uint8Array));
  }

  #writeTree(entries: readonly BareEntry[]): Promise<string> {
    const object = renderTree(entries);
    return git.writeObject({
      ...this.#at,
      ...{ type: 'tree', format: 'content', object },
    });
  }
}

/** Submodules are commits of other repositories. */
const typeByMode: { readonly [mode: string]: BareEntry['type'] } = {
  '40000': 'tree',
  '160000': 'commit',
};

/** `MODE SP NAME NUL ID`, the id in twenty bytes, again and again. */
function parseTree(bytes: Buffer): BareEntry[] {
  const entries: BareEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const nul = bytes.indexOf(0, at);
    const [, mode, path] = /^(\d+) (.*)$/s.exec(
      bytes.toString('utf8', at, nul),
    )!;
    const id = bytes.toString('hex', nul + 1, nul + 21);
    const type = typeByMode[mode] ?? 'blob';
    entries.push({ path, mode: mode.padStart(6, '0'), type, id });
    at = nul + 21;
  }
  return entries;
}

function renderTree(entries: readonly BareEntry[]): Buffer {
  return Buffer.concat(
    [...entries]
      .sort(inGitsOrder)
      .flatMap(({ mode, path, id }) => [
        Buffer.from(`${mode.replace(/^0+/, '')} ${path}\0`),
        Buffer.from(id, 'hex'),
      ]),
  );
}

/** A folder is sorted as if its name ended in a slash. */
function inGitsOrder(one: BareEntry, other: BareEntry): number {
  return Buffer.compare(sortedBy(one), sortedBy(other));
}

function sortedBy({ path, type }: BareEntry): Buffer {
  return Buffer.from(type === 'tree' ? `${path}/` : path);
}

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

import { foldersAbove } from './findConflict';
import {
  decodeTree,
  encodeTree,
  FOLDER,
  GitObject,
  gitObjectId,
  GitTreeEntry,
} from './gitObject';

/** A file to write, by its id, or to delete. */
interface GitTreeChange {
  readonly path: string;
  /** Left out: nothing is there any more. */
  readonly id?: string;
}

const FILES = ['100644', '100755'];
const NEW_FILE = '100644';
/** A tree may be in another one many times over: a few can stand for billions. */
const MOST_NAMES = 300_000;

/**
 * The folders of one commit, as git has them, without what is in the files.
 *
 * @internal
 */
export class GitSnapshot {
  readonly #root: string;
  readonly #trees: ReadonlyMap<string, GitObject>;

  /**
   * @param root - id of the tree of the commit
   * @param trees - all trees below, by their ids
   */
  constructor(root: string, trees: ReadonlyMap<string, GitObject>) {
    this.#root = root;
    this.#trees = trees;
  }

  /** What is at a path; `undefined` when nothing is. */
  entry(path: string): GitTreeEntry | undefined {
    let entry: GitTreeEntry | undefined = {
      ...{ name: '', mode: FOLDER },
      id: this.#root,
    };
    for (const name of path ? path.split('/').map(toBytes) : []) {
      entry =
        entry?.mode === FOLDER
          ? this.#inside(entry.id).find(inner => inner.name === name)
          : undefined;
    }
    return entry;
  }

  /** Id of a file's content; `undefined` for what is no file. */
  fileId(path: string): string | undefined {
    const entry = this.entry(path);
    return entry && FILES.includes(entry.mode) ? entry.id : undefined;
  }

  /** Names directly inside, folders with a slash; `undefined` when there is no such folder. */
  names(folder: string): readonly string[] | undefined {
    const entry = this.entry(folder);
    return entry?.mode === FOLDER
      ? this.#inside(entry.id).map(
          ({ name, mode }) => fromBytes(name) + (mode === FOLDER ? '/' : ''),
        )
      : undefined;
  }

  /** Paths of all files below a folder; `undefined` when there are more names than `most`. */
  files(folder: string, most = MOST_NAMES): readonly string[] | undefined {
    const entry = this.entry(folder);
    const rest =
      entry?.mode === FOLDER
        ? [{ id: entry.id, prefix: folder && `${folder}/` }]
        : [];
    const found: string[] = [];
    let count = 0;
    for (let next = rest.pop(); next; next = rest.pop()) {
      for (const { name, mode, id } of this.#inside(next.id)) {
        if (count++ === most) {
          return undefined;
        }
        const path = next.prefix + fromBytes(name);
        if (mode === FOLDER) {
          rest.push({ id, prefix: `${path}/` });
        } else if (FILES.includes(mode)) {
          found.push(path);
        }
      }
    }
    return found.sort();
  }

  /**
   * The root with these changes.
   *
   * @returns its id, and the trees that are new
   */
  with(changes: readonly GitTreeChange[]): {
    readonly root: string;
    readonly trees: readonly GitObject[];
  } {
    const folders = new Map<string, Map<string, GitTreeEntry>>();
    const open = (folder: string) => {
      let entries = folders.get(folder);
      if (!entries) {
        const { id, mode } = this.entry(folder) ?? {};
        const standing = id && mode === FOLDER ? this.#inside(id) : [];
        entries = new Map(standing.map(entry => [entry.name, entry]));
        folders.set(folder, entries);
      }
      return entries;
    };
    for (const { path, id } of changes) {
      foldersAbove(path).forEach(open);
      const [folder, name] = split(path);
      const mode = this.entry(path)?.mode ?? NEW_FILE;
      put(open(folder), name, id && { name, mode, id });
    }
    open('');
    const trees: GitObject[] = [];
    let root = this.#root;
    // The deepest first, so that each folder knows the ids of those in it.
    for (const folder of [...folders.keys()].sort(byDepth).reverse()) {
      const entries = [...open(folder).values()];
      const tree = { type: 'tree' as const, content: encodeTree(entries) };
      const id = gitObjectId(tree);
      if (folder === '' || entries.length) {
        trees.push(tree);
      }
      if (folder === '') {
        root = id;
      } else {
        const [parent, name] = split(folder);
        const entry = { name, mode: FOLDER, id };
        put(open(parent), name, entries.length ? entry : undefined);
      }
    }
    return { root, trees };
  }

  #inside(id: string): readonly GitTreeEntry[] {
    return decodeTree(this.#trees.get(id)!.content);
  }
}

function put(
  entries: Map<string, GitTreeEntry>,
  name: string,
  entry: GitTreeEntry | undefined | '',
) {
  if (entry) {
    entries.set(name, entry);
  } else {
    entries.delete(name);
  }
}

/** Folder of a path, and its name as trees have it. */
function split(path: string): readonly [string, string] {
  const parts = path.split('/');
  return [parts.slice(0, -1).join('/'), toBytes(parts.at(-1)!)];
}

function byDepth(a: string, b: string): number {
  return depth(a) - depth(b);
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}

/** One character for each byte, as names of trees are read. */
function toBytes(name: string): string {
  return Buffer.from(name, 'utf8').toString('latin1');
}

function fromBytes(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}

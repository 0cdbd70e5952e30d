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

/** A name in a tree, `path` relative to the tree that was listed. @internal */
export interface TreeEntry {
  readonly path: string;
  /** `tree` is a folder; `blob` a file or a link; `commit` a submodule. */
  readonly type: string;
  /** As git has it: `100644` and `100755` are files, `120000` is a link. */
  readonly mode?: string;
}

const LINK = '120000';

/**
 * The beginning of a recursive listing, in git's order: by the bytes of the path,
 * a folder's ending in a slash, so that it is followed by all that is in it.
 * Most GitOps repositories fit into one page, and then it
 * answers for every folder; of a larger one it answers for what it has seen
 * whole.
 *
 * @internal
 */
export class TreePage {
  readonly #entries: readonly TreeEntry[];
  readonly #truncated: boolean;

  constructor(entries: readonly TreeEntry[], truncated: boolean) {
    this.#entries = entries;
    this.#truncated = truncated;
  }

  /** Whether there is more than the page shows. */
  get isCut(): boolean {
    return this.#truncated;
  }

  /** Paths of the files that it shows, relative to the tree that was listed. */
  files(): readonly string[] {
    return filesOf(this.#entries);
  }

  /** Whether the page tells all about a folder, its absence included. */
  covers(folder: string): boolean {
    if (!this.#truncated) {
      return true;
    }
    const last = sortKey(this.#entries.at(-1));
    const prefix = Buffer.from(`${folder}/`);
    return (
      folder !== '' &&
      Buffer.compare(last, prefix) > 0 &&
      !last.subarray(0, prefix.length).equals(prefix)
    );
  }

  /** Whether a file is there, or may be beyond what the page shows. */
  mayHave(path: string): boolean {
    const last = sortKey(this.#entries.at(-1));
    const isPassed =
      !this.#truncated || Buffer.compare(last, Buffer.from(path)) >= 0;
    return (
      !isPassed ||
      this.#entries.some(entry => entry.path === path && entry.type !== 'tree')
    );
  }

  /** Names directly inside; `undefined` when there is no such folder. */
  names(folder: string): readonly string[] | undefined {
    if (!this.#has(folder)) {
      return undefined;
    }
    const prefix = folder && `${folder}/`;
    return namesOf(
      this.#entries
        .filter(({ path }) => isInside(path, folder))
        .map(entry => ({ ...entry, path: entry.path.slice(prefix.length) }))
        .filter(({ path }) => !path.includes('/')),
    );
  }

  #has(folder: string): boolean {
    return (
      folder === '' ||
      this.#entries.some(({ path, type }) => path === folder && type === 'tree')
    );
  }
}

/** Paths of what is neither folder, link nor submodule. @internal */
export function filesOf(entries: readonly TreeEntry[]): readonly string[] {
  return entries
    .filter(({ type, mode }) => type === 'blob' && mode !== LINK)
    .map(({ path }) => path);
}

/** Names as the contract wants them: folders end in `/`. @internal */
export function namesOf(entries: readonly TreeEntry[]): readonly string[] {
  return entries.map(({ path, type }) => (type === 'tree' ? `${path}/` : path));
}

function sortKey(entry: TreeEntry | undefined): Buffer {
  return Buffer.from(entry ? namesOf([entry])[0] : '');
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

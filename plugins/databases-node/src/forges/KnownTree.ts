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

/** What is at a path; `tree` is a folder. @internal */
export interface KnownEntry {
  readonly type: string;
}

/**
 * What has been seen of one commit, path by path. A folder whose names are known
 * tells about everything in it, and what is no folder has nothing inside.
 *
 * @internal
 */
export class KnownTree<E extends KnownEntry> {
  readonly #seen = new Map<string, E | undefined>();
  readonly #listed = new Set<string>();

  /** @param entry - left out when nothing is there */
  see(path: string, entry: E | undefined): void {
    this.#seen.set(path, entry);
  }

  /** @param entries - all of a folder, by name */
  seeFolder(folder: string, entries: ReadonlyMap<string, E>): void {
    const prefix = folder && `${folder}/`;
    entries.forEach((entry, name) => this.see(`${prefix}${name}`, entry));
    this.#listed.add(folder);
  }

  get(path: string): E | undefined {
    return this.#seen.get(path);
  }

  /** Whether it is known what is at a path, or that nothing is. */
  knows(path: string): boolean {
    if (path === '' || this.#seen.has(path)) {
      return true;
    }
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (this.#listed.has(folder)) {
      return true;
    }
    return folder !== '' && this.knows(folder) && !this.#isFolder(folder);
  }

  #isFolder(path: string): boolean {
    return this.get(path)?.type === 'tree';
  }
}

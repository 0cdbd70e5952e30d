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

/**
 * What the folders of a commit that were listed one by one tell about other
 * paths: a folder is no file, nor is what is above it, and a folder that has been
 * listed has nothing but what it names.
 *
 * @internal
 */
export class SeenFolders {
  /** Names in them; `undefined` for what is no folder. */
  readonly #names = new Map<string, ReadonlySet<string> | undefined>();
  readonly #folders = new Set<string>();

  /** @param names - as the contract lists them: folders end in `/`; `undefined` when there is no such folder */
  see(folder: string, names: readonly string[] | undefined): void {
    this.#names.set(folder, names && new Set(names));
    if (names) {
      [folder, ...foldersAbove(folder)].forEach(path =>
        this.#folders.add(path),
      );
    }
  }

  mayBeFile(path: string): boolean {
    return !this.#folders.has(path) && this.#mayHave(path, '');
  }

  mayBeFolder(path: string): boolean {
    return this.#folders.has(path) || path === '' || this.#mayHave(path, '/');
  }

  /** @param ending - of its name among those of its folder */
  #mayHave(path: string, ending: '' | '/'): boolean {
    const above = foldersAbove(path);
    const parent = above.at(-1) ?? '';
    if (this.#names.has(parent)) {
      const name = path.split('/').at(-1);
      return this.#names.get(parent)?.has(`${name}${ending}`) ?? false;
    }
    return parent === '' || this.mayBeFolder(parent);
  }
}

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

import { RepositoryFacts } from '../model';

/**
 * What is known of a repository, and a memory of what was asked for and is not
 * known yet. Reading something unknown answers as if it were not there.
 *
 * @public
 */
export class RepositoryView {
  readonly #facts: RepositoryFacts;
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  constructor(facts: RepositoryFacts) {
    this.#facts = facts;
  }

  /** Content of a file; `undefined` when there is none. */
  read(path: string): string | undefined {
    if (!Object.hasOwn(this.#facts.files, path)) {
      if (!this.#isKnownAbsent(path)) {
        this.#files.add(path);
      }
      return undefined;
    }
    return this.#facts.files[path];
  }

  /** A listing tells what is not there, so nobody has to look. */
  #isKnownAbsent(path: string): boolean {
    for (let slash = path.lastIndexOf('/'); ;) {
      const folder = slash < 0 ? '' : path.slice(0, slash);
      const [name] = path.slice(slash + 1).split('/');
      const child = slash + 1 + name.length < path.length ? `${name}/` : name;
      if (Object.hasOwn(this.#facts.folders, folder)) {
        return !this.#facts.folders[folder]?.includes(child);
      }
      if (slash < 0) {
        return false;
      }
      slash = path.lastIndexOf('/', slash - 1);
    }
  }

  /** Names directly inside a folder, folders with a slash; `undefined` when there is none. */
  list(folder: string): readonly string[] | undefined {
    if (!Object.hasOwn(this.#facts.folders, folder)) {
      this.#folders.add(folder);
      return undefined;
    }
    return this.#facts.folders[folder];
  }

  /** What was asked for and is not known, in the order of asking. */
  get missing(): {
    readonly files: readonly string[];
    readonly folders: readonly string[];
  } {
    return { files: [...this.#files], folders: [...this.#folders] };
  }
}

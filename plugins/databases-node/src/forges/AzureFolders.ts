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

import { NotFoundError } from '@backstage/errors';
import { AzureApi } from './AzureApi';
import { AzureItem, readAzureItems } from './readAzureItems';
import { Gathering } from './Gathering';

type Items = ReadonlyMap<string, AzureItem>;

/** Asked about at once; a repository has few folders that matter. */
const MOST_FOLDERS = 50;
/** Bytes that a repository takes, with its history, whose names come in one answer. */
const SMALL = 10_000_000;

/**
 * The folders of one commit. Those of a small repository come with one request.
 * In a large one a path is followed from the root, since asking about one that is
 * not there fails the whole question: all that is asked for at once goes one
 * folder deeper with each request, and memory does not grow with the repository.
 *
 * @internal
 */
export class AzureFolders {
  readonly #api: AzureApi;
  readonly #commit: string;
  /** What is in a folder, by name. */
  readonly #listed = new Map<string, Items>();
  readonly #unlisted: Gathering<Items>;
  readonly #small = new Map<string, AzureItem>();
  #whole?: Promise<void>;

  constructor(api: AzureApi, commit: string) {
    this.#api = api;
    this.#commit = commit;
    this.#unlisted = new Gathering(
      folders => this.#read(folders),
      MOST_FOLDERS,
    );
  }

  /** What stands at paths. */
  async items(
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, AzureItem | undefined>> {
    await this.#look(paths);
    return new Map(
      paths.map(path => {
        const [folder, name] = splitPath(path);
        return [path, this.#listed.get(folder)?.get(name)];
      }),
    );
  }

  /** What is in a folder; `undefined` when there is none. */
  async list(folder: string): Promise<Items | undefined> {
    await this.#look([folder && `${folder}/`]);
    return this.#listed.get(folder);
  }

  /** All that is there, by path; nothing of a large repository. */
  async all(): Promise<ReadonlyMap<string, AzureItem>> {
    await this.#look(['']);
    return this.#small;
  }

  async #look(paths: readonly string[]): Promise<void> {
    if (!paths.length) {
      return;
    }
    this.#whole ??= this.#readSmall().catch(error => {
      this.#whole = undefined;
      throw error;
    });
    await this.#whole;
    for (;;) {
      const unlisted = new Set(
        paths.flatMap(path => this.#unlistedFolder(path) ?? []),
      );
      if (!unlisted.size) {
        return;
      }
      await Promise.all([...unlisted].map(folder => this.#list(folder)));
    }
  }

  /** The first folder on the way to a path that nobody looked into. */
  #unlistedFolder(path: string): string | undefined {
    let folder = '';
    for (const name of path.split('/')) {
      const items = this.#listed.get(folder);
      if (!items) {
        return folder;
      }
      if (items.get(name)?.gitObjectType !== 'tree') {
        return undefined;
      }
      folder = folder ? `${folder}/${name}` : name;
    }
    return undefined;
  }

  async #list(folder: string): Promise<void> {
    const items = await this.#unlisted.get(folder);
    this.#listed.set(folder, items!);
  }

  async #readSmall(): Promise<void> {
    const { size } = await this.#api.facts();
    if (size > SMALL) {
      return;
    }
    const [[root, ...items]] = await this.#ask([''], 'full');
    const folders = new Map([['', new Map<string, AzureItem>()]]);
    for (const item of items) {
      const path = item.path.slice(root.path.length);
      this.#small.set(path, item);
      if (item.gitObjectType === 'tree') {
        folders.set(path, folders.get(path) ?? new Map());
      }
      const [folder, name] = splitPath(path);
      folders.set(folder, (folders.get(folder) ?? new Map()).set(name, item));
    }
    folders.forEach((inside, folder) => this.#listed.set(folder, inside));
  }

  async #read(folders: readonly string[]): Promise<ReadonlyMap<string, Items>> {
    const found = await this.#ask(folders, 'oneLevel');
    return new Map(
      folders.map((folder, index) => {
        const [, ...items] = found[index];
        const named = items.map(
          item => [splitPath(item.path)[1], item] as const,
        );
        return [folder, new Map(named)];
      }),
    );
  }

  async #ask(
    folders: readonly string[],
    depth: 'oneLevel' | 'full',
  ): Promise<readonly (readonly AzureItem[])[]> {
    const purpose = `list ${folders.length === 1 ? `the folder ${folders[0] || '/'}` : `${folders.length} folders`} at ${this.#commit}`;
    const found = await readAzureItems(this.#api, {
      ...{ purpose, commit: this.#commit, folders, depth },
    });
    if (!found) {
      // They were seen, and every commit has a root.
      throw new NotFoundError(
        `${this.#api.attempt(purpose)}: there is no such commit any more. Run again`,
      );
    }
    return found;
  }
}

/** Folder and name. */
function splitPath(path: string): readonly [string, string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
}

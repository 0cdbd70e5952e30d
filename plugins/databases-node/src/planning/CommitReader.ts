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

import { ForgeRepository } from '../forges';
import { ListedCommit } from './LayoutDecisions';

/**
 * Reads files and folders of one repository at one commit. What is asked for in
 * the same turn goes out as one request, and nothing is asked for twice: a
 * commit does not change.
 */
export class CommitReader implements ListedCommit {
  readonly #repository: ForgeRepository;
  readonly commit: string;
  readonly #files = new Map<string, Promise<string | undefined>>();
  readonly #folders = new Map<string, Promise<readonly string[] | undefined>>();
  #wanted: string[] = [];
  #batch?: Promise<ReadonlyMap<string, string | undefined>>;

  constructor(repository: ForgeRepository, commit: string) {
    this.#repository = repository;
    this.commit = commit;
  }

  readFiles(
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    return collect(paths, path => remember(this.#files, path, this.#readFile));
  }

  listFolders(
    folders: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[] | undefined>> {
    return collect(folders, folder =>
      remember(this.#folders, folder, () =>
        this.#repository.listFolder(this.commit, folder),
      ),
    );
  }

  listAll(): Promise<readonly string[]> {
    return this.#repository.listFiles(this.commit, '');
  }

  readonly #readFile = async (path: string): Promise<string | undefined> => {
    this.#wanted.push(path);
    this.#batch ??= Promise.resolve().then(() => {
      const paths = this.#wanted;
      this.#wanted = [];
      this.#batch = undefined;
      return this.#repository.readFiles(this.commit, paths);
    });
    return (await this.#batch).get(path);
  };
}

function remember<T>(
  known: Map<string, Promise<T>>,
  key: string,
  read: (key: string) => Promise<T>,
): Promise<T> {
  let promise = known.get(key);
  if (!promise) {
    promise = read(key);
    known.set(key, promise);
    // A failure is not a fact about the commit: the next one may ask again.
    promise.catch(() => known.delete(key));
  }
  return promise;
}

async function collect<T>(
  keys: readonly string[],
  read: (key: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(
    await Promise.all(keys.map(async key => [key, await read(key)] as const)),
  );
}

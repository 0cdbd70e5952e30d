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

import { ForgeFileChange } from './Forge';
import { gitBlobId } from './gitBlobId';
import { GitlabFiles } from './GitlabFiles';
import { GitlabTrees } from './GitlabTrees';

/**
 * Says what a change does not find as it expects.
 *
 * GitLab compares a file with the last commit that touched it, which a reader of
 * contents does not know, and a new file takes the place of a folder. A commit
 * never changes, so looking at the one that it will stand on is as good, and
 * mostly costs nothing: it was read to plan the change.
 *
 * @internal
 */
export class GitlabExpectations {
  readonly #trees: GitlabTrees;
  readonly #files: GitlabFiles;

  constructor(trees: GitlabTrees, files: GitlabFiles) {
    this.#trees = trees;
    this.#files = files;
  }

  /** Such as `README.md is there already`; `undefined` when all is as expected. */
  async contradiction(
    commit: string,
    changes: readonly ForgeFileChange[],
  ): Promise<string | undefined> {
    const blobs = await this.#blobs(commit, changes);
    for (const { path, previous } of changes) {
      const blob = blobs.get(path);
      if (previous !== undefined) {
        if (blob !== gitBlobId(previous, commit)) {
          return `${path} ${blob ? 'has other content' : 'is no file there'}`;
        }
        continue;
      }
      const inTheWay = [path, ...foldersOf(path)].find(name => blobs.get(name));
      if (inTheWay) {
        return `${inTheWay} is there already`;
      }
    }
    return this.#folderInTheWay(commit, changes);
  }

  async #blobs(commit: string, changes: readonly ForgeFileChange[]) {
    const paths = changes.flatMap(({ path, previous }) =>
      previous === undefined ? [path, ...foldersOf(path)] : [path],
    );
    return this.#files.blobIds(
      commit,
      await this.#trees.possibleFiles(commit, [...new Set(paths)]),
    );
  }

  async #folderInTheWay(
    commit: string,
    changes: readonly ForgeFileChange[],
  ): Promise<string | undefined> {
    const added = changes.filter(({ previous }) => previous === undefined);
    const siblings = await Promise.all(
      added.map(({ path }) =>
        this.#trees.listFolder(commit, foldersOf(path)[0] ?? ''),
      ),
    );
    const found = added.find(({ path }, index) =>
      siblings[index]?.includes(`${path.split('/').at(-1)}/`),
    );
    return found && `${found.path} is a folder there`;
  }
}

/** Innermost first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) =>
    parts.slice(0, parts.length - index).join('/'),
  );
}

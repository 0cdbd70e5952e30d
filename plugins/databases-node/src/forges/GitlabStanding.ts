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
import { foldersAbove, StandingEntry } from './findConflict';
import { GitlabFiles } from './GitlabFiles';
import { GitlabTrees } from './GitlabTrees';

/**
 * What stands where changes are to be made.
 *
 * GitLab compares a file with the last commit that touched it, which a reader of
 * contents does not know, and a new file takes the place of a folder. A commit
 * never changes, so looking at the one that it will stand on is as good, and
 * mostly costs nothing: it was read to plan the change.
 *
 * @internal
 */
export class GitlabStanding {
  readonly #trees: GitlabTrees;
  readonly #files: GitlabFiles;

  constructor(trees: GitlabTrees, files: GitlabFiles) {
    this.#trees = trees;
    this.#files = files;
  }

  /** At the paths of the changes and at the folders above them. */
  async entries(
    commit: string,
    changes: readonly ForgeFileChange[],
  ): Promise<ReadonlyMap<string, StandingEntry>> {
    const added = changes
      .filter(({ previous }) => previous === undefined)
      .map(({ path }) => path);
    const paths = [
      ...changes.map(({ path }) => path),
      ...added.flatMap(foldersAbove),
    ];
    // Folders go first: what is listed anyway tells of which files to ask.
    const [folders, blobs] = await Promise.all([
      Promise.all(
        added.map(async path =>
          (await this.#isFolder(commit, path)) ? [path] : [],
        ),
      ),
      this.#blobIds(commit, [...new Set(paths)]),
    ]);
    return new Map<string, StandingEntry>([
      ...[...blobs].flatMap(([path, oid]) =>
        oid ? [[path, { type: 'blob', oid }] as const] : [],
      ),
      ...folders.flat().map(path => [path, { type: 'tree', oid: '' }] as const),
    ]);
  }

  async #blobIds(commit: string, paths: readonly string[]) {
    const possible = await this.#trees.possibleFiles(commit, paths);
    return this.#files.blobIds(commit, possible);
  }

  /** By its siblings, as those of several new files are often the same. */
  async #isFolder(commit: string, path: string): Promise<boolean> {
    const parent = foldersAbove(path).at(-1) ?? '';
    const siblings = await this.#trees.listFolder(commit, parent);
    return siblings?.includes(`${path.split('/').at(-1)}/`) ?? false;
  }
}

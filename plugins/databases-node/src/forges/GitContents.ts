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

import { GitObject, treeOf } from './gitObject';
import { GitSnapshot } from './GitSnapshot';

/** One commit with everything in it, as git has it. @internal */
export class GitContents {
  readonly snapshot: GitSnapshot;
  readonly #objects: ReadonlyMap<string, GitObject>;

  /** @param objects - the commit, its trees and its blobs by their ids */
  constructor(commit: string, objects: ReadonlyMap<string, GitObject>) {
    this.snapshot = new GitSnapshot(
      treeOf(objects.get(commit)!.content),
      objects,
    );
    this.#objects = objects;
  }

  read(paths: readonly string[]): ReadonlyMap<string, string | undefined> {
    return new Map(
      paths.map(path => {
        const id = this.snapshot.fileId(path);
        return [path, id && this.#objects.get(id)?.content.toString('utf8')];
      }),
    );
  }
}

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

/** What stands at a path of a commit. @internal */
export interface StandingEntry {
  /** `tree` is a folder. */
  readonly type: string;
  /** Of its content. */
  readonly oid: string;
}

/**
 * The first change that does not fit what stands in the commit it is made on, in
 * words; for hosts that do not check that themselves.
 *
 * @param entries - what stands at the paths of all changes and at the folders above them
 * @internal
 */
export function findConflict(
  changes: readonly ForgeFileChange[],
  entries: ReadonlyMap<string, StandingEntry | undefined>,
): string | undefined {
  for (const { path, previous } of changes) {
    const standing = entries.get(path);
    if (previous === undefined) {
      const file = foldersAbove(path).find(
        folder => (entries.get(folder)?.type ?? 'tree') !== 'tree',
      );
      if (standing || file !== undefined) {
        return standing
          ? `${path} exists already`
          : `${file} is a file, and ${path} would be inside`;
      }
    } else if (
      !standing ||
      standing.oid !== gitBlobId(previous, standing.oid)
    ) {
      return standing ? `${path} has other content` : `${path} is gone`;
    }
  }
  return undefined;
}

/** `a/b/c.yaml`: `a` and `a/b`. @internal */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

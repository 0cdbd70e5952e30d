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

import { foldersAbove, StandingEntry } from './findConflict';
import { ForgeFileChange } from './Forge';
import { FOLDER } from './gitObject';
import { GitSnapshot } from './GitSnapshot';

/**
 * What stands at the paths of changes and at the folders above them.
 *
 * @internal
 */
export function standingIn(
  snapshot: GitSnapshot,
  changes: readonly ForgeFileChange[],
): ReadonlyMap<string, StandingEntry> {
  const paths = changes.flatMap(({ path }) => [...foldersAbove(path), path]);
  return new Map(
    [...new Set(paths)].flatMap(path => {
      const entry = snapshot.entry(path);
      const type = entry?.mode === FOLDER ? 'tree' : 'blob';
      // What is neither folder nor file has no content that anybody was told.
      const oid = snapshot.fileId(path) ?? '';
      return entry ? [[path, { type, oid }] as const] : [];
    }),
  );
}

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

import { RepositoryRole } from '../model';

/**
 * Paths of the files of both repositories.
 *
 * @public
 */
export interface RepositoryPaths {
  readonly platform: readonly string[];
  readonly app: readonly string[];
}

/**
 * One thing that speaks for a layout.
 *
 * @public
 */
export interface LayoutEvidence {
  /** In words: `clusters have folders of their own`. */
  readonly reason: string;
  readonly repository: RepositoryRole;
  /** The file that shows it. */
  readonly path: string;
}

/** What a layout expects to find, and by which file it is found. */
export interface LayoutSign {
  readonly reason: string;
  readonly repository: RepositoryRole;
  readonly pattern: RegExp;
}

/** The signs that are there, each with the first file that shows it. */
export function findSigns(
  paths: RepositoryPaths,
  signs: readonly LayoutSign[],
): readonly LayoutEvidence[] {
  return signs.flatMap(({ reason, repository, pattern }) => {
    const path = [...paths[repository]].sort().find(file => pattern.test(file));
    return path === undefined ? [] : [{ reason, repository, path }];
  });
}

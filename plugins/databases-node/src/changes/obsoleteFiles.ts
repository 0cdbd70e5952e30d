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

import { RepositoryRole } from '@basewell/plugin-databases-common';
import { PlannedChange } from '../planning';
import { BranchFile } from './reconcileFiles';
import { changedFiles, RequestBranch } from './RequestBranch';

/**
 * Files that an earlier run wrote to the branch and this plan does not change:
 * they become what they are on the base branch, which may be nothing.
 */
export async function obsoleteFiles(
  planned: PlannedChange,
  role: RepositoryRole,
  { head, block, files }: RequestBranch,
): Promise<readonly BranchFile[]> {
  const changed = changedFiles(planned, role).map(({ path }) => path);
  const paths = Object.keys(block?.files ?? {}).filter(
    path => !changed.includes(path),
  );
  if (!head || !paths.length) {
    return [];
  }
  const { repository, base } = planned.repositories[role];
  const bases = await repository.readFiles(base.commit, paths);
  return paths.map(path => ({
    path,
    wanted: bases.get(path),
    base: bases.get(path),
    branch: files.get(path),
    written: block?.files[path],
  }));
}

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
import { addPatch } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findKustomization } from './findKustomization';

/** Names a patch in the kustomization of its folder. */
export function listPatch(
  files: FileDrafts,
  repository: RepositoryRole,
  folder: string,
  file: string,
): void {
  const read = (name: string) => files.read(repository, name);
  const found = findKustomization(read, folder);
  if (!found) {
    return;
  }
  const { path } = found;
  const result = files.edit(
    { repository, path, purpose: `List of what ${folder} holds` },
    text => addPatch(text, file),
  );
  if (result.state === 'refused') {
    files.note({
      repository,
      kind: 'todo',
      path,
      text: `${path} could not be edited: ${result.reason}. Add ${file} to its patches: ${result.remedy}`,
    });
  }
}

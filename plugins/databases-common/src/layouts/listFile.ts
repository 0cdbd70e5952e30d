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

import { violation } from '../messages';
import { RepositoryRole } from '../model';
import { addKsopsFile, addToKustomization } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { findKsopsGenerator } from './findKsopsGenerator';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { relativePath } from './relativePath';

/**
 * Names a new file in the kustomization of its folder, when the folder has one.
 *
 * Plain manifests go to `resources`. Ciphertext goes to the `files` of a KSOPS
 * generator; as a resource, kustomize would apply it undecrypted.
 *
 * @param entry - name of the file or folder, relative to the folder
 * @param kind - what it holds
 */
export function listFile(
  files: FileDrafts,
  repository: RepositoryRole,
  folder: string,
  entry: string,
  kind: 'manifest' | 'ciphertext',
): void {
  const read = (file: string) => files.read(repository, file);
  const found = findKustomization(read, folder);
  if (!found) {
    return;
  }
  const { path, rivals } = found;
  if (rivals.length) {
    files.obstacle({
      rule: 'clear-conventions',
      ...violation('conventions.twoKustomizations', {
        folder: folder || '.',
        evidence: [path, ...rivals],
      }),
      evidence: [path, ...rivals].map(object => ({ object })),
    });
    return;
  }
  if (kind === 'manifest') {
    report(
      path,
      files.edit(
        place(path, `List of what ${folder} holds`),
        (current, usual) =>
          addToKustomization(current, 'resources', entry, usual),
      ),
    );
    return;
  }

  const generator = findKsopsGenerator(read, folder);
  if (generator) {
    const { path: where } = generator;
    const file = `./${relativePath(folderOf(where), `${folder}/${entry}`)}`;
    report(
      where,
      files.edit(
        place(where, 'Secrets that KSOPS decrypts'),
        (current, usual) => addKsopsFile(current, file, usual),
      ),
    );
  }

  function place(where: string, purpose: string) {
    return { repository, path: where, purpose };
  }
  function report(where: string, result: ReturnType<FileDrafts['edit']>) {
    if (result.state === 'refused') {
      files.note({
        repository,
        kind: 'todo',
        path: where,
        text: `${where} could not be edited: ${result.reason}. Add ${entry} there: ${result.remedy}`,
      });
    }
  }
}

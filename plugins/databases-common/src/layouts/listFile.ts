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
import { addKsopsFile, addToKustomization } from '../yaml';
import { FileDrafts } from './FileDrafts';
import { folderOf } from './folderOf';
import { readDocuments } from './readDocuments';
import { resolvePath } from './resolvePath';

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
  const path = `${folder}/kustomization.yaml`;
  const text = files.read(repository, path);
  if (text === undefined) {
    return;
  }
  const [kustomization = {}] = readDocuments(text);
  if (kind === 'manifest') {
    report(
      path,
      files.edit(place(path, `List of what ${folder} holds`), current =>
        addToKustomization(current, 'resources', entry),
      ),
    );
    return;
  }

  const generators = entries(kustomization.generators)
    .map(generator => resolvePath(folder, generator))
    .filter(generator => isKsops(files.read(repository, generator)));
  const [generator] = generators;
  if (generator !== undefined) {
    const file = `./${relativeTo(folderOf(generator), `${folder}/${entry}`)}`;
    report(
      generator,
      files.edit(place(generator, 'Secrets that KSOPS decrypts'), current =>
        addKsopsFile(current, file),
      ),
    );
    return;
  }
  files.note({
    repository,
    kind: 'todo',
    path,
    text: `${path} has no KSOPS generator, so nothing decrypts ${folder}/${entry}: add it to what delivers the other secrets there.`,
  });

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

function relativeTo(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function entries(list: unknown): readonly string[] {
  return Array.isArray(list)
    ? list.filter((entry): entry is string => typeof entry === 'string')
    : [];
}

/** `kind: ksops`, in the documentation of KSOPS and in the field. */
function isKsops(text: string | undefined): boolean {
  return readDocuments(text).some(({ kind }) => kind === 'ksops');
}

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

import { readDocuments } from './readDocuments';

/**
 * Names under which kustomize looks for the kustomization of a folder:
 * https://github.com/kubernetes-sigs/kustomize/blob/master/api/konfig/general.go
 */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The kustomization of a folder. */
export interface FoundKustomization {
  readonly path: string;
  readonly text: string;
  readonly document: { readonly [field: string]: unknown };
  /** Others in the same folder. Kustomize builds no folder that has several. */
  readonly rivals: readonly string[];
}

/**
 * The kustomization of a folder, whichever of its names it has. All of them are
 * asked for at once: one after the other would be rounds of reading.
 *
 * @param read - gives the text of a file
 */
export function findKustomization(
  read: (path: string) => string | undefined,
  folder: string,
): FoundKustomization | undefined {
  const [first, ...rivals] = namesIn(folder)
    .map(path => ({ path, text: read(path) }))
    .flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
  if (!first) {
    return undefined;
  }
  const [document = {}] = readDocuments(first.text);
  return { ...first, document, rivals: rivals.map(({ path }) => path) };
}

function namesIn(folder: string): readonly string[] {
  return NAMES.map(name => (folder ? `${folder}/${name}` : name));
}

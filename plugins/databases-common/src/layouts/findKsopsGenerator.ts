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

import { findKustomization } from './findKustomization';
import { readDocuments } from './readDocuments';
import { resolvePath } from './resolvePath';

/** A generator of KSOPS that a kustomization names. */
export interface KsopsGenerator {
  /** As the kustomization writes it. */
  readonly entry: string;
  readonly path: string;
  readonly document: { readonly [key: string]: unknown };
}

/**
 * The first KSOPS generator of a folder, whichever way it is run: `kind: ksops`,
 * with the annotation `config.kubernetes.io/function` or without.
 *
 * @param read - gives the text of a file
 */
export function findKsopsGenerator(
  read: (path: string) => string | undefined,
  folder: string,
): KsopsGenerator | undefined {
  const { generators } = findKustomization(read, folder)?.document ?? {};
  for (const entry of Array.isArray(generators) ? generators : []) {
    if (typeof entry === 'string') {
      const path = resolvePath(folder, entry);
      const document = readDocuments(read(path)).find(
        ({ kind }) => kind === 'ksops',
      );
      if (document) {
        return { entry, path, document };
      }
    }
  }
  return undefined;
}

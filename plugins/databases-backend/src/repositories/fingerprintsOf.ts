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

import { InspectedFile } from '@basewell/plugin-databases-common/domain';

/**
 * Fingerprints of all IVs in a file by the path of their value. Where documents
 * of one file have the same path, the later ones are numbered.
 */
export function fingerprintsOf(file: InspectedFile): {
  readonly [path: string]: string;
} {
  const found: { [path: string]: string } = {};
  for (const { path, fingerprint } of file.documents.flatMap(
    ({ values }) => values,
  )) {
    if (fingerprint !== undefined) {
      found[nextFree(path, found)] = fingerprint;
    }
  }
  return found;
}

function nextFree(path: string, taken: { readonly [path: string]: string }) {
  let name = path;
  for (let number = 2; name in taken; number++) {
    name = `${path}#${number}`;
  }
  return name;
}

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

import {
  InspectedFile,
  InspectedValue,
  InspectedVersion,
} from './InspectedTree';

/**
 * What later rules need of an earlier version of a file.
 *
 * @param file - inspected at that commit
 * @param commit - `at`: RFC 3339
 *
 * @public
 */
export function versionOf(
  { documents, sops }: InspectedFile,
  { commit, at }: Pick<InspectedVersion, 'commit' | 'at'>,
): InspectedVersion {
  return {
    commit,
    at,
    recipients: sops?.groups.flat() ?? [],
    fingerprints: fingerprintsOf(documents.flatMap(({ values }) => values)),
  };
}

/** Where documents of one file have the same path, the later ones are numbered. */
function fingerprintsOf(values: readonly InspectedValue[]) {
  const found: { [path: string]: string } = {};
  for (const { path, fingerprint } of values) {
    if (fingerprint !== undefined) {
      let name = path;
      for (let number = 2; name in found; number += 1) {
        name = `${path}#${number}`;
      }
      found[name] = fingerprint;
    }
  }
  return found;
}

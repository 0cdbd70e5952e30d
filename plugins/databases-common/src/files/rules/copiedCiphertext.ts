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

import { Severity } from '../../model';
import { exampleCiphertext, exampleSecret } from '../exampleFiles';
import { environmentOf, PlacedEnvironment } from '../environmentOf';
import { FileRule, FileViolation } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { InspectedFile, InspectedValue } from '../InspectedTree';

/**
 * Ciphertext that stands in two files. SOPS binds it to its place in a file only, so
 * a file copied from dev to prod stays valid: both have the same password.
 *
 * @public
 */
export const copiedCiphertext: FileRule = {
  id: 'copied-ciphertext',
  title: 'No two files share ciphertext',
  severity: 'warning',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'the same keys, encrypted apart',
      files: {
        'dev/shop.yaml': exampleSecret(
          { password: exampleCiphertext('d') },
          { mac: 'd' },
        ),
        'prod/shop.yaml': exampleSecret(
          { password: exampleCiphertext('p') },
          { mac: 'p' },
        ),
      },
    },
    bad: {
      reason: 'the file of dev was copied to prod',
      files: {
        'dev/shop.yaml': exampleSecret({ password: exampleCiphertext('p') }),
        'prod/shop.yaml': exampleSecret({ password: exampleCiphertext('p') }),
      },
    },
  },
  check: ({ files }) => {
    const first = new Map<string, InspectedFile>();
    return files.flatMap(file => {
      const copies = new Map<InspectedFile, InspectedValue[]>();
      for (const value of file.documents.flatMap(({ values }) => values)) {
        const { fingerprint } = value;
        const other = fingerprint && first.get(fingerprint);
        if (other && other !== file) {
          copies.set(other, [...(copies.get(other) ?? []), value]);
        } else if (fingerprint) {
          first.set(fingerprint, file);
        }
      }
      return [...copies].map(([other, values]) => copied(file, other, values));
    });
  },
};

function copied(
  file: InspectedFile,
  other: InspectedFile,
  values: readonly InspectedValue[],
): FileViolation {
  const [{ line, name }] = values;
  const [own, theirs] = [file, other].map(({ path, documents }) =>
    environmentOf(path, documents[0]),
  );
  return fileViolation(
    file,
    { line, key: name },
    'copiedCiphertext.values',
    {
      path: file.path,
      other: other.path,
      keys: [...new Set(values.map(value => value.name))],
    },
    severityOf(own, theirs),
  );
}

/** Within an environment two namespaces may need the same value. */
function severityOf(
  own: PlacedEnvironment | undefined,
  theirs: PlacedEnvironment | undefined,
): Severity {
  if (!own || !theirs || own.name === theirs.name) return 'info';
  return own.isProduction || theirs.isProduction ? 'error' : 'warning';
}

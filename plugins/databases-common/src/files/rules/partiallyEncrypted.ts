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

import { exampleCiphertext, exampleSecret } from '../exampleFiles';
import { FileRule, FileViolation } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { isHarmlessKey } from '../isHarmlessKey';
import { InspectedFile, InspectedSops } from '../InspectedTree';

const messages = {
  'clear-value': 'partiallyEncrypted.clear',
  'encrypted-manifest': 'partiallyEncrypted.manifest',
  'nothing-encrypted': 'partiallyEncrypted.nothing',
  'stray-ciphertext': 'partiallyEncrypted.stray',
} as const;

/**
 * A file with SOPS metadata in which a value is in clear, as when somebody adds a key
 * by hand or another rule of `.sops.yaml` comes first. Scanners pass it, because it
 * has ciphertext somewhere.
 *
 * @public
 */
export const partiallyEncrypted: FileRule = {
  id: 'partially-encrypted',
  title:
    'A SOPS file encrypts its secrets, and nothing that Kubernetes has to read',
  severity: 'error',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'all values are encrypted',
      files: {
        'shop.yaml': exampleSecret({
          username: exampleCiphertext('u'),
          password: exampleCiphertext('p'),
        }),
      },
    },
    bad: {
      reason: 'a key was added by hand',
      files: {
        'shop.yaml': exampleSecret({
          username: exampleCiphertext('u'),
          password: 'correct-horse-battery',
        }),
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      (file.sops?.problems ?? []).flatMap(problem => judge(file, problem)),
    ),
};

function judge(
  file: InspectedFile,
  { code, line, path: place = '' }: InspectedSops['problems'][number],
): readonly FileViolation[] {
  const message = messages[code as keyof typeof messages];
  if (!message || (code === 'clear-value' && mayBeClear(file, line, place))) {
    return [];
  }
  const key = place.split('.').at(-1);
  return [
    fileViolation(file, { line, ...(key && { key }) }, message, {
      path: file.path,
      place,
    }),
  ];
}

/** A house may choose that user names and what is no Secret stay readable. */
function mayBeClear(
  { documents }: InspectedFile,
  line: number,
  place: string,
): boolean {
  const document = documents.find(
    candidate => line >= candidate.line && line <= candidate.lastLine,
  );
  const value = document?.values.find(candidate => candidate.line === line);
  const isOfSecret = Boolean(document?.secrets.length);
  return isOfSecret
    ? value?.state === 'later' || isHarmlessKey(value?.name ?? '')
    : document?.kind !== undefined && /^(data|stringData)\b/.test(place);
}

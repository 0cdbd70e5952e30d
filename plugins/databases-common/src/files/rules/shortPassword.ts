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
import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { InspectedDocument, InspectedValue } from '../InspectedTree';

const shortest = 16;

/**
 * A password that everybody can see to be short: encryption with SOPS does not hide
 * how long a value is.
 *
 * @public
 */
export const shortPassword: FileRule = {
  id: 'short-password',
  title: `Passwords have at least ${shortest} bytes`,
  severity: 'warning',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: '24 bytes',
      files: {
        'shop.yaml': exampleSecret({ password: exampleCiphertext('p', 24) }),
      },
    },
    bad: {
      reason: '8 bytes',
      files: {
        'shop.yaml': exampleSecret({ password: exampleCiphertext('p', 8) }),
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      file.documents.flatMap(document =>
        document.values
          .filter(value => isPassword(value, document))
          .flatMap(({ length, line, name }) =>
            length !== undefined && length < shortest
              ? fileViolation(
                  file,
                  { line, key: name },
                  'shortPassword.short',
                  { path: file.path, key: name, length, shortest },
                )
              : [],
          ),
      ),
    ),
};

/** Outside of Secrets `existingSecret` and the like are names. */
function isPassword(
  { name, state }: InspectedValue,
  { secrets }: InspectedDocument,
): boolean {
  const pattern = secrets.length
    ? /pass(?:wd|word|phrase)?$|pwd$|secret$|token$/i
    : /pass(?:wd|word|phrase)$|pwd$/i;
  return state === 'encrypted' && pattern.test(name);
}

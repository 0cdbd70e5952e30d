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

const values = { password: exampleCiphertext('p') };
const fields: { readonly [code: string]: string } = {
  'invalid-metadata': 'sops',
  'missing-mac': 'sops.mac',
  'missing-version': 'sops.version',
  unreadable: 'sops',
};

/**
 * SOPS metadata with which sops would take the file for not encrypted, or refuse it.
 * Flux then fails, and says that decryption is not configured.
 *
 * @public
 */
export const missingMac: FileRule = {
  id: 'missing-mac',
  title: 'The metadata of a SOPS file are complete',
  severity: 'error',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'it has a MAC',
      files: { 'shop.yaml': exampleSecret(values) },
    },
    bad: {
      reason: 'somebody merged by hand and lost the MAC',
      files: { 'shop.yaml': exampleSecret(values, { mac: false }) },
    },
  },
  check: ({ files }) =>
    files.flatMap(file => {
      const problems = (file.sops?.problems ?? []).filter(
        ({ code }) => fields[code],
      );
      if (!problems.length) return [];
      const missing = [...new Set(problems.map(({ code }) => fields[code]))];
      return fileViolation(
        file,
        { line: problems[0].line },
        'missingMac.incomplete',
        { path: file.path, missing },
      );
    }),
};

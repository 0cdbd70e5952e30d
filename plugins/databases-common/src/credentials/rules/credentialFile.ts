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

import { observation } from '../../messages';
import { Evidence } from '../../model';
import { CredentialRule } from '../CredentialScene';
import { nameOf } from '../nameOf';

/** What a file rule says of something that makes the value itself worth less. */
const weakening: ReadonlySet<string> = new Set([
  'copied-ciphertext',
  'missing-mac',
  'partially-encrypted',
  'placeholder',
  'plaintext-in-sops-path',
  'private-key-in-git',
  'removed-recipient-not-rotated',
  'shared-source',
  'uri-in-values',
]);

/** These are judged here, by the settings of the database. */
const ownRules: ReadonlySet<string> = new Set([
  'plaintext-secret',
  'rotation-age',
  'short-password',
]);

/** @internal */
export const credentialFile: CredentialRule = {
  id: 'credential-file',
  title: 'The file in git that declares a credential has no problem.',
  check: ({ chain }) =>
    chain.claims.flatMap(({ file }) =>
      (file?.data.problems ?? [])
        .filter(({ rule }) => !ownRules.has(rule))
        .map(({ rule, line, key }) => {
          const object = `file ${file!.data.path}`;
          const { commit, url } = file!.data;
          const evidence: Evidence = {
            object,
            field: key ? `line ${line}, key ${key}` : `line ${line}`,
            value: rule,
            observedAt: file!.observedAt,
            ...(url && { url: url.replace(/#L\d+$/, `#L${line}`) }),
          };
          return observation(
            'credentialFile.problem',
            { object, problem: rule, line, secret: nameOf(chain.secret) },
            {
              ...(weakening.has(rule) && { state: 'weak' as const }),
              severity: 'warning',
              evidence: [evidence, { object, field: 'commit', value: commit }],
            },
          );
        }),
    ),
};

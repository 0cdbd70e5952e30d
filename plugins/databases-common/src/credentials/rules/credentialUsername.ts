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
import { Observation } from '../../model';
import { CredentialRule } from '../CredentialScene';
import { nameOf } from '../nameOf';

/** As much may the length of a value differ that is Base64 below the encryption. */
const PADDING = 2;

/**
 * A pod does not start without a key that a variable of it names. CloudNativePG refuses a Secret without `username` and `password`, and one whose
 * username is not the role's: the password then stays as it was. The value is not
 * read; its length tells of some that are wrong.
 *
 * @internal
 */
export const credentialUsername: CredentialRule = {
  id: 'credential-username',
  title:
    'A Secret has the keys that the database reads, and the user that CloudNativePG wants.',
  check({ chain }) {
    const { secret } = chain;
    const { role, keys: wanted = [] } = secret;
    return chain.claims.flatMap(({ file }): Observation<'failing'>[] => {
      if (!file?.data.keys.length) {
        return [];
      }
      const object = `file ${file.data.path}`;
      const { keys } = file.data;
      const missing = wanted.filter(
        key => !keys.some(({ name }) => name === key),
      );
      const length = keys.find(({ name }) => name === 'username')?.length;
      const seen = (field: string, value: string) => ({
        state: 'failing' as const,
        severity: 'error' as const,
        evidence: [{ object, field, value, observedAt: file.observedAt }],
      });
      if (missing.length) {
        return [
          observation(
            secret.taken
              ? 'credentialUsername.lacking'
              : 'credentialUsername.missing',
            { object, keys: missing, secret: nameOf(secret) },
            seen('keys', keys.map(({ name }) => name).join(', ')),
          ),
        ];
      }
      return role &&
        !secret.taken &&
        length !== undefined &&
        Math.abs(length - role.length) > PADDING
        ? [
            observation(
              'credentialUsername.wrong',
              { object, role, secret: nameOf(secret) },
              seen('length of username', String(length)),
            ),
          ]
        : [];
    });
  },
};

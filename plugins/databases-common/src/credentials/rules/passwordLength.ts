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
import { CredentialRule } from '../CredentialScene';
import { nameOf } from '../nameOf';

/**
 * Encryption does not hide how long a value is.
 *
 * @internal
 */
export const passwordLength: CredentialRule = {
  id: 'password-length',
  title: 'Passwords in git are long enough.',
  check: ({ chain, settings }) =>
    chain.claims.flatMap(({ file }) =>
      (file?.data.keys ?? [])
        .filter(
          ({ name, length }) =>
            /passw(or)?d$/i.test(name) &&
            length !== undefined &&
            length < settings.passwordLength,
        )
        .map(({ name, length = 0 }) =>
          observation(
            'passwordLength.short',
            {
              key: name,
              secret: nameOf(chain.secret),
              length,
              least: settings.passwordLength,
            },
            {
              state: 'weak',
              severity: 'warning',
              evidence: [
                {
                  object: `file ${file!.data.path}`,
                  field: `length of ${name}`,
                  value: String(length),
                  observedAt: file!.observedAt,
                },
              ],
            },
          ),
        ),
    ),
};

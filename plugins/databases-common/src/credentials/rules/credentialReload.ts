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
 * Without the label a new password waits for some later reconcile; it is not lost,
 * as many believe.
 *
 * @internal
 */
export const credentialReload: CredentialRule = {
  id: 'credential-reload',
  title: 'CloudNativePG is told when a Secret changes.',
  check: ({ chain }) =>
    !chain.secret.reloads
      ? []
      : chain.claims.flatMap(({ file }) =>
          file?.data.reloads === false
            ? [
                observation(
                  'credentialReload.missing',
                  {
                    object: `file ${file.data.path}`,
                    secret: nameOf(chain.secret),
                  },
                  {
                    severity: 'warning',
                    evidence: [
                      {
                        object: `file ${file.data.path}`,
                        field: 'metadata.labels[cnpg.io/reload]',
                        observedAt: file.observedAt,
                      },
                    ],
                  },
                ),
              ]
            : [],
        ),
};

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
 * CloudNativePG applies the Secrets that it knows again on each new primary: a
 * password that Vault has changed in PostgreSQL is undone then.
 *
 * @internal
 */
export const credentialRotatedBehind: CredentialRule = {
  id: 'credential-rotated-behind',
  title: 'Vault rotates no role whose password CloudNativePG sets itself.',
  check({ chain, credentials }) {
    const [claim] = chain.claims;
    const role = claim?.rotatesRole;
    const use = credentials.uses.find(
      own => own.role === role && own.name !== chain.secret.name,
    );
    return role && use
      ? [
          observation(
            'credentialRotatedBehind.undone',
            { role, secret: nameOf(use), other: nameOf(chain.secret) },
            {
              state: 'drifted',
              severity: 'error',
              evidence: claim.hops[0]?.evidence ?? [],
            },
          ),
        ]
      : [];
  },
};

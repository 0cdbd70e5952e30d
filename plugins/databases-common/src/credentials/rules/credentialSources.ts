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
 * Of two that make one Secret whoever wrote last has won: the other's value is
 * not what runs.
 *
 * @internal
 */
export const credentialSources: CredentialRule = {
  id: 'credential-sources',
  title: 'A Secret has one source.',
  check({ chain }) {
    const { claims, secret } = chain;
    return claims.length > 1
      ? [
          observation(
            'credentialSources.conflicting',
            {
              secret: nameOf(secret),
              claims: claims.map(
                ({ source, hops }) => `${source} (${hops.at(-1)?.object})`,
              ),
            },
            {
              state: 'drifted',
              severity: 'error',
              evidence: claims.flatMap(
                ({ hops }) => hops.at(-1)?.evidence ?? [],
              ),
            },
          ),
        ]
      : [];
  },
};

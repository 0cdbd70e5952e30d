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
import { overHops } from './overHops';

/** @internal */
export const credentialKnown: CredentialRule = {
  id: 'credential-known',
  title: 'It is known where a credential comes from.',
  check(scene) {
    const { chain } = scene;
    const secret = nameOf(chain.secret);
    const unclear = overHops(scene, ['unclear'], (hop, { among }) => [
      observation(
        'credentialKnown.severalFiles',
        { secret, files: among },
        { state: 'unknown', severity: 'warning', evidence: hop.evidence },
      ),
    ]);
    const untimed = overHops(scene, ['untimed'], hop => [
      observation(
        'credentialKnown.untimed',
        { object: hop.object, secret },
        { state: 'unknown', severity: 'warning', evidence: hop.evidence },
      ),
    ]);
    return chain.claims.length
      ? [...unclear, ...untimed]
      : [
          observation(
            'credentialKnown.nobody',
            { secret },
            {
              state: 'unknown',
              severity: 'warning',
              evidence: [{ object: secret }],
            },
          ),
        ];
  },
};

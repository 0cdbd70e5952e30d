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

/**
 * A condition stays `True` when the operator stops: the time tells.
 *
 * @internal
 */
export const credentialSilent: CredentialRule = {
  id: 'credential-silent',
  title:
    'What copies a credential has looked for a new one within three of its intervals.',
  check: scene =>
    overHops(scene, ['silent'], (hop, { at, every }) => [
      observation(
        'credentialSilent.since',
        { object: hop.object, secret: nameOf(scene.chain.secret), at, every },
        {
          state: 'failing',
          severity: 'error',
          since: at,
          evidence: hop.evidence,
        },
      ),
    ]),
};

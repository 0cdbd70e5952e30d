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
 * The end of a lease counts, whatever the operator says: that it cannot log in to
 * Vault any more is written to no status, and that somebody revoked it neither.
 *
 * @internal
 */
export const credentialExpired: CredentialRule = {
  id: 'credential-expired',
  title: 'No lease has ended, and no rotation is overdue.',
  check: scene =>
    overHops(scene, ['expired', 'revoked'], (hop, { says, at }) => [
      observation(
        says === 'revoked'
          ? 'credentialExpired.revoked'
          : 'credentialExpired.ended',
        { object: hop.object, secret: nameOf(scene.chain.secret), at },
        {
          state: 'expired',
          severity: 'error',
          since: at,
          evidence: hop.evidence,
        },
      ),
    ]),
};

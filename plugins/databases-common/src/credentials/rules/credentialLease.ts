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
 * A lease that pods get for themselves is in no object.
 *
 * @internal
 */
export const credentialLease: CredentialRule = {
  id: 'credential-lease',
  title: 'Something shows that apps get the users that Vault makes for them.',
  check: scene =>
    scene.chain.secret.isLease
      ? overHops(scene, ['unseen'], hop =>
          hop.role === 'transport'
            ? [
                observation(
                  'credentialLease.unseen',
                  { object: hop.object, secret: nameOf(scene.chain.secret) },
                  {
                    state: 'unknown',
                    severity: 'info',
                    evidence: hop.evidence,
                  },
                ),
              ]
            : [],
        )
      : [],
};

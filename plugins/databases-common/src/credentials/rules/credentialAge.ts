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

import { instantOf } from '../../assessment';
import { observation } from '../../messages';
import { CredentialRule } from '../CredentialScene';
import { nameOf } from '../nameOf';

/** @internal */
export const credentialAge: CredentialRule = {
  id: 'credential-age',
  title: 'No credential is older than it may be.',
  check({ chain, clock, settings: { credentialAge: limit } }) {
    const [claim] = chain.claims;
    const origin = claim?.hops.find(({ role }) => role === 'origin');
    const secret = chain.hops.find(({ role }) => role === 'secret');
    // The Secret's own time is the latest that it can have been.
    const since =
      origin?.changedAt ??
      claim?.file?.data.unchangedSince ??
      secret?.changedAt;
    const changed = instantOf(since);
    return limit !== undefined &&
      origin &&
      since &&
      changed !== undefined &&
      clock.isOlder(changed, limit)
      ? [
          observation(
            'credentialAge.old',
            {
              object: origin.object,
              secret: nameOf(chain.secret),
              since,
              limit,
            },
            {
              state: 'weak',
              severity: 'warning',
              since,
              evidence: origin.evidence,
            },
          ),
        ]
      : [];
  },
};

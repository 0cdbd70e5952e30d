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
import { CredentialState, Observation } from '../../model';
import { CredentialRule, CredentialScene } from '../CredentialScene';
import { nameOf } from '../nameOf';
import { secretFileHop } from '../hops/secretFileHop';

/**
 * Open in git, or made by hand: then nobody can say where the value is from, and
 * whether anybody could make another.
 *
 * @internal
 */
export const credentialPlain: CredentialRule = {
  id: 'credential-plain',
  title: 'No credential lies open in git, or was made by hand.',
  check: ({ chain }) => [
    ...madeByHand(chain),
    ...madeByChart(chain),
    ...chain.claims
      .flatMap(({ source, file }) =>
        source === 'plain-secret' && file ? [file] : [],
      )
      .map(file =>
        observation(
          'credentialPlain.open',
          { object: `file ${file.data.path}`, secret: nameOf(chain.secret) },
          {
            state: 'weak',
            severity: 'error',
            evidence: secretFileHop(file).evidence,
          },
        ),
      ),
  ],
};

function madeByHand({
  claims,
  hops,
  secret,
}: CredentialScene['chain']): readonly Observation<CredentialState>[] {
  return claims
    .filter(
      ({ source, file, hops: before }) =>
        source === 'plain-secret' && !file && !before.length,
    )
    .map(() =>
      observation(
        'credentialPlain.byHand',
        { secret: nameOf(secret) },
        {
          state: 'unknown',
          severity: 'warning',
          evidence: hops.find(({ role }) => role === 'secret')?.evidence ?? [],
        },
      ),
    );
}

/** A value of a release is written nowhere that a rule could look at. */
function madeByChart({
  claims,
  secret,
}: CredentialScene['chain']): readonly Observation<CredentialState>[] {
  return claims.flatMap(({ source, file, hops: [origin] }) =>
    source === 'plain-secret' && !file && origin
      ? [
          observation(
            'credentialPlain.ofChart',
            { secret: nameOf(secret), object: origin.object },
            {
              state: 'unknown',
              severity: 'warning',
              evidence: origin.evidence,
            },
          ),
        ]
      : [],
  );
}

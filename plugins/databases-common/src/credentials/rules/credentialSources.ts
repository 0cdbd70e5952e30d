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
import { CredentialState, Observation } from '../../model';
import { SourceClaim } from '../CredentialObservation';
import { CredentialRule, CredentialScene } from '../CredentialScene';
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
  check(scene) {
    const { claims, secret } = scene.chain;
    const copy = claims.find(({ isCopy }) => isCopy);
    if (copy && claims.length > 1) {
      return [describeCopy(copy, scene)];
    }
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

/**
 * Two places that somebody has to keep alike. One that changed after the database
 * was made has a value that the other was not made with.
 */
function describeCopy(
  { hops: [entry] }: SourceClaim,
  { chain, credentials }: CredentialScene,
): Observation<CredentialState> {
  const changed = instantOf(entry.changedAt);
  const made = instantOf(credentials.createdAt);
  const evidence = chain.claims.flatMap(({ hops }) => hops[0]?.evidence ?? []);
  const params = {
    secret: nameOf(chain.secret),
    claims: chain.claims.map(({ hops }) => hops[0]?.object ?? ''),
  };
  return entry.changedAt &&
    changed !== undefined &&
    made !== undefined &&
    changed > made
    ? observation(
        'credentialSources.movedOn',
        { ...params, object: entry.object, at: entry.changedAt },
        {
          state: 'drifted',
          severity: 'warning',
          since: entry.changedAt,
          evidence: [...entry.evidence, ...evidence],
        },
      )
    : observation('credentialSources.twice', params, {
        state: 'unknown',
        severity: 'warning',
        evidence,
      });
}

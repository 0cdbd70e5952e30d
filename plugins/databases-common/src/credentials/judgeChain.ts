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

import { conclude } from '../assessment';
import { observation } from '../messages';
import {
  credentialStates,
  CredentialState,
  Observation,
  Verdict,
} from '../model';
import { credentialRules } from './credentialRules';
import { CredentialScene } from './CredentialScene';
import { nameOf } from './nameOf';
import { proofOf } from './proofOf';

/** What is to be said of one chain. */
export function judgeChain(scene: CredentialScene): Verdict<CredentialState> {
  return conclude({
    states: credentialStates,
    rules: credentialRules,
    subject: scene,
    clock: scene.clock,
    otherwise: () => otherwise(scene),
  });
}

/** What is there when nothing is wrong: `in-sync` only when something shows it. */
function otherwise(
  scene: CredentialScene,
): Observation<CredentialState> & { readonly state: CredentialState } {
  const { chain } = scene;
  const secret = nameOf(chain.secret);
  const proof = proofOf(scene);
  if (!proof) {
    return {
      ...observation(
        'credentialLane.unproven',
        { secret },
        {
          severity: 'warning',
          evidence: chain.hops.flatMap(({ evidence }) => evidence).slice(0, 4),
        },
      ),
      state: 'unknown',
    };
  }
  const seen = {
    severity: 'info' as const,
    evidence: proof,
    ...(chain.changedAt && { since: chain.changedAt }),
  };
  const good = chain.changedAt
    ? observation(
        'credentialLane.inSync',
        { secret, at: chain.changedAt },
        seen,
      )
    : observation('credentialLane.inSyncUntimed', { secret }, seen);
  return { ...good, state: 'in-sync' };
}

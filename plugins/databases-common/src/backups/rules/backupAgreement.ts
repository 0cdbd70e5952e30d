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
import { Claim } from '../BackupObservation';
import { BackupRule } from '../BackupRule';
import { toInstant } from '../toInstant';

const HOUR = 3_600_000;

/** @internal */
export const backupAgreement: BackupRule = {
  id: 'backup-agreement',
  title:
    'Those who know about backups say the same, and what they said before.',
  check({ evidence, lastGood, memory }) {
    const ofBackups = newest(evidence.good.filter(({ by }) => by === 'backup'));
    const ofOthers = newest(evidence.good.filter(({ by }) => by !== 'backup'));
    const disagreement =
      ofBackups && ofOthers && Math.abs(ofBackups.at - ofOthers.at) > HOUR
        ? [
            observation(
              'backupAgreement.differs',
              {
                object: ofBackups.claim.object,
                at: toInstant(ofBackups.at),
                other: ofOthers.claim.object,
                otherAt: toInstant(ofOthers.at),
              },
              {
                severity: 'warning',
                evidence: [ofBackups.claim.evidence, ofOthers.claim.evidence],
              },
            ),
          ]
        : [];
    const remembered = memory.get('lastGood');
    const before = [remembered?.value, remembered?.previous?.value]
      .flatMap(text => instantOf(text) ?? [])
      .sort((a, b) => b - a)[0];
    const vanished =
      before !== undefined && before > (lastGood?.at ?? -Infinity)
        ? [
            observation(
              'backupAgreement.vanished',
              {
                before: toInstant(before),
                now: lastGood ? lastGood.instant : '-',
              },
              {
                severity: 'warning',
                evidence: lastGood ? [lastGood.evidence] : [],
              },
            ),
          ]
        : [];
    return [...disagreement, ...vanished];
  },
};

function newest(
  claims: readonly Claim[],
): { readonly at: number; readonly claim: Claim } | undefined {
  return claims
    .flatMap(claim => {
      const at = instantOf(claim.text);
      return at === undefined ? [] : [{ at, claim }];
    })
    .sort((a, b) => b.at - a.at)[0];
}

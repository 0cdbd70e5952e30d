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

import { finding, observation } from '../messages';
import { CredentialState, Observation } from '../model';
import { isTrouble, TracedHop } from './TracedHop';

/** One sentence about a hop, as far as no rule has a worse one. */
export function describeHop(hop: TracedHop): Observation<CredentialState> {
  const { object, report, changedAt, evidence } = hop;
  const good = {
    severity: 'info' as const,
    evidence,
    state: 'in-sync' as const,
  };
  const open = { ...good, state: 'unknown' as const };
  if (hop.role === 'secret' && changedAt && !isTrouble(report)) {
    return observation(
      'credentialHop.secretUnchanged',
      { object, at: changedAt },
      good,
    );
  }
  const ofCluster = wordsOfCluster(hop);
  if (ofCluster) {
    return observation(ofCluster, { object }, good);
  }
  switch (report.says) {
    case 'declared':
      return changedAt
        ? observation('credentialHop.changed', { object, at: changedAt }, good)
        : observation('credentialHop.declared', { object }, good);
    case 'good':
      return report.at
        ? observation('credentialHop.good', { object, at: report.at }, good)
        : observation('credentialHop.goodUntimed', { object }, good);
    case 'waiting':
      return observation(
        'credentialHop.waiting',
        { object },
        {
          ...good,
          state: 'pending',
        },
      );
    case 'failing':
      return observation(
        'credentialHop.failing',
        { object, text: report.text },
        { ...good, state: 'failing' },
      );
    case 'missing':
      return observation(
        'credentialHop.missing',
        { object },
        {
          ...good,
          state: 'failing',
        },
      );
    case 'silent':
      return observation(
        'credentialHop.silent',
        { object, at: report.at },
        {
          ...good,
          state: 'failing',
        },
      );
    case 'expired':
      return observation(
        'credentialHop.expired',
        { object, at: report.at },
        {
          ...good,
          state: 'expired',
        },
      );
    case 'revoked':
      return observation(
        'credentialHop.revoked',
        { object, at: report.at },
        {
          ...good,
          state: 'expired',
        },
      );
    case 'unclear':
      return observation(
        'credentialHop.unclear',
        { files: report.among },
        open,
      );
    case 'untimed':
      return observation('credentialHop.untimed', { object }, open);
    default:
      return observation('credentialHop.unseen', { object }, open);
  }
}

/** What CloudNativePG makes, reads and applies has words of its own. */
function wordsOfCluster({ role, report }: TracedHop) {
  const isGood = report.says === 'good' && report.at === undefined;
  switch (role) {
    case 'origin':
      return isGood ? 'credentialHop.generated' : undefined;
    case 'secret':
      return isGood ? 'credentialHop.secretRead' : undefined;
    case 'database':
      if (report.says === 'declared') {
        return 'credentialHop.databaseRead';
      }
      return isGood ? 'credentialHop.applied' : undefined;
    default:
      return undefined;
  }
}

/** The same with its English words. */
export function wordsOf(
  seen: Observation<CredentialState>,
  now: string,
): { readonly summary: string } {
  const { severity, ...violation } = seen;
  return finding('credential-hop', severity, violation, { now });
}

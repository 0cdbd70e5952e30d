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

import { sealedSecret, SealedSecretData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { HopReport, TracedHop } from '../TracedHop';
import { failureOf, heldAt, isBehind } from './readReport';

/** The controller says `Synced` of each generation that it could open. */
export function sealedSecretHop(fact: Fact<SealedSecretData>): TracedHop {
  const synced = heldAt(fact.data.conditions, ['Synced']);
  return {
    role: 'transport',
    title: sealedSecret.kind,
    object: `${sealedSecret.kind} ${fact.namespace}/${fact.name}`,
    report: readReport(fact, synced),
    ...(synced && { changedAt: synced }),
    seen: { kind: sealedSecret, place: fact.kubernetesCluster },
    evidence: [
      evidenceOf(
        sealedSecret,
        fact,
        'status.conditions[Synced].lastTransitionTime',
        synced,
      ),
    ],
  };
}

function readReport(
  { data, createdAt }: Fact<SealedSecretData>,
  synced: string | undefined,
): HopReport {
  const failure = failureOf(data.conditions, ['Synced']);
  if (failure) {
    return failure;
  }
  if (isBehind(data)) {
    return { says: 'waiting' };
  }
  const holds = data.conditions.some(
    ({ type, status }) => type === 'Synced' && status === 'True',
  );
  return holds
    ? { says: 'good', ...(synced && { at: synced }) }
    : { says: 'waiting', ...(createdAt && { since: createdAt }) };
}

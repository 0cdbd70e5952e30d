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

import { observation } from '../../../messages';
import {
  CnpgHealthRule,
  CnpgHealthSubject,
  HealthObservation,
} from '../CnpgHealthSubject';
import { isWithin } from '../../isWithin';

export const cnpgSplit: CnpgHealthRule = {
  id: 'cnpg-split',
  title:
    'Whether the instances agree on one primary, one timeline and one system.',
  check(subject) {
    return [
      ...twoPrimaries(subject),
      ...otherSystem(subject),
      ...otherTimeline(subject),
    ];
  },
};

function twoPrimaries({
  status,
  name,
  namespace,
  evidence,
}: CnpgHealthSubject): readonly HealthObservation[] {
  const primaries = status?.reported.filter(({ isPrimary }) => isPrimary) ?? [];
  return primaries.length > 1
    ? [
        observation(
          'cnpgSplit.twoPrimaries',
          { instances: primaries.map(instance => instance.name) },
          {
            state: 'failed',
            severity: 'error',
            evidence: primaries.map(instance =>
              evidence(
                `status.instancesReportedState.${instance.name}.isPrimary`,
                true,
              ),
            ),
            commands: [`kubectl cnpg status ${name} -n ${namespace}`],
          },
        ),
      ]
    : [];
}

function otherSystem({
  status,
  evidence,
}: CnpgHealthSubject): readonly HealthObservation[] {
  return (status?.conditions ?? [])
    .filter(
      ({ type, status: holds, reason }) =>
        type === 'ConsistentSystemID' &&
        holds === 'False' &&
        reason === 'Mismatch',
    )
    .map(({ message, lastTransitionTime }) =>
      observation(
        'cnpgSplit.systemId',
        {},
        {
          state: 'failed',
          severity: 'error',
          since: lastTransitionTime,
          evidence: [
            evidence('status.conditions[ConsistentSystemID]', message),
          ],
        },
      ),
    );
}

/** Replicas change their timeline a moment after the primary did. */
function otherTimeline(
  subject: CnpgHealthSubject,
): readonly HealthObservation[] {
  const { status, phase, settings, evidence } = subject;
  const timeline =
    status?.reported.find(({ name }) => name === status.currentPrimary)
      ?.timeline ?? status?.timeline;
  const others =
    status?.reported.filter(
      other =>
        timeline !== undefined &&
        other.timeline !== undefined &&
        other.timeline !== timeline,
    ) ?? [];
  const changing =
    phase.meaning !== 'healthy' &&
    isWithin(subject, phase.since, settings.transientLimit);
  const moved = isWithin(
    subject,
    status?.currentPrimaryAt,
    settings.outageGrace,
  );
  return others.length && !changing && !moved
    ? [
        observation(
          'cnpgSplit.timeline',
          {
            instances: others.map(({ name }) => name),
            timeline: timeline!,
          },
          {
            state: 'degraded',
            severity: 'error',
            evidence: others.map(other =>
              evidence(
                `status.instancesReportedState.${other.name}.timeLineID`,
                other.timeline,
              ),
            ),
          },
        ),
      ]
    : [];
}

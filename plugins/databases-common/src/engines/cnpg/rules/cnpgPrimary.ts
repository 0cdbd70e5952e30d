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

import { pod } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import {
  CnpgHealthRule,
  CnpgHealthSubject,
  HealthObservation,
} from '../CnpgHealthSubject';
import { isWithin } from '../../isWithin';

export const cnpgPrimary: CnpgHealthRule = {
  id: 'cnpg-primary',
  title: 'Whether there is a primary, and whether it stays.',
  check(subject) {
    const { phase, hibernation } = subject;
    return phase.meaning === 'bootstrapping' || hibernation !== 'off'
      ? []
      : [...failing(subject), ...moving(subject), ...notReady(subject)];
  },
};

function failing(subject: CnpgHealthSubject): readonly HealthObservation[] {
  const { status, settings, evidence } = subject;
  const since = status?.currentPrimaryFailingSince;
  return since
    ? [
        observation(
          'cnpgPrimary.failing',
          { primary: status.currentPrimary ?? '—' },
          {
            state: isWithin(subject, since, settings.outageGrace)
              ? 'degraded'
              : 'failed',
            severity: 'error',
            since,
            evidence: [
              evidence('status.currentPrimaryFailingSinceTimestamp', since),
            ],
          },
        ),
      ]
    : [];
}

/** The operator asks for a primary by name, or for any with `pending`. */
function moving(subject: CnpgHealthSubject): readonly HealthObservation[] {
  const { status, phase, settings, evidence, name, namespace } = subject;
  const {
    currentPrimary: from,
    targetPrimary: to,
    targetPrimaryAt,
  } = status ?? {};
  if (!to || to === from || phase.meaning === 'moving') {
    return [];
  }
  const seen = {
    since: targetPrimaryAt,
    evidence: [
      evidence('status.currentPrimary', from),
      evidence('status.targetPrimary', to),
    ],
  };
  return isWithin(subject, targetPrimaryAt, settings.outageGrace)
    ? [
        observation(
          'cnpgPrimary.moving',
          { from: from ?? '—', to },
          { ...seen, state: 'progressing', severity: 'warning' },
        ),
      ]
    : [
        observation(
          'cnpgPrimary.stuck',
          { from: from ?? '—', to },
          {
            ...seen,
            state: 'degraded',
            severity: 'error',
            commands: [`kubectl cnpg status ${name} -n ${namespace}`],
          },
        ),
      ];
}

/** A cluster with ready replicas and a dead primary reads, and cannot write. */
function notReady(subject: CnpgHealthSubject): readonly HealthObservation[] {
  const { status, pods, instances, settings } = subject;
  const primary = status?.currentPrimary;
  const fact = pods?.find(({ name }) => name === primary);
  if (!primary || !pods || fact?.data.ready || !instances.ready) {
    return [];
  }
  // A pod that is gone tells no time; the count of those that are left does.
  const since = fact?.data.readySince ?? instances.since;
  return [
    observation(
      'cnpgPrimary.notReady',
      { primary },
      {
        state: isWithin(subject, since, settings.outageGrace)
          ? 'degraded'
          : 'failed',
        severity: 'error',
        since,
        evidence: [
          subject.evidence('status.currentPrimary', primary),
          ...(fact
            ? [evidenceOf(pod, fact, 'status.conditions[Ready]', false)]
            : []),
        ],
        commands: [`kubectl describe pod ${primary} -n ${subject.namespace}`],
      },
    ),
  ];
}

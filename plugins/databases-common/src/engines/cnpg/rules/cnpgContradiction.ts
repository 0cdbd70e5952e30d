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

export const cnpgContradiction: CnpgHealthRule = {
  id: 'cnpg-contradiction',
  title: 'Whether what the operator wrote and what runs fit together.',
  check(subject) {
    return [...readyAgainstPhase(subject), ...podsAgainstStatus(subject)];
  },
};

/** The operator writes both at once: Ready is True if and only if the phase is the healthy one. */
function readyAgainstPhase({
  status,
  phase,
  evidence,
}: CnpgHealthSubject): readonly HealthObservation[] {
  const ready = status?.conditions.find(({ type }) => type === 'Ready');
  if (
    !ready ||
    phase.words === undefined ||
    (phase.meaning === 'healthy') === (ready.status === 'True')
  ) {
    return [];
  }
  return [
    observation(
      'cnpgContradiction.ready',
      { phase: phase.words, ready: ready.status },
      {
        state: 'unknown',
        severity: 'warning',
        since: ready.lastTransitionTime,
        evidence: [
          evidence('status.phase', phase.words),
          evidence('status.conditions[Ready].status', ready.status),
        ],
      },
    ),
  ];
}

/** More ready pods than the operator knows of: it is late, or it no longer looks. */
function podsAgainstStatus(
  subject: CnpgHealthSubject,
): readonly HealthObservation[] {
  const { instances, hibernation, phase, pods, settings, evidence } = subject;
  const { seen, reported } = instances;
  if (
    seen === undefined ||
    reported === undefined ||
    seen <= reported ||
    hibernation !== 'off' ||
    phase.meaning === 'bootstrapping'
  ) {
    return [];
  }
  const since = pods
    ?.filter(({ data }) => data.role === 'instance' && data.ready)
    .flatMap(({ data }) => data.readySince ?? [])
    .sort()
    .at(-1);
  const catchingUp = isWithin(subject, since, settings.outageGrace);
  return [
    observation(
      'cnpgContradiction.pods',
      { seen, reported },
      {
        state: catchingUp ? 'progressing' : 'unknown',
        severity: catchingUp ? 'info' : 'warning',
        since,
        evidence: [
          evidence('status.readyInstances', subject.status?.readyInstances),
        ],
      },
    ),
  ];
}

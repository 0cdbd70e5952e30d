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
import { PhaseMeaning } from '../phases';

type Seen = Omit<HealthObservation, 'message' | 'params'>;

export const cnpgPhase: CnpgHealthRule = {
  id: 'cnpg-phase',
  title: 'What the operator says about the Cluster, and for how long already.',
  check(subject) {
    const { phase, name, namespace, evidence } = subject;
    const seen = {
      ...(phase.since !== undefined && { since: phase.since }),
      evidence: [
        evidence('status.phase', phase.words),
        ...(subject.status?.phaseReason
          ? [evidence('status.phaseReason', subject.status.phaseReason)]
          : []),
      ],
    };
    if (phase.words === undefined) {
      return [
        observation(
          'cnpgPhase.absent',
          { cluster: name },
          {
            ...seen,
            state: 'unknown',
            severity: 'warning',
            commands: [
              'kubectl get deployments -A -l app.kubernetes.io/name=cloudnative-pg',
            ],
          },
        ),
      ];
    }
    if (phase.meaning === undefined) {
      return [
        observation(
          'cnpgPhase.unknown',
          { phase: phase.words },
          { ...seen, state: 'unknown', severity: 'warning' },
        ),
      ];
    }
    const commands = [`kubectl cnpg status ${name} -n ${namespace}`];
    return judge(
      subject,
      phase.meaning,
      { phase: phase.words },
      seen,
      commands,
    );
  },
};

function judge(
  subject: CnpgHealthSubject,
  meaning: PhaseMeaning,
  params: { readonly phase: string },
  seen: Pick<Seen, 'since' | 'evidence'>,
  commands: readonly string[],
): readonly HealthObservation[] {
  const { phase, status, spec, settings } = subject;
  const limit = settings.transientLimit;
  const error: Seen = { ...seen, state: 'failed', severity: 'error', commands };
  const going: Seen = { ...seen, state: 'progressing', severity: 'info' };
  const degraded: Seen = {
    ...seen,
    state: 'degraded',
    severity: 'warning',
    commands,
  };
  switch (meaning) {
    case 'healthy':
      return [];
    case 'delayed':
      return [
        observation('cnpgPhase.delayed', {}, { ...seen, severity: 'info' }),
      ];
    case 'waiting':
      return spec.primaryUpdateStrategy === 'supervised'
        ? [
            observation(
              'cnpgPhase.supervised',
              {},
              { ...seen, severity: 'warning', commands },
            ),
          ]
        : [observation('cnpgPhase.waiting', {}, degraded)];
    case 'bootstrapping':
      return isOverdue(
        subject,
        phase.since ?? subject.cluster.createdAt,
        settings.bootstrapLimit,
      )
        ? [
            observation(
              'cnpgPhase.bootstrapStuck',
              { limit: settings.bootstrapLimit },
              error,
            ),
          ]
        : [observation('cnpgPhase.bootstrapping', {}, going)];
    case 'progressing':
      return isOverdue(subject, phase.since, limit)
        ? [observation('cnpgPhase.stuck', { ...params, limit }, degraded)]
        : [observation('cnpgPhase.progressing', params, going)];
    case 'maintenance':
      return isOverdue(subject, phase.since, limit)
        ? [
            observation(
              'cnpgPhase.maintenanceStuck',
              { ...params, limit },
              error,
            ),
          ]
        : [observation('cnpgPhase.maintenance', params, going)];
    case 'moving':
      return isOverdue(subject, phase.since, limit)
        ? [observation('cnpgPhase.movingStuck', { ...params, limit }, error)]
        : [observation('cnpgPhase.moving', params, degraded)];
    case 'unrecoverable':
      return [observation('cnpgPhase.unrecoverable', {}, error)];
    case 'diskFull':
      return [observation('cnpgPhase.diskFull', {}, error)];
    case 'broken':
      return [
        observation(
          'cnpgPhase.broken',
          { ...params, reason: status?.phaseReason || params.phase },
          error,
        ),
      ];
    default:
      return [
        observation('cnpgPhase.blind', params, {
          ...seen,
          state: 'unknown',
          severity: 'warning',
          commands,
        }),
      ];
  }
}

/** Not as long as nobody knows since when: then it is young as far as anybody can tell. */
function isOverdue(
  subject: CnpgHealthSubject,
  since: string | undefined,
  limit: number,
): boolean {
  return since !== undefined && !isWithin(subject, since, limit);
}

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

export const cnpgInstances: CnpgHealthRule = {
  id: 'cnpg-instances',
  title: 'Whether as many instances are ready as are wanted.',
  check(subject) {
    const { instances, phase, hibernation, settings } = subject;
    const { wanted, ready, since } = instances;
    // Until it has come up once, the phase is what bounds its time.
    if (
      wanted === undefined ||
      ready === undefined ||
      phase.meaning === 'bootstrapping' ||
      hibernation !== 'off'
    ) {
      return [];
    }
    const seen = { since, evidence: evidence(subject) };
    if (ready === 0) {
      const params = { wanted, limit: settings.outageGrace };
      return isWithin(subject, since, settings.outageGrace)
        ? [
            observation('cnpgInstances.outageYoung', params, {
              ...seen,
              state: 'progressing',
              severity: 'warning',
            }),
          ]
        : [
            observation('cnpgInstances.outage', params, {
              ...seen,
              state: 'failed',
              severity: 'error',
              commands: commands(subject),
            }),
          ];
    }
    if (ready > wanted) {
      return [
        observation(
          'cnpgInstances.surplus',
          { ready, wanted },
          { ...seen, state: 'progressing', severity: 'info' },
        ),
      ];
    }
    return ready < wanted ? shortfall(subject, ready, wanted, seen) : [];
  },
};

function shortfall(
  subject: CnpgHealthSubject,
  ready: number,
  wanted: number,
  seen: Pick<HealthObservation, 'since' | 'evidence'>,
): readonly HealthObservation[] {
  const { phase, instances, settings } = subject;
  const known = phase.meaning !== undefined && phase.meaning !== 'healthy';
  if (known && isWithin(subject, phase.since, settings.transientLimit)) {
    return [];
  }
  if (isWithin(subject, instances.since, settings.replicaLimit)) {
    return [
      observation(
        'cnpgInstances.partialYoung',
        { ready, wanted },
        { ...seen, state: 'progressing', severity: 'warning' },
      ),
    ];
  }
  const degraded = {
    ...seen,
    state: 'degraded',
    severity: 'warning',
    commands: commands(subject),
  } as const;
  const missing = notReady(subject);
  return missing.length
    ? [
        observation(
          'cnpgInstances.partial',
          { ready, wanted, missing },
          degraded,
        ),
      ]
    : [observation('cnpgInstances.partialAbsent', { ready, wanted }, degraded)];
}

/** Names of instances that are there and not ready, as far as somebody names them. */
function notReady({ pods, status }: CnpgHealthSubject): readonly string[] {
  return pods
    ? pods
        .filter(({ data }) => data.role === 'instance' && !data.ready)
        .map(({ name }) => name)
    : [...(status?.replicating ?? []), ...(status?.failed ?? [])];
}

function evidence(subject: CnpgHealthSubject): HealthObservation['evidence'] {
  const { instances, status } = subject;
  return [
    subject.evidence('spec.instances', instances.wanted),
    subject.evidence('status.readyInstances', status?.readyInstances),
    ...(instances.seen === undefined
      ? []
      : [
          {
            object: `Pods of ${subject.namespace}/${subject.name}`,
            field: 'status.conditions[Ready]',
            value: String(instances.seen),
            observedAt: subject.cluster.observedAt,
          },
        ]),
  ];
}

function commands({ name, namespace }: CnpgHealthSubject): readonly string[] {
  return [
    `kubectl cnpg status ${name} -n ${namespace}`,
    `kubectl get pods -n ${namespace} -l cnpg.io/cluster=${name} -o wide`,
  ];
}

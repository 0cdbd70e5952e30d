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
import { CnpgHealthRule, CnpgHealthSubject } from '../CnpgHealthSubject';
import { isWithin } from '../../isWithin';

export const cnpgHibernation: CnpgHealthRule = {
  id: 'cnpg-hibernation',
  title: 'Whether it sleeps on purpose, and really does.',
  check(subject) {
    const { hibernation, instances, name, namespace, memory, settings } =
      subject;
    const { annotations, status } = subject.cluster.data;
    const condition = status?.conditions.find(
      ({ type }) => type === 'cnpg.io/hibernation',
    );
    const seen = {
      since: condition?.lastTransitionTime,
      evidence: [
        subject.evidence(
          'metadata.annotations[cnpg.io/hibernation]',
          annotations.hibernation,
        ),
        subject.evidence(
          'status.conditions[cnpg.io/hibernation]',
          condition && `${condition.status} ${condition.reason ?? ''}`.trim(),
        ),
      ],
    };
    const wake = [
      `kubectl annotate cluster.postgresql.cnpg.io ${name} -n ${namespace} --overwrite cnpg.io/hibernation=off`,
    ];
    if (hibernation === 'off') {
      return ['off', 'on', undefined].includes(annotations.hibernation)
        ? []
        : [
            observation(
              'cnpgHibernation.wrongValue',
              { value: annotations.hibernation! },
              { ...seen, severity: 'warning', commands: wake },
            ),
          ];
    }
    if (hibernation === 'confirmed') {
      return runs(subject)
        ? [
            observation(
              'cnpgHibernation.running',
              { ready: instances.ready ?? 0 },
              { ...seen, state: 'unknown', severity: 'warning' },
            ),
          ]
        : [
            observation(
              'cnpgHibernation.hibernated',
              { cluster: name },
              {
                ...seen,
                state: 'hibernated',
                severity: 'info',
                commands: wake,
              },
            ),
          ];
    }
    const asked = memory.get('hibernation');
    const since =
      condition?.lastTransitionTime ??
      (asked?.value === 'asked' ? asked.since : undefined);
    return isWithin(subject, since, settings.transientLimit)
      ? [
          observation(
            'cnpgHibernation.going',
            { cluster: name },
            { ...seen, since, state: 'progressing', severity: 'info' },
          ),
        ]
      : [
          observation(
            'cnpgHibernation.unconfirmed',
            { cluster: name },
            { ...seen, since, state: 'unknown', severity: 'warning' },
          ),
        ];
  },
};

/** The count of the status is frozen while it sleeps; pods and their absence are not. */
function runs({ instances, pods }: CnpgHealthSubject): boolean {
  return pods
    ? pods.some(
        ({ data }) => data.role === 'instance' && data.phase === 'Running',
      )
    : (instances.ready ?? 0) > 0;
}

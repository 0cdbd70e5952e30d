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
import { isWithin } from '../../isWithin';
import {
  OperatedObservation,
  OperatedRule,
  OperatedSubject,
} from '../OperatedSubject';

export const operatedInstances: OperatedRule = {
  id: 'operated-instances',
  title: 'Whether as many instances are ready as an operator is asked for.',
  check(subject) {
    const { instances, stop, isNew, settings, commands } = subject;
    const { wanted, ready, since } = instances;
    if (wanted === undefined || ready === undefined || stop !== 'off') {
      return [];
    }
    const seen = { since, evidence: evidence(subject) };
    const young = {
      ...seen,
      state: 'progressing',
      severity: 'warning',
    } as const;
    if (ready === 0) {
      if (isNew) {
        return [
          observation(
            'operatedInstances.coming',
            { wanted, limit: settings.bootstrapLimit },
            { ...young, severity: 'info' },
          ),
        ];
      }
      return isWithin(subject, since, settings.outageGrace)
        ? [
            observation(
              'operatedInstances.outageYoung',
              { wanted, limit: settings.outageGrace },
              young,
            ),
          ]
        : [
            observation(
              'operatedInstances.outage',
              { wanted },
              { ...seen, state: 'failed', severity: 'error', commands },
            ),
          ];
    }
    if (ready > wanted) {
      return [
        observation(
          'operatedInstances.surplus',
          { ready, wanted },
          { ...seen, state: 'progressing', severity: 'info' },
        ),
      ];
    }
    return ready < wanted
      ? shortfall(subject, ready, wanted)
      : contradiction(subject, wanted);
  },
};

function shortfall(
  subject: OperatedSubject,
  ready: number,
  wanted: number,
): readonly OperatedObservation[] {
  const { instances, pods = [], settings, commands } = subject;
  const seen = { since: instances.since, evidence: evidence(subject) };
  if (isWithin(subject, instances.since, settings.replicaLimit)) {
    return [
      observation(
        'operatedInstances.partialYoung',
        { ready, wanted },
        { ...seen, state: 'progressing', severity: 'warning' },
      ),
    ];
  }
  const missing = pods
    .filter(({ data }) => !data.ready)
    .map(({ name }) => name);
  const degraded = {
    ...seen,
    state: 'degraded',
    severity: 'warning',
    commands,
  } as const;
  return missing.length
    ? [
        observation(
          'operatedInstances.partial',
          { ready, wanted, missing },
          degraded,
        ),
      ]
    : [
        observation(
          'operatedInstances.partialAbsent',
          { ready, wanted },
          degraded,
        ),
      ];
}

/** All pods are ready, and the operator counts otherwise: one of the two is old. */
function contradiction(
  subject: OperatedSubject,
  wanted: number,
): readonly OperatedObservation[] {
  const { instances, profile } = subject;
  const { seen, reported } = instances;
  return seen === wanted && reported !== undefined && reported !== seen
    ? [
        observation(
          'operatedInstances.contradiction',
          { operator: profile.operator, seen, reported },
          {
            state: 'unknown',
            severity: 'warning',
            evidence: evidence(subject),
            commands: subject.commands,
          },
        ),
      ]
    : [];
}

function evidence(subject: OperatedSubject): OperatedObservation['evidence'] {
  const { instances, profile } = subject;
  return [
    subject.evidence(profile.wanted, instances.wanted),
    ...(profile.reported
      ? [subject.evidence(profile.reported, instances.reported)]
      : []),
    ...subject.podEvidence,
  ];
}

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

import { statefulSet } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { isWithin } from '../../isWithin';
import { podNames } from '../podNames';
import { SetCount, sinceAll, sumOf } from '../countPods';
import {
  HealthObservation,
  StatefulSetRule,
  StatefulSetScene,
} from '../StatefulSetScene';

export const statefulReady: StatefulSetRule = {
  id: 'stateful-ready',
  title: 'Whether as many pods are ready as are wanted.',
  check(scene) {
    const { members, writers, isAsleep } = scene;
    if (isAsleep || !members.length) {
      return [];
    }
    const wanted = sumOf(writers, 'wanted');
    const ready = sumOf(writers, 'ready');
    if (!writers.length || wanted === 0) {
      return [noWriter(scene)];
    }
    if (wanted === undefined || ready === undefined) {
      return [];
    }
    return ready === 0
      ? [outage(scene, wanted)]
      : [...shortfall(scene), ...surplus(scene)];
  },
};

/** Only replicas are left, or only they shall run. */
function noWriter({ members, database }: StatefulSetScene): HealthObservation {
  return observation(
    'statefulReady.noWriter',
    { database: database.name },
    {
      state: 'failed',
      severity: 'error',
      evidence: members.map(({ fact }) =>
        evidenceOf(statefulSet, fact, 'spec.replicas', fact.data.replicas),
      ),
    },
  );
}

function outage(scene: StatefulSetScene, wanted: number): HealthObservation {
  const { writers, settings } = scene;
  const since = sinceAll(writers);
  const seen = { since, evidence: evidenceOfCounts(writers) };
  const params = { wanted };
  const created = writers.map(({ fact }) => fact.createdAt).sort()[0];
  if (isWithin(scene, created, settings.bootstrapLimit)) {
    return observation('statefulReady.starting', params, {
      ...seen,
      since: created,
      state: 'progressing',
      severity: 'info',
    });
  }
  return isWithin(scene, since, settings.outageGrace)
    ? observation('statefulReady.outageYoung', params, {
        ...seen,
        state: 'progressing',
        severity: 'warning',
      })
    : observation('statefulReady.outage', params, {
        ...seen,
        state: 'failed',
        severity: 'error',
        commands: commands(writers),
      });
}

/** More are ready than are wanted: the last ones are on their way out. */
function surplus({ parts }: StatefulSetScene): readonly HealthObservation[] {
  return parts
    .filter(({ wanted = 0, ready = 0 }) => ready > wanted)
    .map(part =>
      observation(
        'statefulReady.surplus',
        { ready: part.ready ?? 0, wanted: part.wanted ?? 0 },
        {
          state: 'progressing',
          severity: 'info',
          since: part.since,
          evidence: evidenceOfCounts([part]),
        },
      ),
    );
}

function shortfall(scene: StatefulSetScene): readonly HealthObservation[] {
  const { parts, settings } = scene;
  const short = parts.filter(
    ({ wanted, ready }) =>
      wanted !== undefined && ready !== undefined && ready < wanted,
  );
  const wanted = sumOf(parts, 'wanted');
  const ready = sumOf(parts, 'ready');
  if (!short.length || wanted === undefined || ready === undefined) {
    return [];
  }
  const since = sinceAll(short);
  const seen = { since, evidence: evidenceOfCounts(short) };
  const missing = short.flatMap(({ pods = [] }) =>
    pods.filter(({ data }) => !data.ready).map(({ name }) => name),
  );
  if (isWithin(scene, since, settings.replicaLimit)) {
    return [
      observation(
        'statefulReady.partialYoung',
        { ready, wanted },
        { ...seen, state: 'progressing', severity: 'warning' },
      ),
    ];
  }
  const degraded = {
    ...seen,
    state: 'degraded',
    severity: 'warning',
    commands: commands(short),
  } as const;
  return [
    missing.length
      ? observation(
          'statefulReady.partial',
          { ready, wanted, missing },
          degraded,
        )
      : observation('statefulReady.partialAbsent', { ready, wanted }, degraded),
  ];
}

function evidenceOfCounts(
  counts: readonly SetCount[],
): HealthObservation['evidence'] {
  return counts.flatMap(({ fact, wanted, reported, ready, pods }) => [
    evidenceOf(statefulSet, fact, 'spec.replicas', wanted),
    evidenceOf(statefulSet, fact, 'status.readyReplicas', reported),
    ...(pods
      ? [
          {
            object: `Pods of ${fact.namespace}/${fact.name}`,
            field: 'status.conditions[Ready]',
            value: String(ready ?? 0),
            observedAt: fact.observedAt,
          },
        ]
      : []),
  ]);
}

function commands(counts: readonly SetCount[]): readonly string[] {
  return counts.flatMap(({ fact }) => [
    `kubectl rollout status statefulset/${fact.name} -n ${fact.namespace} --timeout=1s`,
    ...podNames(fact, 1).map(
      name => `kubectl describe pod ${name} -n ${fact.namespace}`,
    ),
  ]);
}

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

import { pod, statefulSet } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { StatefulSetRule } from '../../statefulSets/StatefulSetScene';

/** Readiness is an open port, and offline maintenance a pod that sleeps. */
export const neo4jAnswers: StatefulSetRule = {
  id: 'neo4j-answers',
  title: 'Whether a server of Neo4j sleeps, and what its readiness can prove.',
  check({ parts, pods = [], isAsleep }) {
    if (isAsleep) {
      return [];
    }
    const asleep = pods.filter(
      ({ data }) =>
        data.phase === 'Running' &&
        data.ready === false &&
        !data.waiting &&
        !data.terminated,
    );
    const resting = parts.filter(({ fact }) =>
      fact.data.switches.includes('sleep'),
    );
    return [
      ...(resting.length
        ? [
            observation(
              'neo4jAnswers.maintenance',
              { servers: resting.map(({ fact }) => fact.name) },
              {
                state: resting.length < parts.length ? 'degraded' : 'failed',
                severity: 'warning',
                evidence: [
                  ...resting.map(({ fact }) =>
                    evidenceOf(
                      statefulSet,
                      fact,
                      'spec.template.spec.containers[].command',
                      'sleep',
                    ),
                  ),
                  ...asleep.map(found =>
                    evidenceOf(pod, found, 'status.phase', found.data.phase),
                  ),
                ],
              },
            ),
          ]
        : []),
      observation(
        'neo4jAnswers.portOnly',
        {},
        {
          severity: 'info',
          evidence: parts.map(({ fact, reported }) =>
            evidenceOf(statefulSet, fact, 'status.readyReplicas', reported),
          ),
        },
      ),
    ];
  },
};

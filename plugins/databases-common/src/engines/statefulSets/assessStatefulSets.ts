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

import { AssessmentSubject, conclude } from '../../assessment';
import { statefulSet } from '../../kinds';
import { observation } from '../../messages';
import {
  DatabaseIdentity,
  HealthState,
  healthStates,
  Observation,
  Verdict,
} from '../../model';
import { evidenceOf } from '../../observation';
import { sumOf } from './countPods';
import { statefulObserved } from './rules/statefulObserved';
import { statefulSetRules } from './statefulSetRules';
import type { EvidenceList, StatefulSetScene } from './StatefulSetScene';

/** What is said when no rule says anything about the state. */
type Otherwise = Observation<HealthState> & { readonly state: HealthState };

/**
 * Whether a database of StatefulSets serves, judged from everything that is known
 * of it.
 *
 * @param scene - left out when nothing stands for the database
 */
export function assessStatefulSets(
  { facts, database, clock }: AssessmentSubject,
  scene: StatefulSetScene | undefined,
): Verdict<HealthState> {
  return scene
    ? conclude({
        states: healthStates,
        rules: [...statefulSetRules, ...scene.engine.rules],
        subject: scene,
        clock,
        otherwise: () => proof(scene),
      })
    : conclude<Pick<AssessmentSubject, 'facts'>, HealthState>({
        states: healthStates,
        rules: [statefulObserved],
        subject: { facts },
        clock,
        otherwise: () => gone(database),
      });
}

function gone({ namespace, name }: DatabaseIdentity): Otherwise {
  return {
    ...observation(
      'statefulHealth.gone',
      { database: name },
      {
        severity: 'warning',
        evidence: [{ object: `StatefulSet ${namespace}/${name}` }],
      },
    ),
    state: 'unknown',
  };
}

/** That no rule has anything to say proves nothing: healthy needs evidence of its own. */
function proof(scene: StatefulSetScene): Otherwise {
  const { members, database } = scene;
  const wanted = sumOf(members, 'wanted');
  const isProven =
    wanted !== undefined &&
    wanted > 0 &&
    members.every(
      ({ wanted: own, ready, reported, fact: { data } }) =>
        ready === own &&
        reported === own &&
        data.status?.observedGeneration !== undefined &&
        data.generation !== undefined &&
        data.status.observedGeneration >= data.generation,
    );
  const evidence = evidenceOfMembers(scene);
  return isProven
    ? {
        ...observation(
          'statefulHealth.healthy',
          { ready: wanted, wanted },
          { severity: 'info', evidence },
        ),
        state: 'healthy',
      }
    : {
        ...observation(
          'statefulHealth.unproven',
          { database: database.name },
          { severity: 'warning', evidence },
        ),
        state: 'unknown',
      };
}

function evidenceOfMembers({ members, pods }: StatefulSetScene): EvidenceList {
  return members.flatMap(({ fact, wanted, ready, reported }) => [
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

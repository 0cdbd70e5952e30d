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
import { witnessed } from '../../witnessed';
import { StatefulSetRule, StatefulSetScene } from '../StatefulSetScene';

export const statefulAsleep: StatefulSetRule = {
  id: 'stateful-asleep',
  title: 'Whether it is scaled to nothing on purpose, and really runs no more.',
  check(scene) {
    if (!scene.isAsleep) {
      return [];
    }
    const { database, members, memory, settings } = scene;
    const since = witnessed(memory, 'asleep', 'true');
    const seen = {
      since,
      evidence: members.flatMap(({ fact }) => [
        evidenceOf(statefulSet, fact, 'spec.replicas', fact.data.replicas),
        evidenceOf(
          statefulSet,
          fact,
          'status.replicas',
          fact.data.status?.replicas,
        ),
      ]),
      commands: members.map(
        ({ fact }) =>
          `kubectl scale statefulset ${fact.name} -n ${fact.namespace} --replicas=1`,
      ),
    };
    const params = { database: database.name };
    switch (restOf(scene)) {
      case 'nothing':
        return [
          observation('statefulAsleep.hibernated', params, {
            ...seen,
            state: 'hibernated',
            severity: 'info',
          }),
        ];
      case 'pods':
        return [
          isWithin(scene, since, settings.transientLimit)
            ? observation('statefulAsleep.going', params, {
                ...seen,
                state: 'progressing',
                severity: 'info',
              })
            : observation('statefulAsleep.running', params, {
                ...seen,
                state: 'unknown',
                severity: 'warning',
              }),
        ];
      default:
        return [
          observation('statefulAsleep.unconfirmed', params, {
            ...seen,
            state: 'unknown',
            severity: 'warning',
          }),
        ];
    }
  },
};

/** What is left of its pods; `undefined` when nobody can tell. */
function restOf({
  members,
  pods,
}: StatefulSetScene): 'nothing' | 'pods' | undefined {
  const names = members.map(({ fact }) => fact.name);
  const isLeft = pods?.some(({ data }) => names.includes(data.cluster));
  if (isLeft || members.some(({ fact }) => fact.data.status?.replicas)) {
    return 'pods';
  }
  const isTold = members.every(
    ({ fact: { data } }) =>
      data.status?.observedGeneration !== undefined &&
      data.status.observedGeneration >= (data.generation ?? 0),
  );
  return isTold ? 'nothing' : undefined;
}

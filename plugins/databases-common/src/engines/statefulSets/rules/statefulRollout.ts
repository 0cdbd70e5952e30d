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
import { SetCount } from '../countPods';
import { StatefulSetRule, StatefulSetScene } from '../StatefulSetScene';

export const statefulRollout: StatefulSetRule = {
  id: 'stateful-rollout',
  title: 'Whether all pods are of the version that is declared now.',
  check(scene) {
    if (scene.isAsleep) {
      return [];
    }
    return scene.parts.flatMap(part => {
      const { fact, wanted = 0 } = part;
      const { status, updateStrategy, updatePartition = 0 } = fact.data;
      const { currentRevision, updateRevision, updated = 0 } = status ?? {};
      if (!updateRevision || currentRevision === updateRevision) {
        return [];
      }
      const params = { statefulSet: fact.name, updated, wanted };
      const since = beganAt(part, scene);
      const seen = {
        since,
        evidence: [
          evidenceOf(
            statefulSet,
            fact,
            'status.currentRevision',
            currentRevision,
          ),
          evidenceOf(
            statefulSet,
            fact,
            'status.updateRevision',
            updateRevision,
          ),
          evidenceOf(statefulSet, fact, 'status.updatedReplicas', updated),
        ],
      };
      if (updateStrategy === 'OnDelete' || updatePartition > 0) {
        return [
          observation('statefulRollout.held', params, {
            ...seen,
            severity: 'info',
          }),
        ];
      }
      return [
        isWithin(scene, since, scene.settings.transientLimit)
          ? observation('statefulRollout.going', params, {
              ...seen,
              state: 'progressing',
              severity: 'info',
            })
          : observation('statefulRollout.stuck', params, {
              ...seen,
              state: 'degraded',
              severity: 'warning',
              commands: [
                `kubectl rollout status statefulset/${fact.name} -n ${fact.namespace} --timeout=1s`,
                `kubectl get pods -n ${fact.namespace} -L controller-revision-hash`,
              ],
            }),
      ];
    });
  },
};

/** An update replaces one pod after the other: the newest tells that it moves. */
function beganAt(
  { fact, pods = [] }: SetCount,
  { memory }: StatefulSetScene,
): string | undefined {
  const made = pods.flatMap(({ createdAt }) => createdAt ?? []).sort();
  const seen = witnessed(
    memory,
    `revision:${fact.name}`,
    fact.data.status?.updateRevision ?? '',
  );
  return [made.at(-1), seen]
    .flatMap(time => time ?? [])
    .sort()
    .at(-1);
}

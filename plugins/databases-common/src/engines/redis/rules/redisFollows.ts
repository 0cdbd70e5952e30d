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
import { sumOf } from '../../statefulSets/countPods';
import { StatefulSetRule } from '../../statefulSets/StatefulSetScene';

/** Its readiness probe asks the own server alone. */
export const redisFollows: StatefulSetRule = {
  id: 'redis-follows',
  title: 'Whether anything shows that replicas of Redis follow a master.',
  check: ({ members, metrics, isAsleep }) =>
    (sumOf(members, 'wanted') ?? 0) > 1 &&
    !isAsleep &&
    !metrics.of('role').length
      ? [
          observation(
            'redisFollows.unseen',
            {},
            {
              severity: 'info',
              evidence: members.map(({ fact, reported }) =>
                evidenceOf(statefulSet, fact, 'status.readyReplicas', reported),
              ),
            },
          ),
        ]
      : [],
};

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
import { SetCount } from '../../statefulSets/countPods';
import { StatefulSetRule } from '../../statefulSets/StatefulSetScene';

/** A master is replaced only when most of all Sentinels are there to agree. */
export const redisVotes: StatefulSetRule = {
  id: 'redis-votes',
  title: 'Whether enough Sentinels are ready to replace a master.',
  check({ parts, isAsleep }) {
    if (isAsleep) {
      return [];
    }
    return parts.filter(votes).flatMap(({ fact, wanted, ready }) => {
      if (wanted === undefined || ready === undefined) {
        return [];
      }
      const needed = Math.floor(wanted / 2) + 1;
      const evidence = [
        evidenceOf(statefulSet, fact, 'spec.replicas', wanted),
        evidenceOf(
          statefulSet,
          fact,
          'status.readyReplicas',
          fact.data.status?.ready,
        ),
      ];
      if (ready < needed) {
        return [
          observation(
            'redisVotes.tooFew',
            { ready, wanted, needed },
            { state: 'degraded', severity: 'error', evidence },
          ),
        ];
      }
      return wanted < 3
        ? [
            observation(
              'redisVotes.noMajority',
              { wanted },
              { severity: 'warning', evidence },
            ),
          ]
        : [];
    });
  },
};

/** Sentinels have pods of their own, or run beside each Redis. */
function votes({ part, fact }: SetCount): boolean {
  return (
    part === 'sentinel' ||
    fact.data.images.some(({ container }) => container.includes('sentinel'))
  );
}

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
import { StatefulSetRule } from '../StatefulSetScene';

export const statefulDeletion: StatefulSetRule = {
  id: 'stateful-deletion',
  title: 'Whether a StatefulSet of it is being deleted.',
  check({ members, writers }) {
    return members.flatMap(member => {
      const { name, deletedAt } = member.fact;
      return deletedAt
        ? [
            observation(
              'statefulDeletion.terminating',
              { statefulSet: name, since: deletedAt },
              {
                state: writers.includes(member) ? 'failed' : 'degraded',
                severity: 'error',
                since: deletedAt,
                evidence: [
                  evidenceOf(
                    statefulSet,
                    member.fact,
                    'metadata.deletionTimestamp',
                    deletedAt,
                  ),
                ],
              },
            ),
          ]
        : [];
    });
  },
};

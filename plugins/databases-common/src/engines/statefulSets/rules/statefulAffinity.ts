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
import { StatefulSetRule } from '../StatefulSetScene';

export const statefulAffinity: StatefulSetRule = {
  id: 'stateful-affinity',
  title: 'Whether the loss of one node takes all its pods.',
  check({ members, isAsleep }) {
    return members
      .filter(({ wanted = 0 }) => wanted > 1 && !isAsleep)
      .flatMap(({ fact, pods = [] }) => {
        const nodes = pods.flatMap(({ data }) => data.node ?? []);
        const shared = nodes.length > 1 && new Set(nodes).size === 1;
        if (shared) {
          return [
            observation(
              'statefulAffinity.together',
              { statefulSet: fact.name, node: nodes[0] },
              {
                severity: 'warning',
                evidence: pods.map(found =>
                  evidenceOf(pod, found, 'spec.nodeName', found.data.node),
                ),
              },
            ),
          ];
        }
        return fact.data.antiAffinity
          ? []
          : [
              observation(
                'statefulAffinity.none',
                { statefulSet: fact.name },
                {
                  severity: 'info',
                  evidence: [
                    evidenceOf(
                      statefulSet,
                      fact,
                      'spec.template.spec.affinity.podAntiAffinity',
                    ),
                  ],
                },
              ),
            ];
      });
  },
};

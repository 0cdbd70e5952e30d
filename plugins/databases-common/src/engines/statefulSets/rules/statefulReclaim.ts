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

import { statefulSet, storageClass } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { isSeen } from '../gatherScene';
import { StatefulSetRule } from '../StatefulSetScene';

export const statefulReclaim: StatefulSetRule = {
  id: 'stateful-reclaim',
  title: 'Whether the data outlives the claim to its volume.',
  check({ members, claims = [], facts, isProduction }) {
    const volumes = members.flatMap(({ fact }) => fact.data.volumes);
    if (!volumes.length) {
      return [
        observation(
          'statefulReclaim.noVolume',
          {},
          {
            severity: isProduction ? 'warning' : 'info',
            evidence: members.map(({ fact }) =>
              evidenceOf(statefulSet, fact, 'spec.volumeClaimTemplates'),
            ),
          },
        ),
      ];
    }
    const names = [
      ...new Set([
        ...claims.flatMap(({ fact }) => fact?.data.storageClass ?? []),
        ...volumes.map(volume => volume.storageClass ?? ''),
      ]),
    ];
    // Claims name the class that the default one was when they were made.
    const wanted = names.some(Boolean) ? names.filter(Boolean) : names;
    if (!isSeen(facts, storageClass)) {
      return [];
    }
    return wanted.flatMap(name => {
      const [found] = facts.of(storageClass, name);
      const params = { storageClass: name || 'default' };
      if (!found) {
        return [
          observation('statefulReclaim.unseen', params, {
            severity: 'info',
            evidence: [{ object: `StorageClass ${name || 'default'}` }],
          }),
        ];
      }
      return found.data.reclaimPolicy === 'Retain'
        ? []
        : [
            observation('statefulReclaim.deletes', params, {
              severity: isProduction ? 'warning' : 'info',
              evidence: [
                evidenceOf(
                  storageClass,
                  found,
                  'reclaimPolicy',
                  found.data.reclaimPolicy,
                ),
              ],
            }),
          ];
    });
  },
};

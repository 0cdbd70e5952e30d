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
import { StatefulSetRule } from '../StatefulSetScene';

export const statefulStatus: StatefulSetRule = {
  id: 'stateful-status',
  title: 'Whether Kubernetes has acted on what is declared now.',
  check(scene) {
    const { parts, settings } = scene;
    return parts.flatMap(({ fact, ready }) => {
      const { generation, status } = fact.data;
      const seen = {
        evidence: [
          evidenceOf(statefulSet, fact, 'metadata.generation', generation),
          evidenceOf(
            statefulSet,
            fact,
            'status.observedGeneration',
            status?.observedGeneration,
          ),
        ],
      };
      const params = { statefulSet: fact.name };
      if (!status || ready === undefined) {
        return [
          isWithin(scene, fact.createdAt, settings.outageGrace)
            ? observation('statefulStatus.new', params, {
                ...seen,
                since: fact.createdAt,
                state: 'progressing',
                severity: 'info',
              })
            : observation('statefulStatus.silent', params, {
                ...seen,
                since: fact.createdAt,
                state: 'unknown',
                severity: 'warning',
              }),
        ];
      }
      return generation !== undefined &&
        (status.observedGeneration ?? 0) < generation
        ? [
            observation('statefulStatus.behind', params, {
              ...seen,
              state: 'unknown',
              severity: 'warning',
            }),
          ]
        : [];
    });
  },
};

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

import { AssessmentRule } from '../../assessment';
import { application as kind } from '../../kinds';
import { observation } from '../../messages';
import { DeliveryState } from '../../model';
import { evidenceOf } from '../../observation';
import { applicationName } from '../applicationName';
import { DeliverySubject } from '../DeliverySubject';
import { isItself } from '../isItself';
import { syncSince } from '../syncMemory';

/** @internal */
export const syncStatus: AssessmentRule<DeliverySubject, DeliveryState> = {
  id: 'sync-status',
  title: 'What runs is what git declares.',
  check({ application, database, memory }) {
    const { sync, resources, drifted } = application.data;
    if (sync.status === 'Synced') {
      return [];
    }
    const name = applicationName(application);
    const seen = {
      ...syncSince(application, memory),
      evidence: [
        evidenceOf(kind, application, 'status.sync.status', sync.status),
      ],
    };
    if (sync.status !== 'OutOfSync') {
      return [
        observation(
          'syncStatus.unknown',
          { application: name },
          { ...seen, state: 'unknown', severity: 'warning' },
        ),
      ];
    }
    const own = resources.find(
      resource => resource.sync === 'OutOfSync' && isItself(resource, database),
    );
    return [
      own
        ? observation(
            'syncStatus.database',
            {
              application: name,
              resource: `${own.kind} ${own.namespace}/${own.name}`,
            },
            {
              ...seen,
              state: 'out-of-sync',
              severity: 'warning',
              evidence: [
                ...seen.evidence,
                evidenceOf(
                  kind,
                  application,
                  `status.resources[${own.name}].status`,
                  own.sync,
                ),
              ],
            },
          )
        : observation(
            'syncStatus.outOfSync',
            { application: name },
            {
              ...seen,
              state: 'out-of-sync',
              severity: 'warning',
              evidence: [
                ...seen.evidence,
                evidenceOf(
                  kind,
                  application,
                  'status.resources[*].status OutOfSync',
                  drifted,
                ),
              ],
            },
          ),
    ];
  },
};

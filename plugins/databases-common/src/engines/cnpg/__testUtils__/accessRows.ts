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

import {
  databaseObject,
  healthyObjects,
  podObject,
  poolerObject,
} from './objects';
import { HealthRow } from './HealthRow';

/** What apps reach it by. */
export const accessRows: readonly HealthRow[] = [
  {
    reason: 'a pooler whose pods crash',
    objects: [
      ...healthyObjects(),
      poolerObject({ status: { phase: null } }),
      podObject(7, {
        metadata: { labels: { 'cnpg.io/poolerName': 'shop-cnpg-pooler' } },
        status: {
          containerStatuses: [
            { state: { waiting: { reason: 'CreateContainerConfigError' } } },
          ],
        },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPods.waiting',
  },
  {
    reason: 'a pooler that failed',
    objects: [
      ...healthyObjects(),
      poolerObject({ status: { phase: 'failed' } }),
    ],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPoolers.failed',
  },
  {
    reason: 'a pooler that is paused',
    objects: [
      ...healthyObjects(),
      poolerObject({ spec: { pgbouncer: { paused: true } } }),
    ],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPoolers.paused',
  },
  {
    reason: 'a pooler of an operator before 1.30, without a pod',
    objects: [...healthyObjects(), poolerObject({ status: { phase: null } })],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPoolers.noPod',
  },
  {
    reason: 'a logical database that could not be made',
    objects: [
      ...healthyObjects(),
      databaseObject({
        status: { applied: false, message: 'role "x" does not exist' },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.failed',
  },
  {
    reason: 'a logical database that nobody has looked at',
    objects: [...healthyObjects(), databaseObject({ status: null })],
    state: 'healthy',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.unconfirmed',
  },
  {
    reason: 'a logical database that was changed since',
    objects: [
      ...healthyObjects(),
      databaseObject({ metadata: { generation: 2 } }),
    ],
    state: 'healthy',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.outdated',
  },
];

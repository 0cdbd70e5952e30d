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
  clusterObject,
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
    database: 'reports',
    state: 'failed',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.failed',
  },
  {
    reason: 'another logical database could not be made',
    objects: [
      ...healthyObjects(),
      databaseObject({ status: { applied: false, message: 'no such role' } }),
    ],
    state: 'healthy',
  },
  {
    reason: 'the main database is not as its own Database declares it',
    objects: [
      ...healthyObjects(),
      databaseObject({
        spec: { name: 'shop' },
        status: { applied: false, message: 'extension "x" is not available' },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.failed',
  },
  {
    reason: 'a logical database in a cluster that serves',
    objects: [...healthyObjects(), databaseObject()],
    database: 'reports',
    state: 'healthy',
    rule: 'cnpg-shared',
    message: 'cnpgShared.instance',
  },
  {
    reason: 'a logical database in a cluster that does not serve',
    objects: [
      clusterObject({ status: { phase: 'Not enough disk space' } }),
      databaseObject(),
    ],
    database: 'reports',
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.diskFull',
  },
  {
    reason: 'a logical database that only the bootstrap names',
    objects: [
      ...healthyObjects({
        spec: {
          bootstrap: {
            initdb: { postInitSQL: ['CREATE DATABASE shop_search'] },
          },
        },
      }),
    ],
    database: 'shop_search',
    state: 'healthy',
    rule: 'cnpg-shared',
    message: 'cnpgShared.bootstrap',
  },
  {
    reason: 'a logical database of the bootstrap that shall be gone',
    objects: [
      ...healthyObjects({
        spec: {
          bootstrap: { initdb: { postInitSQL: ['CREATE DATABASE reports'] } },
        },
      }),
      databaseObject({ spec: { ensure: 'absent' } }),
    ],
    database: 'reports',
    state: 'unknown',
    rule: 'cnpg-shared',
    message: 'cnpgShared.absent',
  },
  {
    reason: 'a logical database that nobody has looked at',
    objects: [...healthyObjects(), databaseObject({ status: null })],
    database: 'reports',
    state: 'unknown',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.unconfirmed',
  },
  {
    reason: 'a logical database that was changed since',
    objects: [
      ...healthyObjects(),
      databaseObject({ metadata: { generation: 2 } }),
    ],
    database: 'reports',
    state: 'healthy',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.outdated',
  },
];

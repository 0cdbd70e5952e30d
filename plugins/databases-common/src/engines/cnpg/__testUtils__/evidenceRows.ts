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

import { clusterObject, databaseObject, healthyObjects } from './objects';
import { HealthRow } from './HealthRow';
import { JUST_NOW, noPods } from './states';

/** What is seen, and what is not. */
export const evidenceRows: readonly HealthRow[] = [
  {
    reason: 'a database that is well',
    objects: healthyObjects(),
    state: 'healthy',
    message: 'cnpgHealth.healthy',
    since: '2026-11-01T08:00:00Z',
  },
  {
    reason: 'a database that is well, by its status alone',
    objects: [clusterObject()],
    coverage: noPods,
    state: 'healthy',
  },
  {
    reason: 'T16: nobody is fenced by an empty list',
    objects: healthyObjects({
      metadata: { annotations: { 'cnpg.io/fencedInstances': '[]' } },
    }),
    state: 'healthy',
  },
  {
    reason: 'T36: Clusters may not be read',
    objects: healthyObjects(),
    coverage: { 'clusters.postgresql.cnpg.io': 'forbidden' },
    state: 'unknown',
    rule: 'cnpg-observed',
    message: 'coverage.forbidden',
  },
  ...(
    [
      'absent',
      'unauthorized',
      'unreachable',
      'failing',
      'syncing',
      'on-demand',
    ] as const
  ).map((state): HealthRow => ({
    reason: `T36: Clusters are ${state}`,
    objects: healthyObjects(),
    coverage: { 'clusters.postgresql.cnpg.io': state },
    state: 'unknown',
    rule: 'cnpg-observed',
  })),
  {
    reason: 'T36: pods may not be read, which is no fault of the database',
    objects: healthyObjects(),
    coverage: noPods,
    state: 'healthy',
    rule: 'cnpg-observed',
    message: 'coverage.forbidden',
  },
  {
    reason:
      'T38: a moment after a failover replicas are still on the old timeline',
    objects: healthyObjects({
      status: {
        currentPrimaryTimestamp: JUST_NOW,
        instancesReportedState: { 'shop-cnpg-3': { timeLineID: 3 } },
      },
    }),
    state: 'healthy',
  },
  {
    reason: 'the Cluster is gone',
    objects: [],
    state: 'unknown',
    message: 'cnpgHealth.gone',
  },
  {
    reason: 'nothing says who the primary is',
    objects: [
      clusterObject({ status: { currentPrimary: null, targetPrimary: null } }),
    ],
    coverage: noPods,
    state: 'unknown',
    message: 'cnpgHealth.unproven',
  },
  {
    reason: 'a pooler that its CRD was never installed for',
    objects: healthyObjects(),
    coverage: {
      'poolers.postgresql.cnpg.io': 'absent',
      'databases.postgresql.cnpg.io': 'absent',
    },
    state: 'healthy',
  },
  {
    reason: 'a logical database of a cluster that follows another',
    objects: [
      ...healthyObjects({ spec: { replica: { enabled: true } } }),
      databaseObject({ status: null }),
    ],
    state: 'healthy',
  },
];

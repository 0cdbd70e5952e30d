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

import { clusterObject, healthyObjects, jobPodObject } from './objects';
import { HealthRow } from './HealthRow';
import { HOURS_AGO, JUST_NOW, conditions, settingUp, noPods } from './states';

/** Coming up, and staying up. */
export const startingRows: readonly HealthRow[] = [
  {
    reason: 'T18: a replica is being made, and the operator says so',
    objects: [
      clusterObject({
        status: {
          phase: 'Creating a new replica',
          readyInstances: 2,
          conditions: conditions(['Ready', 'False', undefined, JUST_NOW]),
        },
      }),
    ],
    coverage: noPods,
    state: 'progressing',
    rule: 'cnpg-phase',
  },
  {
    reason: 'T20: setting up the primary takes more than half an hour',
    objects: [
      clusterObject({
        status: {
          ...settingUp,
          conditions: conditions(['Ready', 'False', undefined, HOURS_AGO]),
        },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.bootstrapStuck',
    since: HOURS_AGO,
  },
  {
    reason: 'T20: setting up began an hour ago, as its creation tells',
    objects: [
      clusterObject({
        metadata: { creationTimestamp: HOURS_AGO },
        status: { ...settingUp, conditions: [] },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-phase',
  },
  {
    reason: 'T20: the job that sets it up failed',
    objects: [
      clusterObject({ status: settingUp }),
      jobPodObject('initdb', 'permission denied'),
    ],
    state: 'failed',
    rule: 'cnpg-bootstrap',
    message: 'cnpgBootstrap.failed',
  },
  {
    reason: 'T20: the operator gave up',
    objects: [
      clusterObject({
        status: {
          ...settingUp,
          phase: 'Cluster is unrecoverable and needs manual intervention',
        },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.unrecoverable',
  },
  {
    reason: 'T22: recovered from the archive that it would write to',
    objects: [
      clusterObject({
        spec: {
          bootstrap: { initdb: null, recovery: { source: 'origin' } },
          plugins: [
            {
              name: 'barman-cloud.cloudnative-pg.io',
              isWALArchiver: true,
              parameters: { barmanObjectName: 'store', serverName: 'shop' },
            },
          ],
          externalClusters: [
            {
              name: 'origin',
              plugin: {
                name: 'barman-cloud.cloudnative-pg.io',
                parameters: { barmanObjectName: 'store', serverName: 'shop' },
              },
            },
          ],
        },
        status: settingUp,
      }),
      jobPodObject('full-recovery'),
    ],
    state: 'failed',
    rule: 'cnpg-bootstrap',
    message: 'cnpgBootstrap.archiveTaken',
  },
  {
    reason: 'T22: the pod says that the archive is not empty',
    objects: [
      clusterObject({ status: settingUp }),
      jobPodObject(
        'full-recovery',
        'WAL archive check failed: Expected empty archive',
      ),
    ],
    state: 'failed',
    rule: 'cnpg-bootstrap',
    message: 'cnpgBootstrap.archiveTaken',
  },
  {
    reason: 'T26: the plugin is down, and nothing goes on',
    objects: healthyObjects({
      status: {
        phase:
          'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
        conditions: conditions(['Ready', 'False']),
        pluginStatus: null,
      },
    }),
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.broken',
  },
  {
    reason: 'no status at all',
    objects: [clusterObject({ status: null })],
    state: 'unknown',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.absent',
  },
];

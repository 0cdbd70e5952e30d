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
  claimObject,
  healthyObjects,
  jobPodObject,
  notReady,
  podObject,
} from './objects';
import { HealthRow } from './HealthRow';
import { HOURS_AGO, JUST_NOW, conditions, settingUp, noPods } from './states';

/** Coming up, and staying up. */
export const startingRows: readonly HealthRow[] = [
  {
    reason: 'T2: the WAL that could not be archived has filled the disk',
    objects: healthyObjects({
      status: {
        phase: 'Not enough disk space',
        conditions: conditions(
          ['Ready', 'False', 'ClusterIsNotReady', JUST_NOW],
          ['ContinuousArchiving', 'False', 'ContinuousArchivingFailing'],
        ),
      },
    }),
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.diskFull',
  },
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
    reason: 'T21: no status, and the volume cannot be had',
    objects: [
      clusterObject({ status: null }),
      claimObject({
        metadata: { creationTimestamp: HOURS_AGO },
        status: { phase: 'Pending', capacity: null },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.pending',
  },
  {
    reason: 'T21: setting up, and the image cannot be had',
    objects: [
      clusterObject({
        status: { ...settingUp, initializingPVC: ['shop-cnpg-1'] },
      }),
      podObject(1, {
        status: {
          phase: 'Pending',
          conditions: notReady(JUST_NOW).status,
          containerStatuses: [
            {
              name: 'postgres',
              image: 'ghcr.io/cloudnative-pg/postgresql:17.99',
              restartCount: 0,
              state: { waiting: { reason: 'ImagePullBackOff' } },
            },
          ],
        },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-pods',
    message: 'cnpgPods.image',
  },
  {
    reason: 'T21: a volume that was asked for a moment ago',
    objects: [
      clusterObject({ status: settingUp }),
      claimObject({
        metadata: { creationTimestamp: JUST_NOW },
        status: { phase: 'Pending' },
      }),
    ],
    state: 'progressing',
    rule: 'cnpg-storage',
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
    reason: 'T25: a volume that no instance uses',
    objects: healthyObjects({ status: { danglingPVC: ['shop-cnpg-4'] } }),
    state: 'healthy',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.dangling',
  },
  {
    reason: 'T25: a volume that is of no use',
    objects: healthyObjects({ status: { unusablePVC: ['shop-cnpg-2-wal'] } }),
    state: 'degraded',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.unusable',
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
  {
    reason: 'a pod that no node takes',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1),
      podObject(2),
      podObject(3, {
        metadata: { creationTimestamp: HOURS_AGO },
        spec: { nodeName: null },
        status: {
          phase: 'Pending',
          startTime: null,
          containerStatuses: null,
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available: 3 Insufficient memory.',
            },
          ],
        },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-pods',
    message: 'cnpgPods.unschedulable',
  },
  {
    reason: 'a replica that crashes again and again',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1),
      podObject(2),
      podObject(3, {
        status: {
          ...(notReady(JUST_NOW).status as object),
          containerStatuses: [
            {
              restartCount: 12,
              state: { waiting: { reason: 'CrashLoopBackOff' } },
              lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
            },
          ],
        },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-pods',
    message: 'cnpgPods.waiting',
  },
  {
    reason: 'an instance that ran out of memory and is back',
    objects: [
      clusterObject(),
      podObject(1),
      podObject(2),
      podObject(3, {
        status: {
          containerStatuses: [
            {
              restartCount: 2,
              state: { running: {} },
              lastState: {
                terminated: {
                  exitCode: 137,
                  reason: 'OOMKilled',
                  finishedAt: '2026-11-21T11:40:00Z',
                },
              },
            },
          ],
        },
      }),
    ],
    state: 'healthy',
    rule: 'cnpg-pods',
    message: 'cnpgPods.restarted',
  },
  {
    reason: 'a volume that grows',
    objects: [
      ...healthyObjects(),
      claimObject({
        status: {
          conditions: [{ type: 'FileSystemResizePending', status: 'True' }],
        },
      }),
    ],
    state: 'healthy',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.resizing',
  },
  {
    reason: 'a volume that is lost, beside instances that serve',
    objects: [...healthyObjects(), claimObject({ status: { phase: 'Lost' } })],
    state: 'degraded',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.lost',
  },
];

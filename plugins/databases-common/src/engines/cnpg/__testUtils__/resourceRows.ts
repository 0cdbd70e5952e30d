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
  notReady,
  podObject,
} from './objects';
import { HealthRow } from './HealthRow';
import { HOURS_AGO, JUST_NOW, conditions, settingUp } from './states';

/** Volumes, images and nodes that an instance cannot be without. */
export const resourceRows: readonly HealthRow[] = [
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

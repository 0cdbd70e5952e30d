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
  claimOf,
  HOURS_AGO,
  JUST_NOW,
  memberObject,
  movedObjects,
  NAMESPACE,
  serviceObject,
  placeholderSlice,
  slicesOf,
  statefulSetObject,
  storageClassObject,
  surroundings,
  unready,
  wellObjects,
} from './statefulObjects';
import { StatefulRow } from './StatefulScene';

const one = {
  spec: { replicas: 1 },
  status: { replicas: 1, readyReplicas: 1 },
};
const down = (since: string) =>
  [0, 1, 2].map(n => memberObject(n, unready(since)));
const ready = (readyReplicas: number | null) => ({ status: { readyReplicas } });

/** Whether the pods are there and reached. */
export const servingStatefulRows: readonly StatefulRow[] = [
  {
    reason: 'all pods are ready',
    objects: wellObjects(),
    state: 'healthy',
    message: 'statefulHealth.healthy',
  },
  {
    reason:
      'all pods are ready as their controller says, and pods are not seen',
    objects: wellObjects(),
    coverage: { pods: 'forbidden' },
    state: 'healthy',
  },
  {
    reason: 'three ready pods are not replication',
    objects: wellObjects(),
    state: 'healthy',
    rule: 'postgres-replication',
    message: 'postgresReplication.unseen',
  },
  {
    reason: 'StatefulSets may not be listed',
    objects: wellObjects(),
    coverage: { 'statefulsets.apps': 'forbidden' },
    state: 'unknown',
    rule: 'stateful-observed',
    message: 'coverage.forbidden',
  },
  {
    reason: 'its StatefulSet is gone',
    objects: surroundings(),
    state: 'unknown',
    message: 'statefulHealth.gone',
  },
  {
    reason: 'nobody says how many pods there should be',
    objects: wellObjects({ spec: { replicas: null } }),
    state: 'unknown',
    message: 'statefulHealth.unproven',
  },
  {
    reason: 'the controller says nothing of a StatefulSet that is not new',
    objects: [statefulSetObject({ status: null })],
    state: 'unknown',
    rule: 'stateful-status',
    message: 'statefulStatus.silent',
  },
  {
    reason: 'the controller has not got to a StatefulSet that is new',
    objects: [
      statefulSetObject({
        status: null,
        metadata: { creationTimestamp: JUST_NOW },
      }),
    ],
    state: 'progressing',
    rule: 'stateful-status',
    message: 'statefulStatus.new',
  },
  {
    reason: 'its status is about an older version',
    objects: wellObjects({ metadata: { generation: 5 } }),
    state: 'unknown',
    rule: 'stateful-status',
    message: 'statefulStatus.behind',
  },
  {
    reason: 'no pod has been ready for hours',
    objects: [statefulSetObject(ready(null)), ...down(HOURS_AGO)],
    state: 'failed',
    since: HOURS_AGO,
    rule: 'stateful-ready',
    message: 'statefulReady.outage',
  },
  {
    reason: 'no pod is there, whatever the status says',
    objects: [statefulSetObject()],
    state: 'failed',
    rule: 'stateful-ready',
    message: 'statefulReady.outage',
  },
  {
    reason: 'no pod has been ready for two minutes',
    objects: [statefulSetObject(ready(null)), ...down(JUST_NOW)],
    state: 'progressing',
    rule: 'stateful-ready',
    message: 'statefulReady.outageYoung',
  },
  {
    reason: 'it is new, and no pod is ready',
    objects: [
      statefulSetObject({
        ...ready(null),
        metadata: { creationTimestamp: JUST_NOW },
      }),
    ],
    state: 'progressing',
    rule: 'stateful-ready',
    message: 'statefulReady.starting',
  },
  {
    reason: 'one of three pods has not been ready for hours',
    objects: [...wellObjects(ready(2)), memberObject(2, unready(HOURS_AGO))],
    state: 'degraded',
    rule: 'stateful-ready',
    message: 'statefulReady.partial',
  },
  {
    reason: 'one of three pods has not been ready for two minutes',
    objects: [...wellObjects(ready(2)), memberObject(2, unready(JUST_NOW))],
    state: 'progressing',
    rule: 'stateful-ready',
    message: 'statefulReady.partialYoung',
  },
  {
    reason: 'one of three pods is not made at all',
    objects: [
      statefulSetObject(ready(2)),
      ...surroundings().filter(
        ({ metadata }) => metadata.name !== 'orders-db-2',
      ),
    ],
    state: 'degraded',
    rule: 'stateful-ready',
    message: 'statefulReady.partialAbsent',
  },
  {
    reason: 'pods say less than the status, which lags behind',
    objects: [...wellObjects(), memberObject(2, unready(HOURS_AGO))],
    state: 'degraded',
    rule: 'stateful-ready',
  },
  {
    reason: 'one pod more is ready than is wanted',
    objects: wellObjects({ spec: { replicas: 2 } }),
    state: 'progressing',
    rule: 'stateful-ready',
    message: 'statefulReady.surplus',
  },
  {
    reason: 'the status says less than the pods',
    objects: wellObjects(ready(2)),
    state: 'unknown',
    message: 'statefulHealth.unproven',
  },
  {
    reason: 'it is being deleted',
    objects: wellObjects({ metadata: { deletionTimestamp: HOURS_AGO } }),
    state: 'failed',
    since: HOURS_AGO,
    rule: 'stateful-deletion',
    message: 'statefulDeletion.terminating',
  },
  {
    reason: 'a pod cannot have its image',
    objects: [
      ...wellObjects(ready(2)),
      memberObject(2, {
        status: {
          ...unready(HOURS_AGO).status!,
          containerStatuses: [
            { state: { waiting: { reason: 'ImagePullBackOff' } } },
          ],
        },
      }),
    ],
    state: 'degraded',
    rule: 'stateful-pods',
    message: 'cnpgPods.image',
  },
  {
    reason: 'the only pod finds no node',
    objects: [
      statefulSetObject({
        ...one,
        status: { replicas: 1, readyReplicas: null },
      }),
      memberObject(0, {
        status: {
          phase: 'Pending',
          startTime: null,
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available',
            },
          ],
        },
      }),
    ],
    state: 'failed',
    rule: 'stateful-pods',
    message: 'cnpgPods.unschedulable',
  },
  {
    reason: 'a claim gets no volume',
    objects: [
      ...wellObjects(ready(2)),
      memberObject(2, unready(HOURS_AGO)),
      claimOf(2, { status: { phase: 'Pending' } }),
    ],
    state: 'degraded',
    rule: 'stateful-claims',
    message: 'cnpgStorage.pending',
  },
  {
    reason: 'a volume is lost',
    objects: [...wellObjects(), claimOf(1, { status: { phase: 'Lost' } })],
    state: 'degraded',
    rule: 'stateful-claims',
    message: 'cnpgStorage.lost',
  },
  {
    reason: 'a claim is not there, nor is its pod',
    objects: [
      statefulSetObject(ready(2)),
      ...surroundings().filter(
        ({ metadata }) => !metadata.name.endsWith('orders-db-2'),
      ),
    ],
    state: 'degraded',
    rule: 'stateful-claims',
    message: 'statefulClaims.missing',
  },
  {
    reason:
      'its pods begin at 5, and nothing is behind the service to the first',
    objects: [...movedObjects([5, 6, 7]), slicesOf('orders-db', 0)],
    state: 'failed',
    rule: 'stateful-writer',
    message: 'statefulWriter.noAddress',
  },
  {
    reason: 'nothing is behind the service that apps write to',
    objects: [...wellObjects(), slicesOf('orders-db', 0)],
    state: 'failed',
    rule: 'stateful-writer',
    message: 'statefulWriter.noAddress',
  },
  {
    reason: 'the selector of the service that apps write to fits no pod',
    objects: [...wellObjects(), placeholderSlice('orders-db')],
    state: 'failed',
    rule: 'stateful-writer',
    message: 'statefulWriter.noAddress',
  },
  {
    reason: 'nothing is behind one of two services',
    objects: [
      ...wellObjects(),
      serviceObject('orders-old', {
        selector: { role: 'primary', app: 'orders-db' },
      }),
      slicesOf('orders-old', 0),
    ],
    state: 'healthy',
    rule: 'stateful-writer',
    message: 'statefulWriter.someEmpty',
  },
  {
    reason: 'the addresses may not be seen',
    objects: [...wellObjects(), slicesOf('orders-db', 0)],
    coverage: { 'endpointslices.discovery.k8s.io': 'forbidden' },
    state: 'healthy',
  },
  {
    reason: 'a service leads to all servers',
    objects: [
      statefulSetObject(),
      ...surroundings(),
      serviceObject('orders-db-all'),
    ],
    state: 'degraded',
    rule: 'stateful-service',
    message: 'statefulService.spread',
  },
  {
    reason: 'a service for reading leads to all servers',
    objects: [...wellObjects(), serviceObject('orders-db-readonly')],
    state: 'healthy',
  },
  {
    reason: 'no service leads to it',
    objects: wellObjects().filter(({ kind }) => kind !== 'Service'),
    state: 'healthy',
    rule: 'stateful-service',
    message: 'statefulService.none',
  },
  {
    reason: 'it is scaled to nothing, and nothing runs',
    objects: [
      statefulSetObject({
        spec: { replicas: 0 },
        status: { replicas: 0, readyReplicas: null },
      }),
      storageClassObject(),
    ],
    state: 'hibernated',
    rule: 'stateful-asleep',
    message: 'statefulAsleep.hibernated',
  },
  {
    reason: 'it is scaled to nothing, and pods are left',
    objects: wellObjects({ spec: { replicas: 0 } }),
    state: 'unknown',
    rule: 'stateful-asleep',
    message: 'statefulAsleep.running',
  },
  {
    reason: 'it was scaled to nothing a moment ago',
    objects: wellObjects({ spec: { replicas: 0 } }),
    memory: {
      asleep: {
        value: 'true',
        since: JUST_NOW,
        previous: { value: 'false', until: JUST_NOW },
      },
    },
    state: 'progressing',
    rule: 'stateful-asleep',
    message: 'statefulAsleep.going',
  },
  {
    reason: 'it is scaled to nothing, and nobody says what became of it',
    objects: [statefulSetObject({ spec: { replicas: 0 }, status: null })],
    state: 'unknown',
    rule: 'stateful-asleep',
    message: 'statefulAsleep.unconfirmed',
  },
  {
    reason: 'an update moves',
    objects: [
      ...wellObjects({
        status: { updateRevision: 'orders-db-7e5a', updatedReplicas: 1 },
      }),
      memberObject(2, { metadata: { creationTimestamp: JUST_NOW } }),
    ],
    state: 'progressing',
    rule: 'stateful-rollout',
    message: 'statefulRollout.going',
  },
  {
    reason: 'an update does not move',
    objects: wellObjects({
      status: { updateRevision: 'orders-db-7e5a', updatedReplicas: 1 },
    }),
    state: 'degraded',
    rule: 'stateful-rollout',
    message: 'statefulRollout.stuck',
  },
  {
    reason: 'an update waits until somebody deletes the pods',
    objects: wellObjects({
      spec: { updateStrategy: { type: 'OnDelete' } },
      status: { updateRevision: 'orders-db-7e5a', updatedReplicas: 1 },
    }),
    state: 'healthy',
    rule: 'stateful-rollout',
    message: 'statefulRollout.held',
  },
  {
    reason: 'Kubernetes warns about it',
    objects: [
      ...wellObjects(),
      {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: 'orders-db.1', namespace: NAMESPACE },
        involvedObject: {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: 'orders-db',
        },
        type: 'Warning',
        reason: 'FailedCreate',
        message: 'exceeded quota',
        lastTimestamp: JUST_NOW,
      },
    ],
    state: 'healthy',
    rule: 'stateful-events',
    message: 'statefulEvents.warning',
  },
];

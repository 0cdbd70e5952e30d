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

import { KubeObject } from '../../../model';
import { patched } from '../../cnpg/__testUtils__/objects';
import {
  claimOf,
  memberObject,
  NAMESPACE,
  statefulSetObject,
  storageClassObject,
  surroundings,
  wellObjects,
} from './statefulObjects';
import { StatefulRow } from './StatefulScene';

const prod = { 'basewell.dev/environment': 'prod' };
const healthy = { state: 'healthy' } as const;

/** Another database beside it, under names of its own. */
function beside(name: string, volumes: readonly string[] = ['data', 'wal']) {
  return statefulSetObject({
    metadata: { name, labels: { app: name } },
    spec: {
      template: { metadata: { labels: { app: name } } },
      volumeClaimTemplates: volumes.map(volume => ({
        metadata: { name: volume },
      })),
    },
  });
}

/** What may go wrong later: nothing of it changes the state. */
export const guardStatefulRows: readonly StatefulRow[] = [
  {
    ...healthy,
    reason: 'nothing keeps Argo CD from deleting it',
    objects: wellObjects({
      metadata: {
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=true' },
      },
    }),
    rule: 'stateful-guard',
    message: 'statefulGuard.none',
  },
  {
    ...healthy,
    reason: 'its claims go with it',
    objects: wellObjects({
      spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } },
    }),
    rule: 'stateful-guard',
    message: 'statefulGuard.claimsToo',
  },
  {
    ...healthy,
    reason: 'its volumes go with their claims',
    objects: [...wellObjects(), storageClassObject('Delete')],
    rule: 'stateful-reclaim',
    message: 'statefulReclaim.deletes',
  },
  {
    ...healthy,
    reason: 'its storage class is not there',
    objects: wellObjects().filter(({ kind }) => kind !== 'StorageClass'),
    rule: 'stateful-reclaim',
    message: 'statefulReclaim.unseen',
  },
  {
    ...healthy,
    reason: 'it has no volume',
    objects: wellObjects({ spec: { volumeClaimTemplates: null } }),
    rule: 'stateful-reclaim',
    message: 'statefulReclaim.noVolume',
  },
  {
    ...healthy,
    reason: 'production hangs on one pod',
    objects: [
      statefulSetObject({
        metadata: { labels: prod },
        spec: { replicas: 1 },
        status: { replicas: 1, readyReplicas: 1 },
      }),
      ...surroundings().filter(
        ({ kind, metadata }) => kind !== 'Pod' || /-0$/.test(metadata.name),
      ),
    ],
    rule: 'stateful-single',
    message: 'statefulSingle.one',
  },
  {
    ...healthy,
    reason: 'nothing keeps its pods apart',
    objects: wellObjects({ spec: { template: { spec: { affinity: null } } } }),
    rule: 'stateful-affinity',
    message: 'statefulAffinity.none',
  },
  {
    ...healthy,
    reason: 'all its pods are on one node, whatever is asked',
    objects: [
      ...wellObjects(),
      ...[0, 1, 2].map(n => memberObject(n, { spec: { nodeName: 'node-7' } })),
    ],
    rule: 'stateful-affinity',
    message: 'statefulAffinity.together',
  },
  {
    ...healthy,
    reason: 'a container of it has no limit',
    objects: wellObjects({
      spec: {
        template: {
          spec: {
            containers: [{ name: 'postgresql', image: 'postgres:16' }],
          },
        },
      },
    }),
    rule: 'stateful-limits',
    message: 'statefulLimits.none',
  },
  {
    ...healthy,
    reason: 'it reads a Secret that was an example',
    objects: wellObjects({
      spec: {
        template: {
          spec: {
            volumes: [{ secret: { secretName: 'orders-db-example' } }],
          },
        },
      },
    }),
    rule: 'stateful-examples',
    message: 'statefulExamples.secret',
  },
  {
    ...healthy,
    reason: 'it lacks what two others beside it have',
    objects: [...wellObjects(), beside('cart-db'), beside('user-db')],
    rule: 'stateful-set-incomplete',
    message: 'statefulSetIncomplete.others',
  },
  {
    ...healthy,
    reason: 'it lacks what only one other has',
    objects: [...wellObjects(), beside('cart-db'), beside('user-db', ['data'])],
  },
  {
    ...healthy,
    reason: 'it lacks what it is said to have',
    objects: wellObjects({
      metadata: {
        annotations: { 'basewell.dev/expects': 'volume, wal-volume' },
      },
    }),
    rule: 'stateful-set-incomplete',
    message: 'statefulSetIncomplete.said',
  },
  {
    ...healthy,
    reason: 'nothing dumps it, which it is said to have',
    objects: expecting('backup-job, backup-volume'),
    rule: 'stateful-set-incomplete',
    message: 'statefulSetIncomplete.said',
  },
  {
    ...healthy,
    reason: 'it is dumped onto a volume of which there is no claim',
    objects: [...expecting('backup-volume'), dumpJobOf('orders-db')],
    rule: 'stateful-set-incomplete',
    message: 'statefulSetIncomplete.said',
  },
  {
    ...healthy,
    reason: 'it is dumped onto a volume, as it is said to be',
    objects: [
      ...expecting('backup-job, backup-volume'),
      dumpJobOf('orders-db'),
      patched(claimOf(0), { metadata: { name: 'dumps' } }),
    ],
  },
  {
    ...healthy,
    reason: 'nobody may see what dumps it',
    objects: expecting('backup-job, backup-volume'),
    coverage: { 'cronjobs.batch': 'forbidden' },
  },
  {
    ...healthy,
    reason: 'it lets everybody in',
    objects: wellObjects(withVariable('trust')),
    rule: 'postgres-passwords',
    message: 'postgresPasswords.trust',
  },
  {
    ...healthy,
    reason: 'it asks for passwords by md5',
    objects: wellObjects(withVariable('md5')),
    rule: 'postgres-passwords',
    message: 'postgresPasswords.weak',
  },
  {
    ...healthy,
    reason: 'it asks for passwords as it should',
    objects: wellObjects(withVariable('scram-sha-256')),
  },
];

function expecting(features: string) {
  return wellObjects({
    metadata: { annotations: { 'basewell.dev/expects': features } },
  });
}

function dumpJobOf(host: string): KubeObject {
  const command = ['pg_dump', '-h', host, '-f', '/dumps/all'];
  const volumeMounts = [{ name: 'dumps', mountPath: '/dumps' }];
  const claim = { claimName: 'dumps' };
  const pod = {
    containers: [{ name: 'dump', image: 'postgres:17', command, volumeMounts }],
    volumes: [{ name: 'dumps', persistentVolumeClaim: claim }],
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'nightly', namespace: NAMESPACE },
    spec: {
      schedule: '0 2 * * *',
      jobTemplate: { spec: { template: { spec: pod } } },
    },
  } as KubeObject;
}

function withVariable(method: string) {
  return {
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'postgresql',
              image: 'postgres:16',
              env: [{ name: 'POSTGRES_HOST_AUTH_METHOD', value: method }],
              resources: {
                requests: { memory: '1Gi' },
                limits: { memory: '1Gi' },
              },
            },
          ],
        },
      },
    },
  };
}

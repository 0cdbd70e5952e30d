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

import { KubeObject } from '../kubernetes/KubeObject';
import { operate } from '../operator/operate';
import { deliveredAt } from './deliveredAt';
import { Delivery } from './Delivery';

const mergedAt = Date.parse('2026-11-21T12:00:00Z');
const metadata = (name: string) => ({ name, namespace: 'databases' });
const FOLDER = 'infra/databases/cloudnativepg/shop';

const cluster: KubeObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: metadata('shop-cnpg'),
  spec: {
    instances: 2,
    plugins: [
      {
        name: 'barman-cloud.cloudnative-pg.io',
        isWALArchiver: true,
        parameters: { barmanObjectName: 'shop-cnpg', serverName: 'shop-1' },
      },
    ],
  },
};
const store: KubeObject = {
  apiVersion: 'barmancloud.cnpg.io/v1',
  kind: 'ObjectStore',
  metadata: metadata('shop-cnpg'),
  spec: {},
};
const schedule: KubeObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'ScheduledBackup',
  metadata: metadata('shop-cnpg-backup'),
  spec: {
    schedule: '0 0 2 * * *',
    immediate: true,
    cluster: { name: 'shop-cnpg' },
    method: 'plugin',
    pluginConfiguration: { name: 'barman-cloud.cloudnative-pg.io' },
  },
};
const application: KubeObject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'infra-shop-db', namespace: 'argo' },
  spec: { source: { path: FOLDER } },
};
const delivery: Delivery = {
  mergedAt,
  revision: '0'.repeat(40),
  manifests: [
    {
      path: 'argocd/apps/infra-shop-db.yaml',
      added: true,
      object: application,
    },
    ...[cluster, store, schedule].map(object => ({
      path: `${FOLDER}/${object.kind}.yaml`,
      added: true,
      object,
    })),
  ],
};

/** All objects, some seconds after the merge. */
function after(seconds: number, speed = 1): readonly any[] {
  const moment = { now: mergedAt + seconds * 1000, start: mergedAt };
  return operate(
    'prod',
    deliveredAt('prod', delivery, moment, speed) as readonly KubeObject[],
    moment,
  );
}

/** What a person would say of it. */
function tell(objects: readonly any[]): string {
  const of = (kind: string) => objects.find(object => object.kind === kind);
  const condition = of('Cluster')?.status?.conditions?.find(
    ({ type }: any) => type === 'LastBackupSucceeded',
  );
  return [
    of('Application')?.status.health.status,
    of('Cluster')?.status?.phase,
    of('Cluster')?.status?.readyInstances,
    of('Backup')?.status.phase,
    condition?.reason,
  ]
    .filter(part => part !== undefined)
    .join(', ');
}

it.each([
  [-1, ''],
  [3, ''],
  [5, 'Progressing'],
  [11, 'Progressing'],
  [15, 'Progressing, Setting up primary'],
  [41, 'Progressing, Setting up primary'],
  [50, 'Progressing, Creating a new replica, 1'],
  [61, 'Healthy, Cluster in healthy state, 2'],
  [67, 'Healthy, Cluster in healthy state, 2, started, BackupStarted'],
  [99, 'Healthy, Cluster in healthy state, 2, completed, LastBackupSucceeded'],
])('%s seconds after the merge: %s', (seconds, words) => {
  expect(tell(after(seconds))).toBe(words);
});

it('goes as many times faster as it is told', () => {
  expect(tell(after(99 / 50, 50))).toBe(tell(after(99)));
});

it('has a pod for each instance that is made', () => {
  const podsAt = (seconds: number) =>
    after(seconds)
      .filter(({ kind }) => kind === 'Pod')
      .map(({ metadata: { name }, status }) => [
        name,
        status.containerStatuses[0].ready,
      ]);
  expect([11, 15, 35, 50, 61].map(podsAt)).toEqual([
    [],
    [],
    [['shop-cnpg-1', false]],
    [
      ['shop-cnpg-1', true],
      ['shop-cnpg-2', false],
    ],
    [
      ['shop-cnpg-1', true],
      ['shop-cnpg-2', true],
    ],
  ]);
});

it('keeps the evidence of a backup where the plugin keeps it', () => {
  const objects = after(99);
  const uid = objects.find(({ kind }) => kind === 'Cluster').metadata.uid;
  const [backup] = objects.filter(({ kind }) => kind === 'Backup');
  const window = { lastSuccessfulBackupTime: backup.status.stoppedAt };
  expect(backup.status.pluginMetadata.clusterUID).toBe(uid);
  expect(
    objects.find(({ kind }) => kind === 'ObjectStore').status
      .serverRecoveryWindow,
  ).toEqual({ 'shop-1': expect.objectContaining(window) });
});

it('goes on with a backup at each slot', () => {
  const objects = after(3 * 86_400);
  expect(
    objects
      .filter(({ kind }) => kind === 'Backup')
      .map(({ status }) => status.startedAt.slice(0, 16)),
  ).toEqual([
    '2026-11-21T12:01',
    '2026-11-22T02:00',
    '2026-11-23T02:00',
    '2026-11-24T02:00',
  ]);
  expect(
    objects.find(({ kind }) => kind === 'ScheduledBackup').status,
  ).toMatchObject({ nextScheduleTime: '2026-11-25T02:00:00Z' });
});

it('says which application delivers it', () => {
  expect(
    after(61).find(({ kind }) => kind === 'Cluster').metadata.annotations,
  ).toEqual({
    'argocd.argoproj.io/tracking-id':
      'infra-shop-db:postgresql.cnpg.io/Cluster:databases/shop-cnpg',
  });
});

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

import { KubeObject } from '../../model';

export const namespace = 'data';
const born = '2026-10-01T08:00:00Z';

function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: object,
): KubeObject {
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, creationTimestamp: born },
    ...rest,
  };
}

export const databaseOf = (engine: string) => ({
  id: `${engine}.data.shop@prod`,
  engine,
  namespace,
  name: 'shop',
  createdAt: born,
});

export const arangodb = databaseOf('arangodb');
export const policy = (spec: object = {}) =>
  object('backup.arangodb.com/v1', 'ArangoBackupPolicy', 'nightly', {
    spec: { schedule: '0 2 * * *', ...spec },
    status: {},
  });
export const arango = (
  state: string,
  backup: object = {},
  status: object = {},
) =>
  object('backup.arangodb.com/v1', 'ArangoBackup', 'shop-21', {
    spec: { deployment: { name: 'shop' }, policyName: 'nightly' },
    status: {
      state,
      available: state === 'Ready',
      backup: {
        createdAt: '2026-11-21T02:05:00Z',
        sizeInBytes: 4096,
        ...backup,
      },
      ...status,
    },
  });

export const crunchy = databaseOf('crunchy');
export const postgresCluster = (scheduled: object, repo: object = { s3: {} }) =>
  object(
    'postgres-operator.crunchydata.com/v1beta1',
    'PostgresCluster',
    'shop',
    {
      spec: {
        backups: {
          pgbackrest: {
            repos: [
              { name: 'repo1', schedules: { full: '0 2 * * *' }, ...repo },
            ],
            global: {
              'repo1-retention-full': '14',
              'repo1-retention-full-type': 'time',
            },
          },
        },
      },
      status: {
        pgbackrest: {
          repos: [{ name: 'repo1', stanzaCreated: true }],
          scheduledBackups: [
            {
              repo: 'repo1',
              type: 'full',
              startTime: '2026-11-21T02:00:00Z',
              ...scheduled,
            },
          ],
        },
      },
    },
  );

export const percona = databaseOf('percona');
export const perconaCluster = object(
  'pgv2.percona.com/v2',
  'PerconaPGCluster',
  'shop',
  {
    spec: {
      backups: {
        pgbackrest: {
          repos: [
            {
              name: 'repo1',
              s3: {},
              schedules: { full: '0 2 * * 0', incremental: '0 2 * * *' },
            },
          ],
        },
      },
    },
  },
);
export const perconaBackup = (status: object) =>
  object('pgv2.percona.com/v2', 'PerconaPGBackup', 'shop-21', {
    spec: { pgCluster: 'shop', repoName: 'repo1' },
    status,
  });

export const stackgres = databaseOf('stackgres');
export const sgCluster = object('stackgres.io/v1', 'SGCluster', 'shop', {
  spec: {
    instances: 2,
    configurations: {
      backups: [
        { cronSchedule: '0 2 * * *', retention: 5, sgObjectStorage: 'store' },
      ],
    },
  },
});
export const sgBackup = (status: object) =>
  object('stackgres.io/v1', 'SGBackup', 'shop-21', {
    spec: { sgCluster: 'shop', managedLifecycle: true },
    status,
  });

export const neo4j = databaseOf('neo4j');
export const velero = (template: object, backups: readonly object[] = [{}]) => [
  object('velero.io/v1', 'Schedule', 'nightly', {
    metadata: { name: 'nightly', namespace: 'velero', creationTimestamp: born },
    spec: { schedule: '0 2 * * *', template },
  }),
  ...backups.map(status =>
    object('velero.io/v1', 'Backup', 'nightly-21', {
      metadata: {
        name: 'nightly-21',
        namespace: 'velero',
        labels: { 'velero.io/schedule-name': 'nightly' },
      },
      spec: template,
      status: {
        phase: 'Completed',
        startTimestamp: '2026-11-21T02:00:00Z',
        completionTimestamp: '2026-11-21T02:05:00Z',
        ...status,
      },
    }),
  ),
];
export const k8up = (schedule: string, reason: string) => [
  object('k8up.io/v1', 'Schedule', 'volumes', {
    spec: {
      backend: {
        s3: { endpoint: 'https://s3.example.com', bucket: 'volumes' },
      },
      backup: { schedule },
    },
  }),
  object('k8up.io/v1', 'Backup', 'volumes-21', {
    metadata: {
      name: 'volumes-21',
      namespace,
      creationTimestamp: '2026-11-21T02:00:00Z',
      ownerReferences: [
        {
          apiVersion: 'k8up.io/v1',
          kind: 'Schedule',
          name: 'volumes',
          uid: 's',
        },
      ],
    },
    status: {
      started: true,
      conditions: [
        {
          type: 'Completed',
          status: 'True',
          reason,
          lastTransitionTime: '2026-11-21T02:05:00Z',
        },
      ],
    },
  }),
];

/** One of each kind that stands for backups alone. */
export const operatorObjects: readonly KubeObject[] = [
  policy(),
  arango('Ready', { uploaded: true }),
  perconaBackup({ state: 'Succeeded', completed: '2026-11-21T02:05:00Z' }),
  sgBackup({
    process: {
      status: 'Completed',
      timing: { stored: '2026-11-21T02:05:00Z' },
    },
  }),
  ...velero({ includedNamespaces: [namespace] }),
  ...k8up('0 2 * * *', 'Succeeded'),
];

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

export const NOW = '2026-11-21T12:00:00Z';
export const DAYS_AGO = '2026-11-01T08:00:00Z';
export const HOURS_AGO = '2026-11-21T08:00:00Z';
export const MINUTES_AGO = '2026-11-21T11:57:00Z';

/** What stands at a path instead, such as `{ 'spec.instances': 1 }`; `undefined` removes it. */
export interface Changes {
  readonly [path: string]: unknown;
}

/** A copy of an object with other values at some paths. */
export function changed(object: KubeObject, changes: Changes): KubeObject {
  const copy: KubeObject = JSON.parse(JSON.stringify(object));
  for (const [path, value] of Object.entries(changes)) {
    const fields = path.split('.');
    const last = fields.pop()!;
    const parent = fields.reduce<any>((node, field) => {
      node[field] ??= {};
      return node[field];
    }, copy);
    parent[last] = value;
  }
  return copy;
}

function resource(
  apiVersion: string,
  kind: string,
  spec: object,
  status: object,
): KubeObject {
  return {
    apiVersion,
    kind,
    metadata: {
      name: 'shop',
      namespace: 'data',
      uid: '6f1c5c1e-0000-4000-8000-000000000001',
      resourceVersion: '1001',
      generation: 3,
      creationTimestamp: DAYS_AGO,
      labels: { 'basewell.dev/app': 'shop', 'basewell.dev/environment': 'dev' },
      annotations: {
        'basewell.dev/owner': 'group:default/team-shop',
        'basewell.dev/service': 'component:default/shop, checkout',
        'basewell.dev/runtime-secrets': 'web/shop-env',
        'argocd.argoproj.io/tracking-id': `shop-db:${apiVersion.split('/')[0]}/${kind}:data/shop`,
      },
    },
    spec,
    status,
  } as KubeObject;
}

/** All of them have three instances, or as many as their layout makes, and are well. */
export const zalandoObject = resource(
  'acid.zalan.do/v1',
  'postgresql',
  {
    teamId: 'shop',
    numberOfInstances: 3,
    postgresql: { version: '17' },
    volume: { size: '20Gi', storageClass: 'fast' },
    users: { shop_owner: ['createdb'], shop: [] },
    databases: { shop: 'shop_owner' },
    enableLogicalBackup: true,
    logicalBackupSchedule: '30 0 * * *',
    clone: {
      s3_access_key_id: 'never-kept',
      s3_secret_access_key: 'never-kept',
    },
  },
  { PostgresClusterStatus: 'Running' },
);

const instances = [
  {
    name: 'instance1',
    replicas: 3,
    dataVolumeClaimSpec: { resources: { requests: { storage: '20Gi' } } },
  },
];
const pgbackrest = {
  global: { 'repo1-retention-full': '14', 'repo1-s3-key': 'never-kept' },
  repos: [
    { name: 'repo1', s3: { bucket: 'shop' }, schedules: { full: '0 1 * * 0' } },
  ],
};
const backrestStatus = {
  repos: [{ name: 'repo1', bound: true, stanzaCreated: true }],
  scheduledBackups: [
    {
      cronJobName: 'shop-repo1-full',
      repo: 'repo1',
      type: 'full',
      startTime: '2026-11-15T01:00:00Z',
      completionTime: '2026-11-15T01:09:00Z',
      succeeded: 1,
    },
  ],
};

export const crunchyObject = resource(
  'postgres-operator.crunchydata.com/v1beta1',
  'PostgresCluster',
  {
    postgresVersion: 17,
    port: 5432,
    instances,
    users: [{ name: 'shop', databases: ['shop'] }],
    proxy: { pgBouncer: { replicas: 2 } },
    backups: { pgbackrest },
  },
  {
    observedGeneration: 3,
    instances: [
      { name: 'instance1', replicas: 3, readyReplicas: 3, updatedReplicas: 3 },
    ],
    proxy: { pgBouncer: { replicas: 2, readyReplicas: 2 } },
    pgbackrest: backrestStatus,
  },
);

export const perconaObject = resource(
  'pgv2.percona.com/v2',
  'PerconaPGCluster',
  {
    crVersion: '3.1.0',
    postgresVersion: 17,
    port: 5432,
    instances,
    proxy: { pgBouncer: { replicas: 2 } },
    backups: { pgbackrest },
  },
  {
    observedGeneration: 3,
    state: 'ready',
    host: 'shop-pgbouncer.data.svc',
    postgres: {
      size: 3,
      ready: 3,
      version: 17,
      instances: [{ name: 'instance1', size: 3, ready: 3 }],
    },
    pgbouncer: { size: 2, ready: 2 },
    pgbackrest: backrestStatus,
  },
);

export const stackgresObject = resource(
  'stackgres.io/v1',
  'SGCluster',
  {
    instances: 3,
    postgres: { version: '17.2' },
    pods: { persistentVolume: { size: '20Gi' } },
    configurations: {
      backups: [
        { sgObjectStorage: 'shop-s3', cronSchedule: '0 1 * * *', retention: 7 },
      ],
    },
  },
  {
    conditions: [
      { type: 'Failed', status: 'False', reason: 'FalseFailed' },
      {
        type: 'PendingRestart',
        status: 'False',
        reason: 'FalsePendingRestart',
      },
    ],
    podStatuses: [
      { name: 'shop-0', primary: true },
      { name: 'shop-1', primary: false },
      { name: 'shop-2', primary: false },
    ],
    postgresVersion: '17.2',
  },
);

export const clickhouseObject = resource(
  'clickhouse.altinity.com/v1',
  'ClickHouseInstallation',
  {
    configuration: {
      clusters: [
        { name: 'main', layout: { shardsCount: 1, replicasCount: 3 } },
      ],
      users: {
        'app/k8s_secret_password': 'shop-clickhouse/password',
        'report/password': 'never-kept',
        'app/networks/ip': ['10.0.0.0/8'],
      },
    },
    templates: {
      podTemplates: [
        {
          name: 'main',
          spec: {
            containers: [
              {
                name: 'clickhouse',
                image: 'docker.io/clickhouse/clickhouse-server:25.8.3-alpine',
              },
            ],
          },
        },
      ],
    },
  },
  {
    status: 'Completed',
    clusters: 1,
    shards: 1,
    replicas: 3,
    hosts: 3,
    hostsCompleted: 3,
    endpoint: 'clickhouse-shop.data.svc.cluster.local',
    normalized: {
      spec: { configuration: { users: { 'report/password': 'never-kept' } } },
    },
  },
);

const member = (id: string) => ({
  id,
  phase: 'Created',
  podName: `shop-${id}`,
  conditions: [{ type: 'Ready', status: 'True' }],
});

export const arangoObject = resource(
  'database.arangodb.com/v1',
  'ArangoDeployment',
  {
    mode: 'Single',
    image: 'docker.io/arangodb:3.12.4',
    single: { count: 1 },
    bootstrap: { passwordSecretNames: { root: 'shop-root' } },
  },
  {
    phase: 'Running',
    serviceName: 'shop',
    'current-image': { image: 'arangodb:3.12.4', 'arangodb-version': '3.12.4' },
    members: { single: [member('SNGL-1')] },
    conditions: [
      { type: 'Ready', status: 'True', lastTransitionTime: DAYS_AGO },
      { type: 'UpToDate', status: 'True' },
    ],
    'secret-hashes': { 'auth-jwt': 'never-kept' },
  },
);

/** The same as a cluster: three agents, three servers of data, two coordinators. */
export const arangoClusterObject = changed(arangoObject, {
  'spec.mode': 'Cluster',
  'spec.coordinators': { count: 2 },
  'status.members': {
    agents: ['AGNT-1', 'AGNT-2', 'AGNT-3'].map(member),
    dbservers: ['PRMR-1', 'PRMR-2', 'PRMR-3'].map(member),
    coordinators: ['CRDN-1', 'CRDN-2'].map(member),
  },
});

/** A pod that has been ready for days. */
export function podObject(
  name: string,
  labels: { readonly [label: string]: string },
  changes: Changes = {},
): KubeObject {
  return changed(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        namespace: 'data',
        uid: `6f1c5c1e-0000-4000-9000-${name}`,
        resourceVersion: '2001',
        creationTimestamp: DAYS_AGO,
        labels,
      },
      spec: { nodeName: 'node-1' },
      status: {
        phase: 'Running',
        startTime: DAYS_AGO,
        conditions: [
          { type: 'Ready', status: 'True', lastTransitionTime: DAYS_AGO },
        ],
      },
    } as KubeObject,
    changes,
  );
}

/** Of a pod that is not ready, and since when. */
export function notReady(since: string): Changes {
  return {
    'status.conditions': [
      { type: 'Ready', status: 'False', lastTransitionTime: since },
    ],
  };
}

/** Labels of an instance, as the operator of a kind writes them. */
export function labelsOfPod(
  kind: string,
  role: string,
): { readonly [label: string]: string } {
  switch (kind) {
    case 'postgresql':
      return {
        application: 'spilo',
        'cluster-name': 'shop',
        'spilo-role': role,
      };
    case 'PostgresCluster':
      return {
        'postgres-operator.crunchydata.com/cluster': 'shop',
        'postgres-operator.crunchydata.com/instance': 'shop-instance1-abcd',
        'postgres-operator.crunchydata.com/role': role,
      };
    case 'SGCluster':
      return {
        app: 'StackGresCluster',
        'stackgres.io/cluster-name': 'shop',
        'stackgres.io/cluster': 'true',
        role,
      };
    case 'ClickHouseInstallation':
      return { 'clickhouse.altinity.com/chi': 'shop' };
    default:
      return { app: 'arangodb', arango_deployment: 'shop', role };
  }
}

/** The first of three writes. */
export function podsOf(
  kind: string,
  changes: readonly Changes[] = [],
): readonly KubeObject[] {
  return [0, 1, 2].map(index =>
    podObject(
      `shop-${index}`,
      labelsOfPod(kind, index === 0 ? 'master' : 'replica'),
      changes[index],
    ),
  );
}

/** Members of an ArangoDB by role. */
export function arangoPods(
  roles: { readonly [role: string]: number },
  changes: { readonly [pod: string]: Changes } = {},
): readonly KubeObject[] {
  return Object.entries(roles).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, index) => {
      const name = `shop-${role}-${index}`;
      return podObject(
        name,
        labelsOfPod('ArangoDeployment', role),
        changes[name],
      );
    }),
  );
}

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

/** A JSON merge patch (RFC 7386): `null` removes a member. */
export type Patch = { readonly [field: string]: unknown };

const uid = '7f0f4f4e-6c5b-4d0a-9f57-1c6f8f3b2a10';
const labels = { 'cnpg.io/cluster': 'shop-cnpg' };

/** A production database of three instances as operator 1.30 leaves it, and all is well. */
export function clusterObject(patch: Patch = {}): KubeObject {
  const condition = (type: string, reason: string) => ({
    type,
    status: 'True',
    reason,
    message: 'Everything is as it should be',
    lastTransitionTime: '2026-11-01T08:00:00Z',
  });
  const secret = (name: string) => [
    `shop-cnpg-${name}`,
    '2027-01-19 12:34:56 +0000 UTC',
  ];
  return patched(
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: {
        name: 'shop-cnpg',
        namespace: 'databases',
        uid,
        resourceVersion: '812345',
        generation: 3,
        creationTimestamp: '2026-10-01T08:00:00Z',
        labels: {
          'app.kubernetes.io/managed-by': 'basewell',
          'basewell.dev/app': 'shop',
          'basewell.dev/environment': 'prod',
        },
        annotations: {
          'basewell.dev/owner': 'group:default/payments',
          'basewell.dev/service': 'component:default/shop',
          'argocd.argoproj.io/tracking-id':
            'infra-shop-db:postgresql.cnpg.io/Cluster:databases/shop-cnpg',
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
          'argocd.argoproj.io/manifest-gc-strategy': 'orphan',
        },
      },
      spec: {
        instances: 3,
        imageName:
          'ghcr.io/cloudnative-pg/postgresql:17.6-202509151215-standard-bookworm',
        storage: { size: '20Gi', storageClass: 'fast' },
        bootstrap: {
          initdb: {
            database: 'shop',
            owner: 'shop',
            secret: { name: 'shop-initdb-secret' },
          },
        },
        plugins: [
          {
            name: 'barman-cloud.cloudnative-pg.io',
            isWALArchiver: true,
            parameters: { barmanObjectName: 'shop-cnpg-backup' },
          },
        ],
      },
      status: {
        phase: 'Cluster in healthy state',
        instances: 3,
        readyInstances: 3,
        currentPrimary: 'shop-cnpg-1',
        targetPrimary: 'shop-cnpg-1',
        currentPrimaryTimestamp: '2026-11-01T08:00:00.000000Z',
        targetPrimaryTimestamp: '2026-11-01T08:00:00.000000Z',
        timelineID: 4,
        image:
          'ghcr.io/cloudnative-pg/postgresql:17.6-202509151215-standard-bookworm',
        pgDataImageInfo: {
          image: 'ghcr.io/cloudnative-pg/postgresql:17.6',
          majorVersion: 17,
        },
        conditions: [
          condition('Ready', 'ClusterIsReady'),
          condition('ContinuousArchiving', 'ContinuousArchivingSuccess'),
          condition('LastBackupSucceeded', 'LastBackupSucceeded'),
          condition('ConsistentSystemID', 'Unique'),
          condition('Initialized', 'BootstrapCompleted'),
        ],
        instancesStatus: {
          healthy: ['shop-cnpg-1', 'shop-cnpg-2', 'shop-cnpg-3'],
        },
        instancesReportedState: {
          'shop-cnpg-1': { isPrimary: true, timeLineID: 4, ip: '10.0.0.1' },
          'shop-cnpg-2': { isPrimary: false, timeLineID: 4, ip: '10.0.0.2' },
          'shop-cnpg-3': { isPrimary: false, timeLineID: 4, ip: '10.0.0.3' },
        },
        topology: { nodesUsed: 3, successfullyExtracted: true },
        healthyPVC: ['shop-cnpg-1', 'shop-cnpg-2', 'shop-cnpg-3'],
        certificates: {
          expirations: Object.fromEntries(
            ['ca', 'replication', 'server'].map(secret),
          ),
        },
        managedRolesStatus: { byStatus: { reserved: ['postgres'] } },
        pluginStatus: [
          {
            name: 'barman-cloud.cloudnative-pg.io',
            version: '0.14.0',
            backupCapabilities: ['TYPE_BACKUP'],
            walCapabilities: ['TYPE_ARCHIVE_WAL', 'TYPE_RESTORE_WAL'],
          },
        ],
      },
    },
    patch,
  );
}

/** One of its instances; the first is the primary. */
export function podObject(instance: number, patch: Patch = {}): KubeObject {
  const name = `shop-cnpg-${instance}`;
  return patched(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        namespace: 'databases',
        creationTimestamp: '2026-11-01T08:00:00Z',
        labels: {
          ...labels,
          'cnpg.io/instanceName': name,
          'cnpg.io/instanceRole': instance === 1 ? 'primary' : 'replica',
          'cnpg.io/podRole': 'instance',
        },
      },
      spec: {
        nodeName: `node-${instance}`,
        containers: [{ name: 'postgres', env: [{ name: 'PGHOST' }] }],
      },
      status: {
        phase: 'Running',
        startTime: '2026-11-01T08:00:00Z',
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            lastTransitionTime: '2026-11-01T08:01:00Z',
          },
        ],
        containerStatuses: [
          {
            name: 'postgres',
            ready: true,
            restartCount: 0,
            image: 'ghcr.io/cloudnative-pg/postgresql:17.6',
            state: { running: { startedAt: '2026-11-01T08:00:30Z' } },
          },
        ],
      },
    },
    patch,
  );
}

/** How a pod says that it is not ready. */
export function notReady(since: string): Patch {
  return {
    status: {
      conditions: [
        { type: 'Ready', status: 'False', lastTransitionTime: since },
      ],
    },
  };
}

/** The pod of a job that sets the database up. */
export function jobPodObject(jobRole: string, message?: string): KubeObject {
  return podObject(1, {
    metadata: {
      name: `shop-cnpg-1-${jobRole}-x7k2p`,
      labels: { 'cnpg.io/jobRole': jobRole, 'cnpg.io/podRole': null },
    },
    status: {
      phase: 'Failed',
      conditions: [],
      containerStatuses: [
        {
          name: jobRole,
          restartCount: 0,
          state: { terminated: { exitCode: 1, reason: 'Error', message } },
        },
      ],
    },
  });
}

export function claimObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'shop-cnpg-1',
        namespace: 'databases',
        creationTimestamp: '2026-11-01T08:00:00Z',
        labels: {
          ...labels,
          'cnpg.io/instanceName': 'shop-cnpg-1',
          'cnpg.io/pvcRole': 'PG_DATA',
        },
      },
      spec: {
        storageClassName: 'fast',
        resources: { requests: { storage: '20Gi' } },
      },
      status: { phase: 'Bound', capacity: { storage: '20Gi' } },
    },
    patch,
  );
}

export function nodeObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: 'node-1',
        labels: { 'topology.kubernetes.io/zone': 'eu-1a' },
      },
      spec: {},
      status: { conditions: [{ type: 'Ready', status: 'True' }] },
    },
    patch,
  );
}

/** The budget of the primary, which never allows anything. */
export function budgetObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'shop-cnpg-primary', namespace: 'databases' },
      spec: {
        minAvailable: 1,
        selector: {
          matchLabels: { ...labels, 'cnpg.io/instanceRole': 'primary' },
        },
      },
      status: { disruptionsAllowed: 0 },
    },
    patch,
  );
}

/** What is behind the service that apps write to. */
export function sliceObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'shop-cnpg-rw-9xk7d',
        namespace: 'databases',
        labels: { ...labels, 'kubernetes.io/service-name': 'shop-cnpg-rw' },
      },
      endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: true } }],
    },
    patch,
  );
}

export function poolerObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Pooler',
      metadata: { name: 'shop-cnpg-pooler', namespace: 'databases' },
      spec: {
        cluster: { name: 'shop-cnpg' },
        instances: 2,
        type: 'rw',
        pgbouncer: { poolMode: 'transaction' },
      },
      status: { instances: 2, phase: 'active' },
    },
    patch,
  );
}

export function databaseObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Database',
      metadata: {
        name: 'shop-cnpg-reports',
        namespace: 'databases',
        generation: 1,
      },
      spec: { cluster: { name: 'shop-cnpg' }, name: 'reports', owner: 'shop' },
      status: { applied: true, observedGeneration: 1 },
    },
    patch,
  );
}

export function eventObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'shop-cnpg.17f3', namespace: 'databases' },
      involvedObject: {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        name: 'shop-cnpg',
        namespace: 'databases',
      },
      type: 'Warning',
      reason: 'PrimaryStatusCheckFailed',
      message: 'Cannot reach shop-cnpg-1',
      count: 3,
      firstTimestamp: '2026-11-21T11:30:00Z',
      lastTimestamp: '2026-11-21T11:50:00Z',
    },
    patch,
  );
}

/** The database, its three pods and the address behind it. */
export function healthyObjects(cluster: Patch = {}): readonly KubeObject[] {
  return [
    clusterObject(cluster),
    podObject(1),
    podObject(2),
    podObject(3),
    sliceObject(),
  ];
}

/** A copy as it comes over the wire. */
export function json<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

export function patched(object: KubeObject, patch: Patch): KubeObject {
  return merge(object, patch) as KubeObject;
}

function merge(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) {
    return patch;
  }
  const merged: { [field: string]: unknown } = isRecord(target)
    ? { ...target }
    : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[field];
    } else {
      merged[field] = merge(merged[field], value);
    }
  }
  return merged;
}

function isRecord(value: unknown): value is { [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

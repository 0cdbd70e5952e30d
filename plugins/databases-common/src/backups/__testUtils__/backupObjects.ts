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

export const NOW = '2026-11-21T12:00:00Z';
export const PLUGIN = 'barman-cloud.cloudnative-pg.io';
const CLUSTER_UID = '7f0f4f4e-6c5b-4d0a-9f57-1c6f8f3b2a10';

type Fields = { readonly [field: string]: unknown };

const namespace = 'databases';
const labels = { 'cnpg.io/cluster': 'shop-cnpg' };

/** As the operator writes a condition. */
export function condition(
  type: string,
  status: string,
  lastTransitionTime: string | undefined,
  rest: Fields = {},
) {
  return { type, status, lastTransitionTime, ...rest };
}

/** A cluster that backs up with the plugin, and is well. */
export function cluster(
  options: {
    readonly spec?: Fields;
    readonly status?: Fields;
    readonly annotations?: { readonly [name: string]: string };
    readonly metadata?: Fields;
  } = {},
): KubeObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name: 'shop-cnpg',
      namespace,
      uid: CLUSTER_UID,
      creationTimestamp: '2026-10-01T08:00:00Z',
      annotations: options.annotations ?? {},
      ...options.metadata,
    },
    spec: {
      instances: 3,
      plugins: [
        {
          name: PLUGIN,
          isWALArchiver: true,
          parameters: { barmanObjectName: 'shop-store' },
        },
      ],
      ...options.spec,
    },
    status: {
      phase: 'Cluster in healthy state',
      readyInstances: 3,
      currentPrimary: 'shop-cnpg-1',
      conditions: [
        condition('ContinuousArchiving', 'True', '2026-10-01T08:05:00Z'),
      ],
      ...options.status,
    },
  };
}

export const inTree = {
  plugins: undefined,
  backup: {
    barmanObjectStore: { destinationPath: 's3://backups/shop' },
    retentionPolicy: '30d',
  },
};

export const bySnapshot = {
  plugins: undefined,
  backup: { volumeSnapshot: { className: 'csi' } },
};

export function schedule(
  spec: Fields = {},
  status: Fields = {
    lastCheckTime: '2026-11-21T02:00:00Z',
    lastScheduleTime: '2026-11-21T02:00:00Z',
    nextScheduleTime: '2026-11-22T02:00:00Z',
  },
  metadata: Fields = {},
): KubeObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'ScheduledBackup',
    metadata: {
      name: 'shop-daily',
      namespace,
      creationTimestamp: '2026-10-01T08:00:00Z',
      ...metadata,
    },
    spec: {
      schedule: '0 0 2 * * *',
      cluster: { name: 'shop-cnpg' },
      method: 'plugin',
      pluginConfiguration: { name: PLUGIN },
      ...spec,
    },
    status,
  };
}

/** A Backup of that day of November, asked for at 02:00. */
export function backup(
  day: number,
  status: Fields = {},
  spec: Fields = {},
): KubeObject {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Backup',
    metadata: {
      name: `shop-daily-${date.replaceAll('-', '')}020000`,
      namespace,
      creationTimestamp: `${date}T02:00:00Z`,
      labels: { ...labels, 'cnpg.io/scheduled-backup': 'shop-daily' },
    },
    spec: {
      cluster: { name: 'shop-cnpg' },
      method: 'plugin',
      pluginConfiguration: { name: PLUGIN },
      ...spec,
    },
    status: {
      phase: 'completed',
      method: (spec.method as string) ?? 'plugin',
      startedAt: `${date}T02:00:05Z`,
      stoppedAt: `${date}T02:10:00Z`,
      ...(spec.method === undefined && {
        pluginMetadata: { clusterUID: CLUSTER_UID, pluginName: PLUGIN },
      }),
      ...status,
    },
  };
}

/** One that has not come to an end. */
export function openBackup(day: number, phase: string, status: Fields = {}) {
  return backup(day, {
    phase,
    startedAt: undefined,
    stoppedAt: undefined,
    pluginMetadata: undefined,
    ...status,
  });
}

export function store(
  server: Fields | undefined = {
    firstRecoverabilityPoint: '2026-10-22T02:10:00Z',
    lastSuccessfulBackupTime: '2026-11-21T02:10:00Z',
  },
  spec: Fields = {},
): KubeObject {
  return {
    apiVersion: 'barmancloud.cnpg.io/v1',
    kind: 'ObjectStore',
    metadata: { name: 'shop-store', namespace },
    spec: {
      configuration: { destinationPath: 's3://backups/shop' },
      retentionPolicy: '30d',
      ...spec,
    },
    status: server && { serverRecoveryWindow: { 'shop-cnpg': server } },
  };
}

export const emptyStore = () => store({});

/** As the operator warns of an object. */
export function warning(
  about: { readonly kind: string; readonly name: string },
  fields: Fields,
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${about.name}.17a0`, namespace },
    involvedObject: {
      apiVersion: 'postgresql.cnpg.io/v1',
      namespace,
      ...about,
    },
    type: 'Warning',
    count: 3,
    firstTimestamp: '2026-11-21T11:10:00Z',
    lastTimestamp: '2026-11-21T11:50:00Z',
    ...fields,
  };
}

export function snapshot(name: string, status: Fields): KubeObject {
  return {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    metadata: { name, namespace, labels },
    status,
  };
}

const drillLabels = {
  'app.kubernetes.io/managed-by': 'cnpg-drill',
  'cnpg-drill.dev/source': 'shop-cnpg',
};

/** As cnpg-drill prints it after a restore of this morning's backup. */
export function drillReport(fields: Fields = {}): string {
  return JSON.stringify({
    schemaVersion: 1,
    source: 'databases/shop-cnpg',
    sourceClusterUID: CLUSTER_UID,
    status: 'passed',
    backupName: 'shop-daily-20261121020000',
    backupID: '20261121T020005',
    backupAgeSeconds: 10_800,
    targetTime: null,
    recoverySeconds: 61.36,
    checks: [{ name: 'orders', database: 'app', passed: true }],
    cleanup: 'cluster-and-pvcs-deleted',
    startedAt: '2026-11-21T05:00:02.304072+00:00',
    finishedAt: '2026-11-21T05:02:10.749624+00:00',
    durationSeconds: 128.45,
    ...fields,
  });
}

export function annotatedWith(report: string) {
  return { 'basewell.dev/drill-report': report };
}

/** A pod of `drillJob`, with what its container left behind. */
export function drillPod(message?: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'shop-drill-1-x7k2p',
      namespace,
      labels: drillLabels,
      ownerReferences: [
        { apiVersion: 'batch/v1', kind: 'Job', name: 'shop-drill-1', uid: '1' },
      ],
    },
    spec: {},
    status: {
      phase: 'Succeeded',
      containerStatuses: [
        { name: 'drill', state: { terminated: { exitCode: 0, message } } },
      ],
    },
  };
}

export function drillCronJob(
  status: Fields,
  spec: Fields = {},
  annotations: { readonly [name: string]: string } = {},
): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: {
      name: 'shop-drill',
      namespace,
      labels: drillLabels,
      annotations,
    },
    spec: { schedule: '0 5 * * 0', concurrencyPolicy: 'Forbid', ...spec },
    status,
  };
}

export function drillJob(status: Fields, metadata: Fields = {}): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'shop-drill-1',
      namespace,
      labels: drillLabels,
      ...metadata,
    },
    spec: {},
    status,
  };
}

/** Another environment that was recovered from this one's store. */
export function restoredCluster(status: Fields): KubeObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name: 'shop-dev-cnpg',
      namespace,
      uid: '11111111-6c5b-4d0a-9f57-1c6f8f3b2a10',
      creationTimestamp: '2026-11-10T08:00:00Z',
    },
    spec: {
      bootstrap: { recovery: { source: 'prod' } },
      externalClusters: [
        {
          name: 'prod',
          plugin: {
            name: PLUGIN,
            parameters: {
              barmanObjectName: 'shop-store',
              serverName: 'shop-cnpg',
            },
          },
        },
      ],
    },
    status,
  };
}

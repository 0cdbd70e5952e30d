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

import { KubernetesObject } from '@basewell/testkit';

/** All objects of the benchmarks have this label. */
export const BENCH_LABEL = 'bench.basewell.dev/all';

export function ownerOf(index: number): string {
  return `group:default/team-${index % 40}`;
}

/** An object, and what its operator wrote into its status. */
export interface ObservedObject {
  readonly object: KubernetesObject;
  readonly status: Readonly<Record<string, unknown>>;
}

/** How the app of the nth database is called. */
export function appOf(index: number): string {
  return `svc-${index}`;
}

/**
 * The nth CNPG cluster with its status, as an operator of 1.27 leaves it: one
 * instance, backups to a bucket, about 9 kB with the `managedFields` that the
 * API server adds. Every tenth one is not well.
 */
export function clusterObject(index: number): ObservedObject {
  const app = appOf(index);
  const name = `${app}-cnpg`;
  const instances = [`${name}-1`];
  const isWell = isWellAt(index);
  const at = '2026-11-01T00:05:00Z';
  const expiry = '2027-01-30 00:00:00 +0000 UTC';
  return {
    object: {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: {
        name,
        namespace: 'default',
        labels: {
          [BENCH_LABEL]: 'yes',
          'basewell.dev/app': app,
          'basewell.dev/environment': ['dev', 'test', 'prod'][index % 3],
        },
        annotations: {
          'basewell.dev/owner': ownerOf(index),
        },
      },
      spec: {
        instances: 1,
        imageName: 'ghcr.io/cloudnative-pg/postgresql:17.6-standard-bookworm',
        storage: { size: '20Gi', storageClass: 'fast' },
        walStorage: { size: '5Gi', storageClass: 'fast' },
        resources: {
          requests: { cpu: '500m', memory: '2Gi' },
          limits: { memory: '2Gi' },
        },
        postgresql: {
          parameters: {
            max_connections: '200',
            shared_buffers: '512MB',
            work_mem: '8MB',
            'pg_stat_statements.max': '10000',
          },
        },
        bootstrap: { initdb: { database: 'app', owner: 'app' } },
        affinity: {
          enablePodAntiAffinity: true,
          topologyKey: 'topology.kubernetes.io/zone',
        },
        backup: {
          retentionPolicy: '30d',
          barmanObjectStore: {
            destinationPath: 's3://backups/',
            serverName: name,
            s3Credentials: { inheritFromIAMRole: true },
            wal: { compression: 'gzip', maxParallel: 4 },
          },
        },
      },
    },
    status: {
      phase: isWell
        ? 'Cluster in healthy state'
        : 'Cluster has incomplete or invalid image catalog',
      instances: 1,
      readyInstances: 1,
      instanceNames: instances,
      instancesStatus: { healthy: instances },
      instancesReportedState: Object.fromEntries(
        instances.map((instance, number) => [
          instance,
          { isPrimary: number === 0, timeLineID: 1, ip: `10.0.0.${number}` },
        ]),
      ),
      currentPrimary: instances[0],
      currentPrimaryTimestamp: '2026-11-01T00:04:00.000000Z',
      targetPrimary: instances[0],
      targetPrimaryTimestamp: '2026-11-01T00:03:00.000000Z',
      timelineID: 1,
      latestGeneratedNode: 1,
      image: 'ghcr.io/cloudnative-pg/postgresql:17.6-standard-bookworm',
      pvcCount: 2,
      healthyPVC: instances.flatMap(instance => [instance, `${instance}-wal`]),
      readService: `${name}-r`,
      writeService: `${name}-rw`,
      certificates: {
        clientCASecret: `${name}-ca`,
        serverCASecret: `${name}-ca`,
        serverTLSSecret: `${name}-server`,
        replicationTLSSecret: `${name}-replication`,
        serverAltDNSNames: ['rw', 'r', 'ro'].flatMap(kind =>
          ['', '.default', '.default.svc'].map(
            domain => `${name}-${kind}${domain}`,
          ),
        ),
        expirations: {
          [`${name}-ca`]: expiry,
          [`${name}-server`]: expiry,
          [`${name}-replication`]: expiry,
        },
      },
      conditions: [
        ['Ready', 'ClusterIsReady'],
        ['ContinuousArchiving', 'ContinuousArchivingSuccess'],
        ['LastBackupSucceeded', 'LastBackupSucceeded'],
      ].map(([type, reason]) => ({
        type,
        status: 'True',
        reason,
        message: 'As it should be',
        lastTransitionTime: at,
      })),
      cloudNativePGCommitHash: '0123456',
      cloudNativePGOperatorHash: '0'.repeat(64),
      configMapResourceVersion: {
        metrics: { 'cnpg-default-monitoring': '1234567' },
      },
      secretsResourceVersion: {
        applicationSecretVersion: '1234567',
        clientCaSecretVersion: '1234567',
        replicationSecretVersion: '1234567',
        serverCaSecretVersion: '1234567',
        serverSecretVersion: '1234567',
        superuserSecretVersion: '1234567',
      },
      topology: {
        successfullyExtracted: true,
        nodesUsed: 1,
        instances: Object.fromEntries(
          instances.map(instance => [instance, {}]),
        ),
      },
    },
  };
}

/** Whether the nth database is. */
export function isWellAt(index: number): boolean {
  return index % 10 !== 9;
}

/** For `patchStatus` of a client. */
export function referenceTo({ apiVersion, kind, metadata }: KubernetesObject) {
  const { name, namespace } = metadata;
  return { apiVersion, kind, name, namespace };
}

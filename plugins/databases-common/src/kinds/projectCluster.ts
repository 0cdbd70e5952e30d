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

import { KubeObject } from '../model';
import { Fields } from '../observation';
import { BarmanDestination, ClusterData, ClusterPlugin } from './ClusterData';
import { shortText } from './shortText';

/** What is kept of a CNPG cluster: of 10 kB about one. */
export function projectCluster(object: KubeObject): ClusterData {
  const fields = Fields.of(object);
  const { labels = {}, annotations = {}, generation } = object.metadata;
  return {
    generation,
    labels: {
      app: labels['basewell.dev/app'],
      environment: labels['basewell.dev/environment'],
      instance: labels['app.kubernetes.io/instance'],
    },
    annotations: {
      owner: annotations['basewell.dev/owner'],
      service: annotations['basewell.dev/service'],
      trackingId: annotations['argocd.argoproj.io/tracking-id'],
      fencedInstances: annotations['cnpg.io/fencedInstances'],
      hibernation: annotations['cnpg.io/hibernation'],
      reconciliationLoop: annotations['cnpg.io/reconciliationLoop'],
      skipWalArchiving: annotations['cnpg.io/skipWalArchiving'],
      syncOptions: annotations['argocd.argoproj.io/sync-options'],
      gcStrategy: annotations['argocd.argoproj.io/manifest-gc-strategy'],
      restoreProvenAt: annotations['basewell.dev/restore-proven-at'],
    },
    spec: readSpec(fields.at('spec')),
    status: fields.entries('status').length
      ? readStatus(fields.at('status'))
      : undefined,
  };
}

function readSpec(spec: Fields): ClusterData['spec'] {
  const bootstrap = (['initdb', 'recovery', 'pg_basebackup'] as const).find(
    method => spec.at('bootstrap', method).present,
  );
  const start = bootstrap && spec.at('bootstrap', bootstrap);
  const catalog = spec.at('imageCatalogRef');
  const catalogName = catalog.string('name');
  return {
    instances: spec.number('instances'),
    imageName: spec.string('imageName'),
    imageCatalog: catalogName
      ? {
          kind: catalog.string('kind'),
          name: catalogName,
          major: catalog.number('major'),
        }
      : undefined,
    storageSize: spec.string('storage', 'size'),
    walStorageSize: spec.string('walStorage', 'size'),
    bootstrap,
    recoverySource: start?.string('source'),
    database: start?.string('database'),
    owner: start?.string('owner'),
    secret: start?.string('secret', 'name'),
    plugins: spec.list('plugins').flatMap(readPlugin),
    barmanObjectStore: readDestination(spec.at('backup', 'barmanObjectStore')),
    volumeSnapshot: spec.at('backup', 'volumeSnapshot').present || undefined,
    retentionPolicy: spec.string('backup', 'retentionPolicy'),
    externalClusters: spec.list('externalClusters').map(external => ({
      name: external.string('name') ?? '',
      plugin: readPlugin(external.at('plugin'))[0],
      barmanObjectStore: readDestination(external.at('barmanObjectStore')),
    })),
    replicaEnabled: spec.boolean('replica', 'enabled'),
    primaryUpdateStrategy: spec.string('primaryUpdateStrategy'),
    ownCertificates: [
      'serverTLSSecret',
      'serverCASecret',
      'clientCASecret',
      'replicationTLSSecret',
    ].flatMap(field => spec.string('certificates', field) ?? []),
  };
}

function readPlugin(plugin: Fields): readonly ClusterPlugin[] {
  const name = plugin.string('name');
  return name
    ? [
        {
          name,
          enabled: plugin.boolean('enabled') !== false,
          isWalArchiver: plugin.boolean('isWALArchiver'),
          objectStore: plugin.string('parameters', 'barmanObjectName'),
          serverName: plugin.string('parameters', 'serverName'),
        },
      ]
    : [];
}

function readDestination(store: Fields): BarmanDestination | undefined {
  return store.present
    ? {
        destinationPath: store.string('destinationPath'),
        endpoint: store.string('endpointURL'),
        serverName: store.string('serverName'),
      }
    : undefined;
}

function readStatus(status: Fields): ClusterData['status'] {
  const texts = (...path: readonly string[]) =>
    Object.fromEntries(
      status
        .entries(...path)
        .flatMap(([key, value]) =>
          value.string() === undefined ? [] : [[key, value.string()!]],
        ),
    );
  return {
    phase: status.string('phase'),
    phaseReason: shortText(status.string('phaseReason')),
    conditions: status.list('conditions').map(condition => ({
      type: condition.string('type') ?? '',
      status: condition.string('status') ?? '',
      reason: condition.string('reason'),
      message:
        condition.string('status') === 'True'
          ? undefined
          : shortText(condition.string('message')),
      lastTransitionTime: condition.string('lastTransitionTime'),
    })),
    instances: status.number('instances'),
    readyInstances: status.number('readyInstances'),
    healthy: status.strings('instancesStatus', 'healthy'),
    replicating: status.strings('instancesStatus', 'replicating'),
    failed: status.strings('instancesStatus', 'failed'),
    reported: status.entries('instancesReportedState').map(([name, state]) => ({
      name,
      isPrimary: state.boolean('isPrimary'),
      timeline: state.number('timeLineID'),
    })),
    timeline: status.number('timelineID'),
    currentPrimary: status.string('currentPrimary'),
    targetPrimary: status.string('targetPrimary'),
    currentPrimaryAt: status.string('currentPrimaryTimestamp'),
    targetPrimaryAt: status.string('targetPrimaryTimestamp'),
    currentPrimaryFailingSince: status.string(
      'currentPrimaryFailingSinceTimestamp',
    ),
    nodesUsed: status.number('topology', 'nodesUsed'),
    topologyExtracted: status.boolean('topology', 'successfullyExtracted'),
    danglingPvc: status.strings('danglingPVC'),
    initializingPvc: status.strings('initializingPVC'),
    resizingPvc: status.strings('resizingPVC'),
    unusablePvc: status.strings('unusablePVC'),
    certificates: status
      .entries('certificates', 'expirations')
      .map(([secret, expires]) => ({
        secret,
        expires: expires.string() ?? '',
      })),
    managedRolesFailing: status
      .entries('managedRolesStatus', 'cannotReconcile')
      .map(([role, errors]) => ({
        role,
        errors: errors
          .strings()
          .slice(0, 2)
          .map(text => shortText(text, 150)!),
      })),
    tablespacesFailing: status
      .list('tablespacesStatus')
      .filter(tablespace => tablespace.string('error'))
      .map(tablespace => ({
        name: tablespace.string('name') ?? '',
        error: shortText(tablespace.string('error')),
      })),
    plugins: status.list('pluginStatus').map(plugin => ({
      name: plugin.string('name') ?? '',
      version: plugin.string('version'),
      status: plugin.string('status'),
      canBackUp: plugin.list('backupCapabilities').length > 0,
      canArchive: plugin.list('walCapabilities').length > 0,
    })),
    firstRecoverabilityPoint: status.string('firstRecoverabilityPoint'),
    lastSuccessfulBackup: status.string('lastSuccessfulBackup'),
    lastFailedBackup: status.string('lastFailedBackup'),
    firstRecoverabilityPointByMethod: texts('firstRecoverabilityPointByMethod'),
    lastSuccessfulBackupByMethod: texts('lastSuccessfulBackupByMethod'),
    image: status.string('image'),
    majorVersion: status.number('pgDataImageInfo', 'majorVersion'),
    targetMajorVersion: status.number('targetPgDataImageInfo', 'majorVersion'),
  };
}

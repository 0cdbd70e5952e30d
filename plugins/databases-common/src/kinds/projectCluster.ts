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
import {
  BarmanDestination,
  ClusterCondition,
  ClusterData,
  ClusterPlugin,
} from './ClusterData';
import { createdDatabases } from './createdDatabases';
import { drillReportAnnotation } from './drillOf';
import { readDrillReport } from './readDrillReport';
import { shortText } from './shortText';

/** What is kept of a CNPG cluster: of 10 kB about one. */
export function projectCluster(object: KubeObject): ClusterData {
  const fields = Fields.of(object);
  const runs = fields.at('status', 'pgDataImageInfo', 'majorVersion').present;
  const label = (name: string) => fields.string('metadata', 'labels', name);
  const annotation = (name: string) =>
    fields.string('metadata', 'annotations', name);
  return {
    generation: fields.number('metadata', 'generation'),
    labels: {
      app: label('basewell.dev/app'),
      environment: label('basewell.dev/environment'),
      instance: label('app.kubernetes.io/instance'),
    },
    annotations: {
      owner: annotation('basewell.dev/owner'),
      service: annotation('basewell.dev/service'),
      trackingId: annotation('argocd.argoproj.io/tracking-id'),
      fencedInstances: annotation('cnpg.io/fencedInstances'),
      hibernation: annotation('cnpg.io/hibernation'),
      reconciliationLoop: annotation('cnpg.io/reconciliationLoop'),
      skipWalArchiving: annotation('cnpg.io/skipWalArchiving'),
      syncOptions: annotation('argocd.argoproj.io/sync-options'),
      gcStrategy: annotation('argocd.argoproj.io/manifest-gc-strategy'),
      restoreProvenAt: annotation('basewell.dev/restore-proven-at'),
      runtimeSecrets: shortText(
        annotation('basewell.dev/runtime-secrets'),
        240,
      ),
    },
    drillReport: readDrillReport(annotation(drillReportAnnotation)),
    spec: {
      ...readSpec(fields.at('spec')),
      imageName: runs ? undefined : fields.string('spec', 'imageName'),
    },
    status: fields.entries('status').length
      ? readStatus(fields.at('status'))
      : undefined,
  };
}

function readSpec(spec: Fields): Omit<ClusterData['spec'], 'imageName'> {
  const bootstrap = (['initdb', 'recovery', 'pg_basebackup'] as const).find(
    method => spec.at('bootstrap', method).present,
  );
  const start = bootstrap && spec.at('bootstrap', bootstrap);
  const catalog = spec.at('imageCatalogRef');
  const catalogName = catalog.string('name');
  return {
    instances: spec.number('instances'),
    imageCatalog: catalogName
      ? {
          kind: catalog.string('kind'),
          name: catalogName,
          major: catalog.number('major'),
        }
      : undefined,
    storageSize: spec.string('storage', 'size'),
    walStorageSize: spec.string('walStorage', 'size'),
    requests: readRequests(spec.at('resources', 'requests')),
    bootstrap,
    recoverySource: start?.string('source'),
    database: start?.string('database'),
    owner: start?.string('owner'),
    secret: start?.string('secret', 'name'),
    databases: some(createdDatabases(spec.at('bootstrap', 'initdb'))),
    superuser: readSuperuser(spec),
    roles: some(spec.list('managed', 'roles').flatMap(readRole).slice(0, 8)),
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

function readRequests(requests: Fields): ClusterData['spec']['requests'] {
  const cpu = requests.string('cpu') ?? requests.number('cpu');
  const memory = requests.string('memory') ?? requests.number('memory');
  return cpu === undefined && memory === undefined
    ? undefined
    : { cpu: cpu?.toString(), memory: memory?.toString() };
}

function readSuperuser(spec: Fields): ClusterData['spec']['superuser'] {
  const enabled = spec.boolean('enableSuperuserAccess') === true;
  const secret = spec.string('superuserSecret', 'name');
  return enabled || secret ? { enabled, secret } : undefined;
}

function readRole(role: Fields) {
  const name = role.string('name');
  const secret = role.string('passwordSecret', 'name');
  return name && secret ? [{ name, secret }] : [];
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
  const majorVersion = status.number('pgDataImageInfo', 'majorVersion');
  const target = status.string('targetPrimary');
  const moving = target !== status.string('currentPrimary');
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
    phaseReason: shortText(status.string('phaseReason'), 240),
    conditions: status.list('conditions').flatMap(readCondition),
    readyInstances: status.number('readyInstances'),
    healthy: status.strings('instancesStatus', 'healthy'),
    replicating: some(status.strings('instancesStatus', 'replicating')),
    failed: some(status.strings('instancesStatus', 'failed')),
    reported: status.entries('instancesReportedState').map(([name, state]) => ({
      name,
      isPrimary: state.boolean('isPrimary') || undefined,
      timeline: state.number('timeLineID'),
    })),
    timeline: status.number('timelineID'),
    currentPrimary: status.string('currentPrimary'),
    targetPrimary: moving ? target : undefined,
    currentPrimaryAt: status.string('currentPrimaryTimestamp'),
    targetPrimaryAt: moving
      ? status.string('targetPrimaryTimestamp')
      : undefined,
    currentPrimaryFailingSince: status.string(
      'currentPrimaryFailingSinceTimestamp',
    ),
    nodesUsed: status.number('topology', 'nodesUsed'),
    topologyExtracted:
      status.boolean('topology', 'successfullyExtracted') === false
        ? false
        : undefined,
    danglingPvc: some(status.strings('danglingPVC')),
    initializingPvc: some(status.strings('initializingPVC')),
    unusablePvc: some(status.strings('unusablePVC')),
    certificates: status
      .entries('certificates', 'expirations')
      .map(([secret, expires]) => ({
        secret,
        expires: expires.string() ?? '',
      })),
    managedRolesFailing: some(
      status
        .entries('managedRolesStatus', 'cannotReconcile')
        .map(([role, errors]) => ({
          role,
          errors: errors
            .strings()
            .slice(0, 2)
            .map(text => shortText(text, 150)!),
        })),
    ),
    tablespacesFailing: some(
      status
        .list('tablespacesStatus')
        .filter(tablespace => tablespace.string('error'))
        .map(tablespace => ({
          name: tablespace.string('name') ?? '',
          error: shortText(tablespace.string('error'), 150),
        })),
    ),
    secretVersions: readSecretVersions(status.at('secretsResourceVersion')),
    rolePasswords: readRolePasswords(status),
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
    image: majorVersion === undefined ? status.string('image') : undefined,
    majorVersion,
    targetMajorVersion: status.number('targetPgDataImageInfo', 'majorVersion'),
  };
}

function readSecretVersions(
  versions: Fields,
): NonNullable<ClusterData['status']>['secretVersions'] {
  const roles = versionsOf(
    versions.entries('managedRoleSecretVersion').slice(0, 8),
    version => version,
  );
  const seen = {
    app: versions.string('applicationSecretVersion'),
    superuser: versions.string('superuserSecretVersion'),
    roles,
  };
  return seen.app || seen.superuser || roles ? seen : undefined;
}

function readRolePasswords(
  status: Fields,
): NonNullable<ClusterData['status']>['rolePasswords'] {
  return versionsOf(
    status.entries('managedRolesStatus', 'passwordStatus').slice(0, 8),
    password => password.at('resourceVersion'),
  );
}

function versionsOf(
  entries: readonly (readonly [string, Fields])[],
  versionOf: (entry: Fields) => Fields,
): { readonly [name: string]: string } | undefined {
  const versions = entries.flatMap(([name, entry]) => {
    const version = versionOf(entry).string();
    return version === undefined ? [] : [[name, version] as const];
  });
  return versions.length ? Object.fromEntries(versions) : undefined;
}

/** What holds needs no words, except that the systems are one, which is no news at all. */
function readCondition(condition: Fields): readonly ClusterCondition[] {
  const type = condition.string('type') ?? '';
  const status = condition.string('status') ?? '';
  if (status === 'True') {
    return type === 'ConsistentSystemID'
      ? []
      : [
          {
            type,
            status,
            lastTransitionTime: condition.string('lastTransitionTime'),
          },
        ];
  }
  return [
    {
      type,
      status,
      reason: condition.string('reason'),
      message: shortText(condition.string('message'), 160),
      lastTransitionTime: condition.string('lastTransitionTime'),
    },
  ];
}

/** An empty list is left out: most of them are, and a fact is small. */
function some<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length ? list : undefined;
}

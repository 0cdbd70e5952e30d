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

import { Fields, ObservedKind } from '../observation';
import { ofCluster } from './ofCluster';
import { shortText } from './shortText';

/**
 * What is kept of one attempt to back a CNPG cluster up.
 *
 * @public
 */
export interface BackupData {
  /** Name of its CNPG cluster. */
  readonly cluster: string;
  /** `plugin`, `barmanObjectStore` or `volumeSnapshot`. */
  readonly method: string;
  /** Name of the plugin that shall make it. */
  readonly plugin?: string;
  /** The ScheduledBackup that asked for it: label `cnpg.io/scheduled-backup`. */
  readonly scheduledBackup?: string;
  /** Empty until the operator has seen it. */
  readonly phase: string;
  readonly startedAt?: string;
  /** The end as the tool knows it. */
  readonly stoppedAt?: string;
  readonly error?: string;
  readonly destinationPath?: string;
  readonly serverName?: string;
  /** Of the cluster that a plugin backed up: `pluginMetadata.clusterUID`. */
  readonly clusterUid?: string;
  readonly snapshots: readonly {
    readonly name: string;
    /** `PG_DATA`, `PG_WAL` or `PG_TABLESPACE`. */
    readonly type?: string;
  }[];
}

/** @public */
export const cnpgBackup: ObservedKind<BackupData> = {
  id: 'backups.postgresql.cnpg.io',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  resource: 'backups',
  kind: 'Backup',
  namespaced: true,
  feeds:
    'The attempts of a database to back itself up: when one ended well, when one failed, and which one the others wait for.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const status = fields.at('status');
    const cluster = fields.string('spec', 'cluster', 'name');
    return cluster
      ? {
          cluster,
          method:
            status.string('method') ||
            fields.string('spec', 'method') ||
            'barmanObjectStore',
          plugin: fields.string('spec', 'pluginConfiguration', 'name'),
          scheduledBackup: object.metadata.labels?.['cnpg.io/scheduled-backup'],
          phase: status.string('phase') ?? '',
          startedAt:
            status.string('startedAt') ??
            status.string('reconciliationStartedAt'),
          stoppedAt:
            status.string('stoppedAt') ??
            status.string('reconciliationTerminatedAt'),
          error: shortText(
            [status.string('error'), status.string('commandError')]
              .filter(Boolean)
              .join(': ') || undefined,
          ),
          destinationPath: status.string('destinationPath'),
          serverName: status.string('serverName'),
          clusterUid: status.string('pluginMetadata', 'clusterUID'),
          snapshots: status
            .list('snapshotBackupStatus', 'elements')
            .slice(0, 8)
            .flatMap(element => {
              const name = element.string('name');
              return name ? [{ name, type: element.string('type') }] : [];
            }),
        }
      : undefined;
  },
  keys: ofCluster,
};

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

import { syncWave } from '../manifests';
import { BackupDraft, DatabaseDraft, ManifestDraft } from '../model';
import { BARMAN_PLUGIN } from './barmanPluginName';
import { barmanPluginObservation } from './barmanPluginObservation';
import { BackupContribution, BackupSource } from './BackupSource';
import { barmanStore } from './barmanStore';
import { scheduledBackup } from './scheduledBackup';

/**
 * The Barman Cloud plugin of CloudNativePG: an ObjectStore, the plugin as WAL
 * archiver of the cluster, and a ScheduledBackup that names the plugin.
 *
 * @public
 */
export const barmanPlugin: BackupSource = {
  id: 'barmanPlugin',
  title: 'Barman Cloud plugin',
  provision: { imageFlavor: 'standard', sharesStores: true, contribute },
  observation: barmanPluginObservation,
};

function contribute(
  database: DatabaseDraft & { readonly backup: BackupDraft },
): BackupContribution {
  const { backup, names } = database;
  return {
    clusterSpec: {
      plugins: [
        {
          name: BARMAN_PLUGIN,
          enabled: true,
          isWALArchiver: true,
          parameters: {
            barmanObjectName: backup.objectStore ?? names.cluster,
            // Explicit, so that a restored cluster with another name does not
            // look for its source under its own.
            serverName: names.cluster,
          },
        },
      ],
    },
    manifests: [
      ...(backup.objectStore === undefined ? [ownStore(database)] : []),
      scheduledBackup(database, {
        method: 'plugin',
        // Without it every backup is refused while the schedule looks fine.
        pluginConfiguration: { name: BARMAN_PLUGIN },
      }),
    ],
  };
}

function ownStore({
  backup,
  names,
  environment,
  labels,
  annotations,
}: DatabaseDraft & { readonly backup: BackupDraft }): ManifestDraft {
  return {
    file: 'object-store.yaml',
    purpose: `Where the backups of ${environment} go: ${backup.destinationPath}`,
    manifest: {
      apiVersion: 'barmancloud.cnpg.io/v1',
      kind: 'ObjectStore',
      metadata: {
        name: names.cluster,
        namespace: names.databasesNamespace,
        labels,
        annotations: {
          ...annotations,
          ...syncWave('ObjectStore'),
        },
      },
      spec: {
        configuration: barmanStore(backup),
        retentionPolicy: backup.retention,
      },
    },
  };
}

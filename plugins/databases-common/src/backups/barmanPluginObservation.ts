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

import { ClusterData, ClusterPlugin, objectStore } from '../kinds';
import { evidenceOf } from '../observation';
import { BARMAN_PLUGIN } from './barmanPluginName';
import {
  BackupEvidence,
  BackupObservation,
  MethodScene,
} from './BackupObservation';
import { backupClaims, claimOf } from './claimOf';

/** How backups of the Barman Cloud plugin are seen: by Backups and their ObjectStore. */
export const barmanPluginObservation: BackupObservation = {
  needs: [],
  confirmedBy: [objectStore],
  configures: cluster => pluginOf(cluster) !== undefined,
  isAskedBy: ({ method, plugin }) =>
    method === 'plugin' && plugin === BARMAN_PLUGIN,
  evidence,
};

function pluginOf({ spec }: ClusterData): ClusterPlugin | undefined {
  return spec.plugins.find(
    ({ name, enabled }) => name === BARMAN_PLUGIN && enabled,
  );
}

function evidence({ cluster, backups, facts }: MethodScene): BackupEvidence {
  const plugin = pluginOf(cluster.data);
  const serverName = plugin?.serverName ?? cluster.name;
  const name = `${cluster.namespace}/${plugin?.objectStore ?? ''}`;
  const [store] = facts.of(objectStore, name);
  const ofBackups = {
    good: backupClaims(backups, 'completed'),
    failed: backupClaims(backups, 'failed'),
  };
  const destination = `ObjectStore ${name}`;
  if (!store) {
    return {
      ...ofBackups,
      destination,
      restoredKeys: [],
      // What is not seen may be there.
      ...(facts.coverage(objectStore).state === 'synced' && {
        trouble: { type: 'store-missing', name },
      }),
    };
  }
  const { destinationPath = '', retentionPolicy, servers } = store.data;
  const server = servers.find(found => found.name === serverName);
  const field = (last: string) =>
    `status.serverRecoveryWindow.${serverName}.${last}`;
  const claim = (last: keyof NonNullable<typeof server>) =>
    claimOf('store', objectStore, store, field(last), server?.[last]);
  const sameStores = facts.everywhere(objectStore, `path:${destinationPath}`);
  return {
    destination,
    place: `${destinationPath} ${serverName}`,
    good: [...ofBackups.good, ...claim('lastSuccessfulBackupTime')],
    failed: [...ofBackups.failed, ...claim('lastFailedBackupTime')],
    windowStart: claim('firstRecoverabilityPoint')[0],
    retention: retentionPolicy,
    restoredKeys: [store, ...sameStores].map(
      same => `restored:${same.namespace}/${same.name}/${serverName}`,
    ),
    ...(!server?.firstRecoverabilityPoint && {
      trouble: {
        type: 'window-empty',
        evidence: [
          evidenceOf(objectStore, store, field('firstRecoverabilityPoint')),
        ],
      },
    }),
  };
}

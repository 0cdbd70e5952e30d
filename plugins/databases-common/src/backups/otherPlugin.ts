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

import { ClusterData, ClusterPlugin } from '../kinds';
import { BARMAN_PLUGIN } from './barmanPluginName';
import { BackupObservation } from './BackupObservation';
import { BackupSource } from './BackupSource';
import { backupClaims } from './claimOf';

const observation: BackupObservation = {
  needs: [],
  confirmedBy: [],
  configures: cluster => pluginOf(cluster) !== undefined,
  isAskedBy: ({ method, plugin }, cluster) =>
    method === 'plugin' &&
    plugin !== undefined &&
    plugin === pluginOf(cluster)?.name,
  evidence: ({ cluster, backups }) => ({
    destination: `plugin ${pluginOf(cluster.data)?.name}`,
    good: backupClaims(backups, 'completed'),
    failed: backupClaims(backups, 'failed'),
    restoredKeys: [],
  }),
};

/**
 * Any other plugin of CloudNativePG that makes backups. What it holds is not
 * known here; its Backups are all the evidence there is.
 *
 * @public
 */
export const otherPlugin: BackupSource = {
  id: 'otherPlugin',
  title: 'Another backup plugin',
  observation,
};

/** The first that says it can make backups, or archives WAL. */
function pluginOf({ spec, status }: ClusterData): ClusterPlugin | undefined {
  return spec.plugins.find(
    ({ name, enabled, isWalArchiver }) =>
      enabled &&
      name !== BARMAN_PLUGIN &&
      (isWalArchiver ||
        status?.plugins.some(said => said.name === name && said.canBackUp)),
  );
}

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

import { cnpgCluster } from '../kinds';
import {
  BackupEvidence,
  BackupObservation,
  MethodScene,
} from './BackupObservation';
import { backupClaims, claimOf } from './claimOf';

const METHOD = 'barmanObjectStore';

/**
 * How backups of CloudNativePG itself are seen: by Backups and by fields of the
 * Cluster, which nobody writes any more once a plugin takes over.
 */
export const barmanInTreeObservation: BackupObservation = {
  needs: [],
  confirmedBy: [],
  configures: ({ spec }) => spec.barmanObjectStore !== undefined,
  isAskedBy: ({ method }) => method === METHOD,
  evidence,
};

function evidence({ cluster, backups }: MethodScene): BackupEvidence {
  const { spec, status } = cluster.data;
  const { destinationPath = '', serverName = cluster.name } =
    spec.barmanObjectStore ?? {};
  const claim = (field: string, text: string | undefined) =>
    claimOf('cluster', cnpgCluster, cluster, `status.${field}`, text);
  // Of another place are the backups from before somebody changed it.
  const here = backups.filter(
    ({ data }) =>
      (data.destinationPath ?? destinationPath) === destinationPath &&
      (data.serverName ?? serverName) === serverName,
  );
  return {
    destination: destinationPath,
    place: `${destinationPath} ${serverName}`,
    good: [
      ...backupClaims(here, 'completed'),
      ...claim(
        `lastSuccessfulBackupByMethod.${METHOD}`,
        status?.lastSuccessfulBackupByMethod[METHOD],
      ),
    ],
    failed: [
      ...backupClaims(here, 'failed'),
      ...claim('lastFailedBackup', status?.lastFailedBackup),
    ],
    windowStart: claim(
      `firstRecoverabilityPointByMethod.${METHOD}`,
      status?.firstRecoverabilityPointByMethod[METHOD],
    )[0],
    retention: spec.retentionPolicy,
    restoredKeys: [`restored:${destinationPath}/${serverName}`],
  };
}

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

import { BackupData, cnpgBackup, volumeSnapshot } from '../kinds';
import { Fact } from '../model';
import { evidenceOf } from '../observation';
import {
  BackupEvidence,
  BackupObservation,
  MethodScene,
} from './BackupObservation';
import { BackupSource } from './BackupSource';
import { backupClaims } from './claimOf';

const observation: BackupObservation = {
  needs: [volumeSnapshot],
  confirmedBy: [],
  configures: ({ spec }) => spec.volumeSnapshot === true,
  isAskedBy: ({ method }) => method === 'volumeSnapshot',
  evidence,
};

/**
 * Snapshots of the volumes. The Backups outlive the snapshots that they stand
 * for, so a backup is as good as the snapshots that are still there
 * (cloudnative-pg#4159).
 *
 * @public
 */
export const volumeSnapshots: BackupSource = {
  id: 'volumeSnapshot',
  title: 'Volume snapshots',
  observation,
};

function evidence({ cluster, backups, facts }: MethodScene): BackupEvidence {
  const snapshots = facts.of(
    volumeSnapshot,
    `${cluster.namespace}/${cluster.name}`,
  );
  const ready = new Set(
    snapshots
      .filter(({ data, deletedAt }) => data.readyToUse && !deletedAt)
      .map(({ name }) => name),
  );
  const { walStorageSize } = cluster.data.spec;
  const isThere = ({ data }: Fact<BackupData>) =>
    data.snapshots.length > 0 &&
    data.snapshots.every(({ name }) => ready.has(name)) &&
    // Without its WAL volume it does not start (cloudnative-pg#9053).
    (!walStorageSize || data.snapshots.some(({ type }) => type === 'PG_WAL'));
  const completed = backups.filter(({ data }) => data.phase === 'completed');
  const restorable = completed.filter(isThere);
  const newest = completed.at(-1);
  const [oldest] = restorable;
  return {
    destination: 'VolumeSnapshots beside the database',
    good: backupClaims(restorable, 'completed'),
    failed: backupClaims(backups, 'failed'),
    restoredKeys: [],
    ...(oldest && {
      windowStart: {
        text: oldest.data.stoppedAt,
        by: 'backup',
        object: `Backup ${oldest.namespace}/${oldest.name}`,
        evidence: evidenceOf(
          cnpgBackup,
          oldest,
          'status.stoppedAt',
          oldest.data.stoppedAt,
        ),
      },
    }),
    ...(newest &&
      !isThere(newest) &&
      facts.coverage(volumeSnapshot).state === 'synced' && {
        trouble: { type: 'snapshot-gone', backup: newest },
      }),
  };
}

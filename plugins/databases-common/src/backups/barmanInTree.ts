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

import { BackupDraft, DatabaseDraft } from '../model';
import { barmanInTreeObservation } from './barmanInTreeObservation';
import { BackupContribution, BackupSource } from './BackupSource';
import { barmanStore } from './barmanStore';
import { scheduledBackup } from './scheduledBackup';

/**
 * Barman inside CloudNativePG itself. Deprecated since 1.26, removal announced
 * for 1.31; for clusters that have no plugin yet. Its tools are only in the
 * `system` images.
 *
 * @public
 */
export const barmanInTree: BackupSource = {
  id: 'barmanInTree',
  title: 'Barman in CloudNativePG (deprecated)',
  provision: {
    imageFlavor: 'system',
    caveat:
      'Backups by CloudNativePG itself are deprecated, and 1.31 removes them: move to the Barman Cloud plugin before that upgrade.',
    contribute,
  },
  observation: barmanInTreeObservation,
};

function contribute(
  database: DatabaseDraft & { readonly backup: BackupDraft },
): BackupContribution {
  const { backup, names } = database;
  return {
    clusterSpec: {
      backup: {
        barmanObjectStore: {
          ...barmanStore(backup),
          serverName: names.cluster,
        },
        retentionPolicy: backup.retention,
        target: 'prefer-standby',
      },
    },
    manifests: [scheduledBackup(database, { method: 'barmanObjectStore' })],
  };
}

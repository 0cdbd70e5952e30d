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

/**
 * A ScheduledBackup. The method is always written out: its default is the
 * in-tree one, which fails for ever on a cluster that uses the plugin
 * (cloudnative-pg#6752).
 *
 * @param method - its fields in `spec`
 */
export function scheduledBackup(
  database: DatabaseDraft & { readonly backup: BackupDraft },
  method: {
    readonly method: string;
    readonly pluginConfiguration?: { readonly name: string };
  },
): ManifestDraft {
  const { backup, names, environment } = database;
  return {
    file: 'scheduled-backup.yaml',
    purpose: `Backup schedule of ${environment}: ${backup.schedule}`,
    manifest: {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'ScheduledBackup',
      metadata: {
        name: `${names.cluster}-backup`,
        namespace: names.databasesNamespace,
        labels: database.labels,
        annotations: {
          ...database.annotations,
          ...syncWave('ScheduledBackup'),
        },
      },
      spec: {
        // Six fields, seconds first.
        schedule: backup.schedule,
        immediate: true,
        backupOwnerReference: 'self',
        cluster: { name: names.cluster },
        ...method,
      },
    },
  };
}

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

import { DatabaseDraft } from '../model';
import { markdownTable } from './markdownTable';

/** What comes into being, one database a line. */
export function resourceTable(databases: readonly DatabaseDraft[]): string {
  return markdownTable(
    ['Environment', 'Cluster', 'Namespace', 'Size', 'Instances', 'Backup'],
    databases.map(database => [
      database.environment,
      database.inChart
        ? `\`${database.names.cluster}\` (${database.product}, of the app's chart)`
        : `\`${database.names.cluster}\` (${database.product} ${database.version})`,
      `\`${database.names.databasesNamespace}\``,
      ...describeCluster(database),
    ]),
  );
}

/** Size, instances and backup. */
function describeCluster(database: DatabaseDraft): readonly string[] {
  const { names, sharedCluster, inChart } = database;
  if (inChart) {
    return ['as the chart says', 'as the chart says', '**none**'];
  }
  return sharedCluster
    ? [
        `database \`${names.database}\` in the shared cluster`,
        String(database.instances),
        'that of the cluster',
      ]
    : [
        `${database.size}: ${database.cpu} CPU, ${database.memory} memory, ${database.storage} storage`,
        String(database.instances),
        describeBackup(database),
      ];
}

function describeBackup({ backup, production }: DatabaseDraft): string {
  if (!backup) {
    return production ? '**none**' : 'none';
  }
  return backup.objectStore === undefined
    ? `\`${backup.schedule}\`, kept ${backup.retention}, in \`${backup.destinationPath}\``
    : `\`${backup.schedule}\`, in the ObjectStore \`${backup.objectStore}\``;
}

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

import { deleteGuard, syncWave } from '../../manifests';
import { DatabaseDraft, LogicalDatabaseRequest, Manifest } from '../../model';

/**
 * A further logical database in the cluster. It stays when the object goes.
 */
export function databaseManifest(
  database: DatabaseDraft,
  logical: LogicalDatabaseRequest,
): Manifest {
  const { names } = database;
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Database',
    metadata: {
      name: databaseObjectName(names.cluster, logical.name),
      namespace: names.databasesNamespace,
      labels: database.labels,
      annotations: {
        ...database.annotations,
        ...deleteGuard,
        ...syncWave('Database'),
      },
    },
    spec: {
      cluster: { name: names.cluster },
      name: logical.name,
      owner: logical.owner ?? names.owner,
      ensure: 'present',
      databaseReclaimPolicy: 'retain',
      ...(logical.extensions?.length && {
        extensions: logical.extensions.map(name => ({
          name,
          ensure: 'present',
        })),
      }),
    },
  };
}

function databaseObjectName(cluster: string, name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${cluster}-${plain || 'database'}`;
}

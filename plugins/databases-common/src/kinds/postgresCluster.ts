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

import { KubeObject } from '../model';
import { Fields, ObservedKind } from '../observation';
import { OperatedGroup, OperatedStatus } from './OperatedData';
import { PostgresClusterData } from './PostgresClusterData';
import { readConditions } from './readConditions';
import { readGroups } from './readGroups';
import { readPostgresCluster } from './readPostgresCluster';

/** A database of Crunchy's Postgres Operator. @public */
export const postgresCluster: ObservedKind<PostgresClusterData> = {
  id: 'postgresclusters.postgres-operator.crunchydata.com',
  group: 'postgres-operator.crunchydata.com',
  versions: ['v1beta1'],
  resource: 'postgresclusters',
  kind: 'PostgresCluster',
  namespaced: true,
  feeds:
    "Databases of Crunchy's Postgres Operator, with what it says of their backups.",
  lane: 'health',
  project,
  keys: ({ namespace, name }) => [`${namespace}/${name}`],
};

function project(object: KubeObject): PostgresClusterData {
  const fields = Fields.of(object);
  const spec = fields.at('spec');
  const status = fields.at('status');
  const version =
    status.number('postgresVersion') || spec.number('postgresVersion');
  return {
    ...readPostgresCluster(object),
    version: version ? String(version) : undefined,
    groups: readGroups(
      spec.list('instances').map((set, index) => readSet(set, index, status)),
    ),
    stopped: spec.boolean('shutdown') || undefined,
    paused: spec.boolean('paused') || undefined,
    pooler: readPooler(spec, status),
    status: status.entries().length ? readStatus(status) : undefined,
  };
}

/** A number that is 0 is sent as none. */
function readSet(set: Fields, index: number, status: Fields): OperatedGroup {
  const name = set.string('name') || String(index).padStart(2, '0');
  const reported = status
    .list('instances')
    .find(other => other.string('name') === name);
  return {
    name,
    wanted: set.number('replicas') ?? 1,
    ready: reported && (reported.number('readyReplicas') ?? 0),
    updated: reported && (reported.number('updatedReplicas') ?? 0),
  };
}

function readPooler(
  spec: Fields,
  status: Fields,
): PostgresClusterData['pooler'] {
  const pooler = spec.at('proxy', 'pgBouncer');
  const reported = status.at('proxy', 'pgBouncer');
  return pooler.present
    ? {
        wanted: pooler.number('replicas') ?? 1,
        ready: reported.present
          ? (reported.number('readyReplicas') ?? 0)
          : undefined,
      }
    : undefined;
}

function readStatus(status: Fields): OperatedStatus {
  return {
    observedGeneration: status.number('observedGeneration'),
    conditions: readConditions(status, [
      'Progressing',
      'PersistentVolumeResizing',
      'ProxyAvailable',
    ]),
  };
}

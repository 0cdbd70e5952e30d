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
import { readGroups } from './readGroups';
import { readPostgresCluster } from './readPostgresCluster';
import { shortText } from './shortText';

/** A database of Percona's Operator for PostgreSQL, 2 and 3. @public */
export const perconaPgCluster: ObservedKind<PostgresClusterData> = {
  id: 'perconapgclusters.pgv2.percona.com',
  group: 'pgv2.percona.com',
  versions: ['v2'],
  resource: 'perconapgclusters',
  kind: 'PerconaPGCluster',
  namespaced: true,
  feeds: "Databases of Percona's Operator for PostgreSQL.",
  lane: 'health',
  project,
  keys: ({ namespace, name }) => [`${namespace}/${name}`],
};

function project(object: KubeObject): PostgresClusterData {
  const fields = Fields.of(object);
  const spec = fields.at('spec');
  const status = fields.at('status');
  const version =
    status.number('postgres', 'version') || spec.number('postgresVersion');
  const pooler = spec.at('proxy', 'pgBouncer');
  return {
    ...readPostgresCluster(object),
    version: version ? String(version) : undefined,
    groups: readGroups(
      spec.list('instances').map((set, index) => readSet(set, index, status)),
    ),
    stopped: spec.boolean('pause') || undefined,
    paused: spec.boolean('unmanaged') || undefined,
    pooler:
      pooler.present && pooler.number('replicas') !== 0
        ? {
            wanted: pooler.number('replicas') ?? 1,
            ready: status.number('pgbouncer', 'ready'),
          }
        : undefined,
    status: status.entries().length ? readStatus(status) : undefined,
  };
}

function readSet(set: Fields, index: number, status: Fields): OperatedGroup {
  const name = set.string('name') || String(index).padStart(2, '0');
  const reported = status
    .list('postgres', 'instances')
    .find(other => other.string('name') === name);
  return {
    name,
    wanted: set.number('replicas') ?? 1,
    ready: reported?.number('ready'),
  };
}

function readStatus(status: Fields): OperatedStatus {
  return {
    word: shortText(status.string('state'), 64),
    observedGeneration: status.number('observedGeneration'),
    service: shortText(status.string('host'), 120),
    conditions: [],
  };
}

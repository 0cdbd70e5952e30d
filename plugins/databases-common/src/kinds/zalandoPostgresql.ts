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
import { OperatedData, OperatedStatus } from './OperatedData';
import { readNames } from './readNames';
import { readOperated } from './readOperated';
import { shortText } from './shortText';

/** A database of Zalando's Postgres Operator. @public */
export const zalandoPostgresql: ObservedKind<OperatedData> = {
  id: 'postgresqls.acid.zalan.do',
  group: 'acid.zalan.do',
  versions: ['v1'],
  resource: 'postgresqls',
  kind: 'postgresql',
  namespaced: true,
  feeds: "Databases of Zalando's Postgres Operator.",
  lane: 'health',
  project,
  keys: ({ namespace, name }) => [`${namespace}/${name}`],
};

function project(object: KubeObject): OperatedData {
  const spec = Fields.of(object).at('spec');
  const instances = spec.number('numberOfInstances');
  const dumps = spec.boolean('enableLogicalBackup');
  return {
    ...readOperated(object),
    version: shortText(spec.string('postgresql', 'version'), 16),
    groups: [{ name: 'postgres', wanted: instances }],
    stopped: instances === 0 || undefined,
    standby: spec.at('standby').present || undefined,
    pooler: spec.boolean('enableConnectionPooler') ? {} : undefined,
    databases: readNames([
      ...namesIn(spec.at('databases')),
      ...namesIn(spec.at('preparedDatabases')),
    ]),
    users: readNames(namesIn(spec.at('users'))),
    secrets: [],
    storage: shortText(spec.string('volume', 'size'), 24),
    backups: dumps
      ? [{ schedule: shortText(spec.string('logicalBackupSchedule'), 64) }]
      : undefined,
    status: readStatus(Fields.of(object).at('status')),
  };
}

/** A map has no order that would stay. */
function namesIn(map: Fields): readonly string[] {
  return map
    .entries()
    .map(([name]) => name)
    .sort();
}

/** Operators before 1.0 wrote the word alone. */
function readStatus(status: Fields): OperatedStatus | undefined {
  const word = status.string('PostgresClusterStatus') ?? status.string();
  return word ? { word: shortText(word, 64), conditions: [] } : undefined;
}

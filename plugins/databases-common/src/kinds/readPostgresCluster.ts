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
import { Fields } from '../observation';
import { OperatedData } from './OperatedData';
import { PostgresClusterData } from './PostgresClusterData';
import { readNames } from './readNames';
import { readOperated } from './readOperated';
import { readPgBackRest } from './readPgBackRest';
import { shortText } from './shortText';

/** What Crunchy's and Percona's resources have in common: all but status and switches. */
export function readPostgresCluster(
  object: KubeObject,
): Omit<PostgresClusterData, 'groups' | 'status'> {
  const fields = Fields.of(object);
  const spec = fields.at('spec');
  return {
    ...readOperated(object),
    standby: spec.boolean('standby', 'enabled') || undefined,
    port: spec.number('port'),
    ...readUsers(object, spec),
    secrets: [],
    storage: shortText(
      spec
        .list('instances')[0]
        ?.string('dataVolumeClaimSpec', 'resources', 'requests', 'storage'),
      24,
    ),
    pgBackRest: readPgBackRest(fields),
  };
}

/** Without a list, one user and one database are made, named like the resource. */
function readUsers(
  { metadata }: KubeObject,
  spec: Fields,
): Pick<OperatedData, 'users' | 'databases'> {
  if (!spec.at('users').present) {
    const names = readNames([metadata.name]);
    return { users: names, databases: names };
  }
  const users = spec.list('users');
  return {
    users: readNames(users.map(user => user.string('name'))),
    databases: readNames(users.flatMap(user => user.strings('databases'))),
  };
}

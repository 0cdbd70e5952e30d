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

import {
  Fields,
  VaultDatabaseRole,
} from '@basewell/plugin-databases-common/domain';
import { instantOf } from './instantOf';

/**
 * A role of the database secrets engine. A dynamic one has `db_name`,
 * `default_ttl` and `max_ttl`; a static one `db_name`, `username`,
 * `last_vault_rotation` and `rotation_period` or `rotation_schedule`. Times to
 * live are seconds, 0 for the mount's own. Its statements of SQL are not kept.
 *
 * @returns nothing when it has another shape
 */
export function databaseRoleOf(
  data: Fields,
  type: VaultDatabaseRole['type'],
): VaultDatabaseRole | undefined {
  const connection = data.string('db_name');
  if (connection === undefined) {
    return undefined;
  }
  return type === 'dynamic-role'
    ? {
        type,
        connection,
        ...someSeconds('defaultTtl', data.number('default_ttl')),
        ...someSeconds('maxTtl', data.number('max_ttl')),
      }
    : {
        type,
        connection,
        ...someText('username', data.string('username')),
        ...someSeconds('rotationPeriod', data.number('rotation_period')),
        ...someText('rotationSchedule', data.string('rotation_schedule')),
        ...someText(
          'lastRotation',
          instantOf(data.string('last_vault_rotation')),
        ),
      };
}

function someSeconds(name: string, seconds: number | undefined) {
  return seconds ? { [name]: seconds } : {};
}

function someText(name: string, text: string | undefined) {
  return text ? { [name]: text.slice(0, 200) } : {};
}

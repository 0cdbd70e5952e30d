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
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { databasesDatabaseReadPermission } from '@basewell/plugin-databases-common';
import { DatabaseFilter, OwnedDatabase } from './databaseResourceRef';
import { matchesFilter } from './matchesFilter';

export type IsVisible = (database: OwnedDatabase) => boolean;

/**
 * Which databases a caller may see: one question to the policy, however many
 * there are.
 *
 * @throws NotAllowedError when there are none whatever they are
 */
export async function visibleDatabases(
  permissions: PermissionsService,
  transformConditions: ConditionTransformer<DatabaseFilter>,
  credentials: BackstageCredentials,
): Promise<IsVisible> {
  const permission = databasesDatabaseReadPermission;
  const [decision] = await permissions.authorizeConditional([{ permission }], {
    credentials,
  });
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return () => true;
    case AuthorizeResult.CONDITIONAL: {
      const criteria = transformConditions(decision.conditions);
      return database => meets(criteria, database);
    }
    default:
      throw new NotAllowedError(
        `You may not see databases; ask your platform team for the permission ${permission.name}`,
      );
  }
}

function meets(
  criteria: PermissionCriteria<DatabaseFilter>,
  database: OwnedDatabase,
): boolean {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.every(part => meets(part, database));
  }
  if (isOrCriteria(criteria)) {
    return criteria.anyOf.some(part => meets(part, database));
  }
  if (isNotCriteria(criteria)) {
    return !meets(criteria.not, database);
  }
  return matchesFilter(criteria, database);
}

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
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderActionConditionalDecision,
  scaffolderActionConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { actionExecutePermission } from '@backstage/plugin-scaffolder-common/alpha';
// A policy is of the adopter's backend, where conditions come from plugins' backends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  createDatabaseConditionalDecision,
  databaseConditions,
} from '@basewell/plugin-databases-backend';
import {
  databasesDatabaseReadPermission,
  databasesRequestCancelOthersPermission,
} from '@basewell/plugin-databases-common';

/** Members may ask for databases in production, and see all. */
const PLATFORM_TEAM = 'group:default/platform';

/** What runs money is only shown to these. */
const FINANCE_TEAM = 'group:default/team-billing';

/**
 * Everybody may do everything but three things: only the platform team creates
 * databases with `production: true`, cancels what others asked for, and sees the
 * databases of the finance team, beside that team. `docs/how-to/permissions.md` shows it as the example to
 * start from.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (claims.includes(PLATFORM_TEAM)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, databasesDatabaseReadPermission)) {
      return createDatabaseConditionalDecision(permission, {
        anyOf: [
          databaseConditions.isOwner({ claims }),
          { not: databaseConditions.isOwner({ claims: [FINANCE_TEAM] }) },
        ],
      });
    }
    if (isPermission(permission, databasesRequestCancelOthersPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, actionExecutePermission)) {
      return createScaffolderActionConditionalDecision(permission, {
        not: {
          allOf: [
            scaffolderActionConditions.hasActionId({
              actionId: 'databases:create',
            }),
            scaffolderActionConditions.hasBooleanProperty({
              key: 'production',
              value: true,
            }),
          ],
        },
      });
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

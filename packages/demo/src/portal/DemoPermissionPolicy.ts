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

/** Members may ask for databases in production. */
const PLATFORM_TEAM = 'group:default/platform';

/**
 * Everybody may do everything but one thing: only the platform team creates
 * databases with `production: true`. `docs/how-to/permissions.md` shows it as
 * the example to start from.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (
      isPermission(permission, actionExecutePermission) &&
      !user?.info.ownershipEntityRefs.includes(PLATFORM_TEAM)
    ) {
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

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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  databasesDatabaseReadPermission,
  databasesReadPermission,
  databasesRequestCancelOthersPermission,
  databasesRequestCancelPermission,
} from '@basewell/plugin-databases-common';
import { DemoPermissionPolicy } from './DemoPermissionPolicy';

const member = (...ownershipEntityRefs: string[]) =>
  ({ info: { ownershipEntityRefs } }) as unknown as PolicyQueryUser;

const finance = ['group:default/team-billing'];

it.each([
  {
    reason: 'the platform team sees all',
    permission: databasesDatabaseReadPermission,
    user: member('group:default/platform'),
    decision: { result: AuthorizeResult.ALLOW },
  },
  {
    reason: 'everybody sees the tab',
    permission: databasesReadPermission,
    user: member('group:default/team-shop'),
    decision: { result: AuthorizeResult.ALLOW },
  },
  {
    reason: 'others see their own, and all but those of finance',
    permission: databasesDatabaseReadPermission,
    user: member('group:default/team-shop'),
    decision: {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'databases',
      resourceType: 'databases-database',
      conditions: {
        anyOf: [
          {
            rule: 'IS_OWNER',
            params: { claims: ['group:default/team-shop'] },
          },
          { not: { rule: 'IS_OWNER', params: { claims: finance } } },
        ],
      },
    },
  },
  {
    reason: 'everybody cancels what they asked for',
    permission: databasesRequestCancelPermission,
    user: member('group:default/team-shop'),
    decision: { result: AuthorizeResult.ALLOW },
  },
  {
    reason: 'only the platform team cancels what others asked for',
    permission: databasesRequestCancelOthersPermission,
    user: member('group:default/team-shop'),
    decision: { result: AuthorizeResult.DENY },
  },
  {
    reason: 'nobody in particular owns nothing',
    permission: databasesDatabaseReadPermission,
    user: undefined,
    decision: {
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: [
          { params: { claims: [] } },
          { not: { params: { claims: finance } } },
        ],
      },
    },
  },
])('$reason', async ({ permission, user, decision }) => {
  const policy = new DemoPermissionPolicy();
  expect(await policy.handle({ permission }, user)).toMatchObject(decision);
});

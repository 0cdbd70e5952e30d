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

import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { DatabaseFilter, databaseResourceRef } from './databaseResourceRef';
import { matchesFilter } from './matchesFilter';
import { ruleParams } from './ruleParams';

/**
 * Allows databases that belong to one of the claims, the caller's
 * `ownershipEntityRefs`: by their own word, or by that of their entities. See
 * `belongingOf` of the common package for whose word counts.
 *
 * @public
 */
export const isOwner = createPermissionRule<
  typeof databaseResourceRef,
  { claims: string[] }
>({
  name: 'IS_OWNER',
  description:
    'Allow databases with an owner among the claims: whom the database names, or an owner of its entities in the catalog',
  resourceRef: databaseResourceRef,
  paramsSchema: ruleParams({
    claims: z
      .array(z.string())
      .describe('Entity references, such as group:default/team-shop'),
  }),
  apply: (database, params) => matchesFilter(filterOf(params), database),
  toQuery: filterOf,
});

function filterOf({ claims }: { claims: string[] }): DatabaseFilter {
  return {
    field: 'owner',
    values: claims.map(claim => claim.toLowerCase()),
  };
}

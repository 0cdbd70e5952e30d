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
 * Allows databases of some environments.
 *
 * @public
 */
export const inEnvironment = createPermissionRule<
  typeof databaseResourceRef,
  { environments: string[] }
>({
  name: 'IN_ENVIRONMENT',
  description:
    'Allow databases whose environment (label basewell.dev/environment) is one of these',
  resourceRef: databaseResourceRef,
  paramsSchema: ruleParams({
    environments: z.array(z.string()).describe('Such as dev'),
  }),
  apply: (database, params) => matchesFilter(filterOf(params), database),
  toQuery: filterOf,
});

function filterOf({
  environments,
}: {
  environments: string[];
}): DatabaseFilter {
  return {
    field: 'environment',
    values: environments.map(environment => environment.toLowerCase()),
  };
}

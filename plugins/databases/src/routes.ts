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
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The fleet. */
export const rootRouteRef = createRouteRef({ id: 'databases' });

/** One database, below the fleet. */
export const databaseSubRouteRef = createSubRouteRef({
  id: 'databases/database',
  parent: rootRouteRef,
  path: '/:id',
});

/** What is asked for and not done, below the fleet. */
export const requestsSubRouteRef = createSubRouteRef({
  id: 'databases/requests',
  parent: rootRouteRef,
  path: '/requests',
});

/** The scaffolder's page of one template. */
export const createDatabaseRouteRef = createExternalRouteRef({
  id: 'create-database',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The page of one database, as others see it: a portal may leave it out. */
export const databaseRouteRef = createExternalRouteRef({
  id: 'database',
  params: ['id'],
  optional: true,
  defaultTarget: 'databases.database',
});

/** The catalog's page of one entity. */
export const entityRouteRef = createExternalRouteRef({
  id: 'entity',
  params: ['kind', 'namespace', 'name'],
  optional: true,
  defaultTarget: 'catalog.catalogEntity',
});

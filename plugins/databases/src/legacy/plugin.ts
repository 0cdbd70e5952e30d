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
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { DatabasesClient } from '@basewell/plugin-databases-common';
import {
  databasesApiRef,
  KubernetesTokens,
  kubernetesTokensApiRef,
} from '../api';
import {
  createDatabaseRouteRef,
  databaseRouteRef,
  databaseSubRouteRef,
  entityRouteRef,
  requestsSubRouteRef,
  rootRouteRef,
} from '../routes';

/**
 * The databases plugin of the old frontend system.
 *
 * @public
 */
export const databasesPlugin = createPlugin({
  id: 'databases',
  routes: {
    root: rootRouteRef,
    database: databaseSubRouteRef,
    requests: requestsSubRouteRef,
  },
  externalRoutes: {
    createDatabase: createDatabaseRouteRef,
    database: databaseRouteRef,
    entity: entityRouteRef,
  },
  apis: [
    createApiFactory({
      api: databasesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DatabasesClient(deps),
    }),
    createApiFactory({
      api: kubernetesTokensApiRef,
      deps: {},
      factory: () => new KubernetesTokens(),
    }),
  ],
});

/**
 * The tab; put it into an `EntityLayout.Route` with the path `/databases`.
 *
 * @public
 */
export const EntityDatabasesContent: () => JSX.Element =
  databasesPlugin.provide(
    createComponentExtension({
      name: 'EntityDatabasesContent',
      component: {
        lazy: async () => (await import('../tab')).DatabasesEntityContent,
      },
    }),
  );

/**
 * The page of all databases; mount it at `/databases`.
 *
 * @public
 */
export const DatabasesPage: () => JSX.Element = databasesPlugin.provide(
  createRoutableExtension({
    name: 'DatabasesPage',
    mountPoint: rootRouteRef,
    component: async () => (await import('./HeadedPages')).HeadedPages,
  }),
);

/**
 * A card for a service: the worst verdict per environment.
 *
 * @public
 */
export const EntityDatabasesCard: () => JSX.Element = databasesPlugin.provide(
  createComponentExtension({
    name: 'EntityDatabasesCard',
    component: { lazy: async () => (await import('../cards')).OverviewCard },
  }),
);

/**
 * A card for the entity of a database: everything about it.
 *
 * @public
 */
export const EntityDatabaseDetailCard: () => JSX.Element =
  databasesPlugin.provide(
    createComponentExtension({
      name: 'EntityDatabaseDetailCard',
      component: { lazy: async () => (await import('../cards')).DetailCard },
    }),
  );

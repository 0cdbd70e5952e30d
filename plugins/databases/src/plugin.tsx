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
  createFrontendPlugin,
  FrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import {
  databasesApi,
  databasesDetailCard,
  databasesEntityContent,
  databasesOverviewCard,
  databasesPage,
  kubernetesTokensApi,
} from './extensions';
import {
  createDatabaseRouteRef,
  databaseRouteRef,
  databaseSubRouteRef,
  entityRouteRef,
  requestsSubRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The databases of a portal: a tab, two cards, and a page of all.
 *
 * @public
 */
export const databasesPlugin: FrontendPlugin = createFrontendPlugin({
  pluginId: 'databases',
  title: 'Databases',
  icon: <RiDatabase2Line />,
  info: { packageJson: () => import('../package.json') },
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
  extensions: [
    databasesApi,
    databasesDetailCard,
    databasesEntityContent,
    databasesOverviewCard,
    databasesPage,
    kubernetesTokensApi,
  ],
});

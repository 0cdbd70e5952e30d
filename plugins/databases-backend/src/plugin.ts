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
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { databasesPermissions } from '@basewell/plugin-databases-common';
import {
  databasePlannerServiceRef,
  databaseRequestsServiceRef,
} from '@basewell/plugin-databases-node';
import { registerActions } from './actions/registerActions';
import { observatoryServiceRef } from './observatory/observatoryServiceRef';
import {
  databaseResourceRef,
  databaseRules,
  visibleDatabases,
} from './permissions';
import { cachedByKey } from './requests/cachedByKey';
import { requestGateServiceRef } from './requests/requestGateServiceRef';
import { createRouter } from './router';
import { databaseTasksServiceRef } from './tasks/databaseTasksServiceRef';

/** A tab asks each time it is opened; a forge is asked four times a target. */
const REQUESTS_KEPT_MS = 10_000;

/**
 * Serves `/api/databases`.
 *
 * @public
 */
export const databasesPlugin = createBackendPlugin({
  pluginId: 'databases',
  register(env) {
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        gate: requestGateServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        observatory: observatoryServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        planner: databasePlannerServiceRef,
        requests: databaseRequestsServiceRef,
        tasks: databaseTasksServiceRef,
      },
      async init({
        actions,
        gate,
        httpRouter,
        permissionsRegistry,
        tasks,
        ...context
      }) {
        const { observatory, permissions, planner } = context;
        await tasks.begin();
        permissionsRegistry.addPermissions([...databasesPermissions]);
        permissionsRegistry.addResourceType({
          resourceRef: databaseResourceRef,
          rules: Object.values(databaseRules),
          getResources: async ids => ids.map(id => observatory.store.row(id)),
        });
        const transform = createConditionTransformer(
          permissionsRegistry.getPermissionRuleset(databaseResourceRef),
        );
        const visibleTo = (credentials: BackstageCredentials) =>
          visibleDatabases(permissions, transform, credentials);
        registerActions({ actions, observatory, permissions, visibleTo });
        httpRouter.use(
          createRouter({
            ...context,
            rounds: await gate.begin(),
            visibleTo,
            findRequests: cachedByKey(REQUESTS_KEPT_MS, app =>
              planner.findRequests(app),
            ),
          }),
        );
      },
    });
  },
});

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
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  createSecretSealer,
  databasePlannerServiceRef,
  databaseRequestsServiceRef,
} from '@basewell/plugin-databases-node';
import { createCancelDatabaseAction } from './actions/cancelDatabaseAction';
import { createDatabaseAction } from './actions/createDatabaseAction';

/**
 * Adds the actions `databases:create` and `databases:cancel` to the scaffolder.
 *
 * @public
 */
export const databasesModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'databases',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        planner: databasePlannerServiceRef,
        requests: databaseRequestsServiceRef,
      },
      async init({ actions, config, planner, requests }) {
        actions.addActions(
          createDatabaseAction({ planner, sealer: createSecretSealer(config) }),
          createCancelDatabaseAction({ requests }),
        );
      },
    });
  },
});

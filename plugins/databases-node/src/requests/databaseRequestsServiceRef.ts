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
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { defaultRegistries } from '@basewell/plugin-databases-common/domain';
import { createForges } from '../forges';
import { userTokenHosts } from '../planning/userTokenHosts';
import { forgeServiceRef, layoutServiceRef } from '../registries';
import { readTargets } from '../targets';
import { DatabaseRequests } from './DatabaseRequests';
import { DefaultDatabaseRequests } from './DefaultDatabaseRequests';

/**
 * The open requests, for the page and the action.
 *
 * @public
 */
export const databaseRequestsServiceRef = createServiceRef<DatabaseRequests>({
  id: 'databases.requests',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        auth: coreServices.auth,
        permissions: coreServices.permissions,
        layouts: layoutServiceRef,
        forges: forgeServiceRef,
      },
      factory({ config, auth, permissions, layouts, forges }) {
        // What is wrong with a target is said where databases are planned.
        const targets = readTargets(config, [
          ...defaultRegistries().layouts,
          ...layouts,
        ]);
        return new DefaultDatabaseRequests({
          targets,
          forges: createForges(config, forges),
          permissions,
          auth,
          userTokenHosts: userTokenHosts(config, targets.targets),
        });
      },
    }),
});

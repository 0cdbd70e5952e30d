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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { defaultRegistries } from '@basewell/plugin-databases-common/domain';
import { createForges } from '../forges';
import {
  backupSourceServiceRef,
  credentialSourceServiceRef,
  databaseEngineServiceRef,
  forgeServiceRef,
  layoutServiceRef,
  policyRuleServiceRef,
} from '../registries';
import { readTargets } from '../targets';
import { DatabasePlanner } from './DatabasePlanner';
import { DefaultDatabasePlanner } from './DefaultDatabasePlanner';
import { userTokenHosts } from './userTokenHosts';

/**
 * The one service between the form, the action and the forges. It works in
 * every plugin of the backend that asks for it.
 *
 * @public
 */
export const databasePlannerServiceRef = createServiceRef<DatabasePlanner>({
  id: 'databases.planner',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        auth: coreServices.auth,
        permissions: coreServices.permissions,
        catalog: catalogServiceRef,
        engines: databaseEngineServiceRef,
        backups: backupSourceServiceRef,
        credentials: credentialSourceServiceRef,
        layouts: layoutServiceRef,
        rules: policyRuleServiceRef,
        forges: forgeServiceRef,
      },
      factory({ config, logger, auth, permissions, catalog, ...own }) {
        const builtIn = defaultRegistries();
        const registries = {
          ...builtIn,
          engines: [...builtIn.engines, ...own.engines],
          backups: [...builtIn.backups, ...own.backups],
          credentials: [...builtIn.credentials, ...own.credentials],
          layouts: [...builtIn.layouts, ...own.layouts],
          rules: [...builtIn.rules, ...own.rules],
        };
        const targets = readTargets(config, registries.layouts);
        for (const { error } of targets.problems) {
          logger.error(`A target is left out: ${error}`);
        }
        return new DefaultDatabasePlanner({
          targets,
          registries,
          forges: createForges(config, own.forges),
          catalog,
          permissions,
          auth,
          userTokenHosts: userTokenHosts(config, targets.targets),
          anyRecipient: config.has('databases.sops.binary'),
          now: () => new Date(),
        });
      },
    }),
});

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
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { DatabasesClient } from '@basewell/plugin-databases-common';
import { DatabaseAnnotationsProcessor } from './processor/DatabaseAnnotationsProcessor';
import { DatabaseEntityProvider } from './provider/DatabaseEntityProvider';
import { followChanges } from './provider/followChanges';
import { readProviderConfig } from './provider/readProviderConfig';

/**
 * Adds databases to the catalog, and checks what entities say about them.
 *
 * @public
 */
export const catalogModuleDatabases = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'databases',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, discovery, processing, scheduler, ...services }) {
        const { schedule, ...settings } = readProviderConfig(config);
        const provider = new DatabaseEntityProvider({
          ...services,
          settings,
          client: new DatabasesClient({
            discoveryApi: discovery,
            fetchApi: { fetch },
          }),
          runner: scheduler.createScheduledTaskRunner(schedule),
        });
        processing.addEntityProvider(provider);
        processing.addProcessor(new DatabaseAnnotationsProcessor());
        await followChanges({ ...services, provider });
      },
    });
  },
});

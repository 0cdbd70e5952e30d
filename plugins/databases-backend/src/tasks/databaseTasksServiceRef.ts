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
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { NotifiedStore } from '../notifications/NotifiedStore';
import { Notifier } from '../notifications/Notifier';
import { observatoryServiceRef } from '../observatory/observatoryServiceRef';
import { announceChanges } from '../signals/announceChanges';
import { scheduleTasks } from './scheduleTasks';

/** What the plugin does without being asked. */
interface DatabaseTasks {
  begin(): Promise<void>;
}

export const databaseTasksServiceRef = createServiceRef<DatabaseTasks>({
  id: 'databases.tasks',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        observatory: observatoryServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        systemMetadata: coreServices.rootSystemMetadata,
      },
      factory: ({ database, lifecycle, observatory, ...services }) => ({
        async begin() {
          const { store, declarations, history, now } = observatory;
          lifecycle.addShutdownHook(
            announceChanges({ store, declarations, ...services }),
          );
          await scheduleTasks({
            ...services,
            history,
            now,
            noteContacts: () => observatory.noteContacts(),
            readCatalog: () => observatory.readCatalog(services),
            notifier: new Notifier({
              ...services,
              store,
              now,
              notified: await NotifiedStore.create(database),
            }),
          });
        },
      }),
    }),
});

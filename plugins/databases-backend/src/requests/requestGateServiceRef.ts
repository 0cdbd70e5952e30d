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
import { isError } from '@backstage/errors';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { databaseRequestsServiceRef } from '@basewell/plugin-databases-node';
import { observatoryServiceRef } from '../observatory/observatoryServiceRef';
import { RequestGate } from './RequestGate';
import { RequestRounds } from './RequestRounds';
import { watchRequests } from './watchRequests';

/** The open requests, kept in order. */
interface RequestTasks {
  /** After the migrations. */
  begin(): Promise<RequestRounds>;
}

const TASK = 'databases-order-requests';

export const requestGateServiceRef = createServiceRef<RequestTasks>({
  id: 'databases.request-gate',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        observatory: observatoryServiceRef,
        requests: databaseRequestsServiceRef,
        scheduler: coreServices.scheduler,
      },
      factory: ({ config, database, lifecycle, ...services }) => ({
        async begin() {
          const { events, logger, observatory, requests, scheduler } = services;
          const rounds = await RequestRounds.create(database);
          const repositories = requests.repositories();
          if (!repositories.length) {
            return rounds;
          }
          const baseUrl = config.getOptionalString('app.baseUrl');
          const gate = new RequestGate({
            requests,
            rounds,
            observatory,
            logger,
            ...(baseUrl && {
              url: `${baseUrl.replace(/\/$/, '')}/databases/requests`,
            }),
          });
          await scheduler.scheduleTask({
            id: TASK,
            frequency: { minutes: 1 },
            timeout: { minutes: 5 },
            // A replica that just started has seen nothing yet.
            initialDelay: { seconds: 15 },
            // Two at once would write one status twice.
            scope: 'global',
            fn: () => gate.run(),
          });
          lifecycle.addShutdownHook(
            watchRequests({
              repositories,
              rounds,
              store: observatory.store,
              events,
              logger,
              look: () =>
                scheduler.triggerTask(TASK).catch(error => {
                  // It looks at this moment.
                  if (!isError(error) || error.name !== 'ConflictError') {
                    throw error;
                  }
                }),
            }),
          );
          return rounds;
        },
      }),
    }),
});

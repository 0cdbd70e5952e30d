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
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  credentialLane,
  defaultLanes,
  defaultRegistries,
  deliveryLane,
  kubernetesKinds,
  observedKinds,
  parseAssessmentConfig,
  parseCredentialLaneOptions,
  parseDeliveryOptions,
} from '@basewell/plugin-databases-common/domain';
import {
  credentialSourceServiceRef,
  databaseEngineServiceRef,
  forgeServiceRef,
  layoutServiceRef,
} from '@basewell/plugin-databases-node';
import { CallerSnapshots } from '../kubernetes';
import { PageLinks } from '../answers/PageLinks';
import { HistoryStore } from '../history/HistoryStore';
import { RepositoryFacts } from '../repositories/RepositoryFacts';
import { MetricsReader, readMetricsSettings } from '../metrics';
import { readVaults, VaultReader } from '../vault';
import { Observatory } from './Observatory';
import { readSource } from './readSource';

/** Made with the plugin, and stopped with it. Tests put facts into its store. */
export const observatoryServiceRef = createServiceRef<Observatory>({
  id: 'databases.observatory',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        credentials: credentialSourceServiceRef,
        database: coreServices.database,
        discovery: coreServices.discovery,
        engines: databaseEngineServiceRef,
        events: eventsServiceRef,
        forges: forgeServiceRef,
        layouts: layoutServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
      },
      async factory({
        config,
        credentials,
        database,
        engines,
        lifecycle,
        logger,
        metrics,
        ...own
      }) {
        const builtIn = defaultRegistries();
        const delivery = parseDeliveryOptions(
          config.getOptional('databases.delivery'),
        );
        const allEngines = [...builtIn.engines, ...engines];
        const registries = {
          ...builtIn,
          engines: allEngines,
          // Of two lanes with one id the first counts.
          lanes: [
            deliveryLane(allEngines, delivery),
            credentialLane(
              allEngines,
              [...builtIn.credentials, ...credentials],
              {
                ...parseCredentialLaneOptions(
                  config.getOptional('databases.credentials'),
                ),
                secretMetadata: config.getOptionalBoolean(
                  'databases.kubernetes.secretMetadata',
                ),
                destinations: delivery.destinations,
              },
            ),
            ...builtIn.lanes,
          ],
        };
        const lanes = defaultLanes(registries);
        const kinds = observedKinds(lanes);
        const observatory = new Observatory({
          engines: registries.engines,
          lanes,
          kinds,
          assessment: parseAssessmentConfig(
            config.getOptional('databases.assessment'),
          ),
          links: PageLinks.fromConfig(config),
          history: await HistoryStore.create(database),
          source: readSource({ config, ...own }),
          readers: [
            new RepositoryFacts({
              config,
              logger,
              engines: registries.engines,
              ...own,
            }),
            new VaultReader({ configured: readVaults(config), logger }),
            new MetricsReader({
              configured: readMetricsSettings(config),
              engines: registries.engines,
              logger,
            }),
          ],
          auth: own.auth,
          snapshots: new CallerSnapshots({
            ...own,
            kinds: kubernetesKinds(kinds),
          }),
          logger,
          metrics,
        });
        lifecycle.addStartupHook(() => observatory.start());
        lifecycle.addShutdownHook(() => observatory.stop());
        return observatory;
      },
    }),
});

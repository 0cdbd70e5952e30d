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

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { EventsService, eventsServiceRef } from '@backstage/plugin-events-node';
import PromiseRouter from 'express-promise-router';
import { readDeliveries } from '../delivery/readDeliveries';
import {
  RunningDemoKubernetes,
  startDemoKubernetes,
} from '../estate/startDemoKubernetes';
import { parseVaultFile } from '../vault/VaultDocument';
import {
  createDemoForge,
  DemoForge,
  DemoForgeOptions,
  DemoRepositorySeed,
} from './createDemoForge';
import { demoUsers } from './DemoUser';

const workspace = resolve(resolvePackagePath('@basewell/demo'), '../..');

/**
 * The demo estate: its forge under /demo/forge, and its Kubernetes clusters on a
 * port of their own.
 */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        http: coreServices.rootHttpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, events, http, lifecycle, logger }) {
        const options = readOptions(config);
        // First, because who reads it does so at once.
        const kubernetes = config.has('demo.kubernetes')
          ? await startKubernetes({ config, lifecycle, logger })
          : undefined;
        const forge = await createDemoForge(options);
        if (kubernetes) {
          await deliverFrom(forge, options.repositories, kubernetes, logger);
        }
        tellOfMerges(forge, events, logger);
        const router = PromiseRouter();
        router.use('/forge', forge.router);
        router.get('/', (_, response) => {
          response.redirect(`${options.baseUrl}/`);
        });
        http.use('/demo', router);
        logger.info(`The demo forge is at ${options.baseUrl}`);
      },
    });
  },
});

async function startKubernetes(services: {
  readonly config: RootConfigService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
}): Promise<RunningDemoKubernetes> {
  const { config, lifecycle, logger } = services;
  const settings = config.getConfig('demo.kubernetes');
  const kubernetes = await startDemoKubernetes({
    folder: resolve(workspace, settings.getString('folder')),
    port: settings.getNumber('port'),
    token: settings.getString('token'),
    deliverTo: settings.getOptionalString('deliverTo'),
    speed: settings.getOptionalNumber('speed'),
    vault: await readVault(settings.getOptionalConfig('vault')),
    now: () => Date.now(),
    onError: error => logger.warn(`The demo estate stands still: ${error}`),
  });
  lifecycle.addShutdownHook(() => kubernetes.stop());
  logger.info(`The demo Kubernetes clusters are below ${kubernetes.url}`);
  return kubernetes;
}

/** `{ file, token }`: what it says, and to whom. */
async function readVault(settings: Config | undefined) {
  if (!settings) {
    return undefined;
  }
  const file = resolve(workspace, settings.getString('file'));
  return {
    documents: parseVaultFile(file, await readFile(file, 'utf8')),
    token: settings.getString('token'),
  };
}

/** What was merged, and what will be. */
async function deliverFrom(
  forge: DemoForge,
  repositories: readonly DemoRepositorySeed[],
  kubernetes: RunningDemoKubernetes,
  logger: LoggerService,
) {
  const deliver = async () => {
    const deliveries = await Promise.all(
      repositories.map(({ owner, name }) =>
        readDeliveries(forge.repository(owner, name)),
      ),
    );
    kubernetes.deliver(deliveries.flat());
  };
  await deliver();
  forge.onMerged(() => {
    deliver().catch(error =>
      logger.warn(`What was merged does not come up: ${error}`),
    );
  });
}

/** As the events module of a forge does when its webhook is called. */
function tellOfMerges(
  forge: DemoForge,
  events: EventsService,
  logger: LoggerService,
) {
  forge.onMerged(({ owner, name }) => {
    events
      .publish({
        topic: 'gitea.push',
        eventPayload: { repository: { full_name: `${owner}/${name}` } },
      })
      .catch(error =>
        logger.warn(`What was merged is seen within minutes: ${error}`),
      );
  });
}

/**
 * ```yaml
 * demo:
 *   directory: .demo            # relative to the workspace, like the folders
 *   repositories:
 *     - owner: platform
 *       name: gitops
 *       folder: examples/canon/platform
 *       extraFolder: examples/estate-git/gitops
 * ```
 */
function readOptions(config: RootConfigService): DemoForgeOptions {
  const directory = config.getOptionalString('demo.directory') ?? '.demo';
  const repositories = config.getOptionalConfigArray('demo.repositories') ?? [];
  return {
    directory: resolve(workspace, directory, 'forge'),
    baseUrl: `${config.getString('backend.baseUrl')}/demo/forge`,
    repositories: repositories.map(repository => {
      const extraFolder = repository.getOptionalString('extraFolder');
      return {
        owner: repository.getString('owner'),
        name: repository.getString('name'),
        folder: resolve(workspace, repository.getString('folder')),
        ...(extraFolder && { extraFolder: resolve(workspace, extraFolder) }),
      };
    }),
    users: demoUsers,
  };
}

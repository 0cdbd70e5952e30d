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

import { resolve } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import PromiseRouter from 'express-promise-router';
import { createDemoForge, DemoForgeOptions } from './createDemoForge';
import { demoUsers } from './DemoUser';

/** The demo estate: its forge under /demo/forge. */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        http: coreServices.rootHttpRouter,
        logger: coreServices.logger,
      },
      async init({ config, http, logger }) {
        const options = readOptions(config);
        const forge = await createDemoForge(options);
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

/**
 * ```yaml
 * demo:
 *   directory: .demo            # relative to the workspace, like the folders
 *   repositories:
 *     - { owner: platform, name: gitops, folder: examples/canon/platform }
 * ```
 */
function readOptions(config: RootConfigService): DemoForgeOptions {
  const workspace = resolve(resolvePackagePath('@basewell/demo'), '../..');
  const directory = config.getOptionalString('demo.directory') ?? '.demo';
  const repositories = config.getOptionalConfigArray('demo.repositories') ?? [];
  return {
    directory: resolve(workspace, directory, 'forge'),
    baseUrl: `${config.getString('backend.baseUrl')}/demo/forge`,
    repositories: repositories.map(repository => ({
      owner: repository.getString('owner'),
      name: repository.getString('name'),
      folder: resolve(workspace, repository.getString('folder')),
    })),
    users: demoUsers,
  };
}

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

/*
 * A Backstage backend with our plugin and the Kubernetes plugin, in a process of
 * its own, as both are run: real authentication, real permissions (switched
 * off), real proxy. Only the catalog is made of nothing. It is forked with its
 * `PortalSettings` as the only argument, says when it is ready, and ends with
 * its parent.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { benchPlugin } from './benchPlugin';
import { componentsOf } from './componentsOf';
import { PORTAL_TOKEN, PortalSettings } from './PortalSettings';

const { port, kubernetes, components }: PortalSettings = JSON.parse(
  process.argv[2],
);
const baseUrl = `http://127.0.0.1:${port}`;
const config = new ConfigReader({
  app: { baseUrl },
  backend: {
    baseUrl,
    listen: { host: '127.0.0.1', port },
    database: { client: 'better-sqlite3', connection: ':memory:' },
    auth: {
      externalAccess: [
        { type: 'static', options: { token: PORTAL_TOKEN, subject: 'bench' } },
      ],
    },
  },
  kubernetes,
});
const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => config,
  }),
);
backend.add(catalogServiceMock.factory({ entities: componentsOf(components) }));
backend.add(import('@backstage/plugin-kubernetes-backend'));
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- it is measured here
backend.add(import('@basewell/plugin-databases-backend'));
backend.add(benchPlugin);

process.on('disconnect', () => process.exit());
backend.start().then(
  () => process.send!('started'),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);

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

import { createAzureForge } from '@basewell/plugin-databases-node';
import { azureDialect } from '../forges';
import { integrationsOf } from './integrationsOf';
import { SimulatedHost, simulatedPortal } from './SimulatedHost';
import { startSimulatedHost } from './startSimulatedHost';

const { token } = simulatedPortal;
const owner = 'acme/Platform';

/** Azure DevOps Server. @public */
export const azureHost: SimulatedHost = {
  id: 'azure',
  title: 'Azure DevOps',
  owner,
  start: () => startSimulatedHost(azureDialect, ['vso.code_write']),
  repoUrl: (url, repository) =>
    `${new URL(url).host}?organization=acme&project=Platform&repo=${repository}`,
  integrations: url => ({
    azure: [
      {
        host: new URL(url).host,
        credentials: [{ personalAccessToken: token }],
      },
    ],
  }),
  forge: (url, runtime) =>
    createAzureForge({
      integrations: integrationsOf(azureHost, url),
      runtime: {
        ...runtime,
        // A simulated host has no certificate.
        fetch: (address, init) =>
          (runtime?.fetch ?? fetch)(
            String(address).replace('https:', 'http:'),
            init,
          ),
      },
    }),
};

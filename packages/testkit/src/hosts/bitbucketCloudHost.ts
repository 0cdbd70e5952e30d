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

import { createBitbucketCloudForge } from '@basewell/plugin-databases-node';
import { bitbucketCloudDialect } from '../forges';
import { integrationsOf } from './integrationsOf';
import { SimulatedHost, simulatedPortal } from './SimulatedHost';
import { startSimulatedHost } from './startSimulatedHost';

const { token } = simulatedPortal;
const owner = 'acme';

/** Bitbucket Cloud. @public */
export const bitbucketCloudHost: SimulatedHost = {
  id: 'bitbucketCloud',
  title: 'Bitbucket Cloud',
  owner,
  start: () =>
    startSimulatedHost(bitbucketCloudDialect, [
      'repository:write',
      'pullrequest:write',
    ]),
  repoUrl: (_url, repository) =>
    `bitbucket.org?workspace=${owner}&project=PLAT&repo=${repository}`,
  integrations: () => ({ bitbucketCloud: [{ token }] }),
  forge: (url, runtime) =>
    createBitbucketCloudForge({
      integrations: integrationsOf(bitbucketCloudHost, url),
      runtime: {
        ...runtime,
        // Bitbucket Cloud is where it is; the simulated one is elsewhere.
        fetch: (address, init) =>
          (runtime?.fetch ?? fetch)(
            String(address).replace(/^https:\/\/(?:api\.)?bitbucket\.org/, url),
            init,
          ),
      },
    }),
};

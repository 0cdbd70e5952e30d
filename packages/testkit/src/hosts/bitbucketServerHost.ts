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

import { createBitbucketServerForge } from '@basewell/plugin-databases-node';
import { bitbucketServerDialect } from '../forges';
import { integrationsOf } from './integrationsOf';
import { SimulatedHost, simulatedPortal } from './SimulatedHost';
import { startSimulatedHost } from './startSimulatedHost';

const { token } = simulatedPortal;
const owner = 'PLAT';

/** Bitbucket Data Center. @public */
export const bitbucketServerHost: SimulatedHost = {
  id: 'bitbucketServer',
  title: 'Bitbucket Data Center',
  owner,
  start: () => startSimulatedHost(bitbucketServerDialect, ['REPO_WRITE']),
  repoUrl: (url, repository) =>
    `${new URL(url).host}?project=${owner}&repo=${repository}`,
  integrations: url => ({
    bitbucketServer: [
      {
        ...{ host: new URL(url).host, token },
        apiBaseUrl: `${url}/rest/api/1.0`,
      },
    ],
  }),
  forge: (url, runtime) =>
    createBitbucketServerForge({
      integrations: integrationsOf(bitbucketServerHost, url),
      runtime,
    }),
};

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

import { createGithubForge } from '@basewell/plugin-databases-node';
import { githubDialect } from '../forges/githubDialect';
import { integrationsOf } from './integrationsOf';
import { SimulatedHost, simulatedPortal } from './SimulatedHost';
import { startSimulatedHost } from './startSimulatedHost';

const { token } = simulatedPortal;
const owner = 'acme';

/** GitHub Enterprise Server. @public */
export const githubHost: SimulatedHost = {
  id: 'github',
  title: 'GitHub',
  owner,
  start: () => startSimulatedHost(githubDialect([]), ['repo']),
  repoUrl: (url, repository) =>
    `${new URL(url).host}?owner=${owner}&repo=${repository}`,
  integrations: url => ({
    github: [{ host: new URL(url).host, token, apiBaseUrl: `${url}/api/v3` }],
  }),
  forge: (url, runtime) =>
    createGithubForge({
      integrations: integrationsOf(githubHost, url),
      runtime,
    }),
};

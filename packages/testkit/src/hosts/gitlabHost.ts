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

import { createGitlabForge } from '@basewell/plugin-databases-node';
import { gitlabDialect } from '../forges';
import { integrationsOf } from './integrationsOf';
import { SimulatedHost, simulatedPortal } from './SimulatedHost';
import { startSimulatedHost } from './startSimulatedHost';

const { token } = simulatedPortal;
const owner = 'platform/databases';

/** A self-managed GitLab, with subgroups. @public */
export const gitlabHost: SimulatedHost = {
  id: 'gitlab',
  title: 'GitLab',
  owner,
  start: () => startSimulatedHost(gitlabDialect, ['api']),
  repoUrl: (url, repository) =>
    `${new URL(url).host}?owner=${owner}&repo=${repository}`,
  integrations: url => ({
    gitlab: [
      {
        ...{ host: new URL(url).host, token, baseUrl: url },
        apiBaseUrl: `${url}/api/v4`,
      },
    ],
  }),
  forge: (url, runtime) =>
    createGitlabForge({
      integrations: integrationsOf(gitlabHost, url),
      runtime,
    }),
};

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

import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { azureDialect, ForgeSimulator } from '@basewell/testkit';
import { createAzureForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';
import { portal, seedRepository, simulatedHouse } from './simulatedHouse';

/** The repositories in two projects of an organization on a simulated Azure DevOps. */
export async function startAzureHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const azure = await ForgeSimulator.start(azureDialect);
  azure.addToken(portal.token, portal.login, ['vso.code_write']);
  const repositories = {
    platform: await seedRepository(
      azure,
      { owner: 'acme/Platform', name: 'gitops' },
      files.platform,
    ),
    app: await seedRepository(
      azure,
      { owner: 'acme/Web Shop', name: 'web-core' },
      files.app,
    ),
  };
  const { host } = new URL(azure.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        azure: [{ host, credentials: [{ personalAccessToken: portal.token }] }],
      },
    }),
  );

  return simulatedHouse(repositories, {
    repoUrls: {
      platform: `${host}?organization=acme&project=Platform&repo=gitops`,
      app: `${host}?organization=acme&project=Web%20Shop&repo=web-core`,
    },
    forges: runtime =>
      new Forges(integrations, [
        createAzureForge({
          integrations,
          runtime: {
            ...runtime,
            // A simulated host has no certificate.
            fetch: (address, init) =>
              runtime.fetch!(String(address).replace('https:', 'http:'), init),
          },
        }),
      ]),
    stop: () => azure.stop(),
  });
}

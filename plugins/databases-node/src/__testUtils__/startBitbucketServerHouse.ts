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
import { bitbucketServerDialect, ForgeSimulator } from '@basewell/testkit';
import { createBitbucketServerForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';
import { portal, seedRepository, simulatedHouse } from './simulatedHouse';

/** The repositories in two projects of a simulated Bitbucket Data Center. */
export async function startBitbucketServerHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const bitbucket = await ForgeSimulator.start(bitbucketServerDialect);
  bitbucket.addToken(portal.token, portal.login, ['REPO_WRITE']);
  const repositories = {
    platform: await seedRepository(
      bitbucket,
      { owner: 'PLAT', name: 'gitops' },
      files.platform,
    ),
    app: await seedRepository(
      bitbucket,
      { owner: 'SHOP', name: 'web-core' },
      files.app,
    ),
  };
  const { host } = new URL(bitbucket.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        bitbucketServer: [
          {
            ...{ host, token: portal.token },
            apiBaseUrl: `${bitbucket.url}/rest/api/1.0`,
          },
        ],
      },
    }),
  );

  return simulatedHouse(repositories, {
    repoUrls: {
      platform: `${host}?project=PLAT&repo=gitops`,
      app: `${bitbucket.url}/projects/SHOP/repos/web-core`,
    },
    forges: runtime =>
      new Forges(integrations, [
        createBitbucketServerForge({ integrations, runtime }),
      ]),
    stop: () => bitbucket.stop(),
  });
}

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
import { bitbucketCloudDialect, ForgeSimulator } from '@basewell/testkit';
import { createBitbucketCloudForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';
import { portal, seedRepository, simulatedHouse } from './simulatedHouse';

const BITBUCKET = /^https:\/\/(?:api\.)?bitbucket\.org/;

/** Both repositories in a workspace of a simulated Bitbucket Cloud. */
export async function startBitbucketCloudHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const bitbucket = await ForgeSimulator.start(bitbucketCloudDialect);
  bitbucket.addToken(portal.token, portal.login, [
    'repository:write',
    'pullrequest:write',
  ]);
  const repositories = {
    platform: await seedRepository(
      bitbucket,
      { owner: 'acme', name: 'gitops' },
      files.platform,
    ),
    app: await seedRepository(
      bitbucket,
      { owner: 'acme', name: 'web-core' },
      files.app,
    ),
  };
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: { bitbucketCloud: [{ token: portal.token }] },
    }),
  );

  return simulatedHouse(repositories, {
    repoUrls: {
      platform: 'bitbucket.org?workspace=acme&project=PLAT&repo=gitops',
      app: 'https://bitbucket.org/acme/web-core',
    },
    forges: runtime =>
      new Forges(integrations, [
        createBitbucketCloudForge({
          integrations,
          runtime: {
            ...runtime,
            // Bitbucket Cloud is where it is; the simulated one is elsewhere.
            fetch: (address, init) =>
              runtime.fetch!(
                String(address).replace(BITBUCKET, bitbucket.url),
                init,
              ),
          },
        }),
      ]),
    stop: () => bitbucket.stop(),
  });
}

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
import { startGithub } from '@basewell/testkit';
import { createGithubForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';
import { portal, seedRepository, simulatedHouse } from './simulatedHouse';

/** Both repositories on one simulated GitHub. */
export async function startGithubHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const github = await startGithub();
  const { token, login } = portal;
  github.addToken(token, login, ['repo']);
  const owner = 'owner';
  const repositories = {
    platform: await seedRepository(
      github,
      { owner, name: 'gitops' },
      files.platform,
    ),
    app: await seedRepository(github, { owner, name: 'web-core' }, files.app),
  };
  const { host } = new URL(github.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host, token, apiBaseUrl: `${github.url}/api/v3` }],
      },
    }),
  );

  return simulatedHouse(repositories, {
    repoUrls: {
      platform: `${host}?owner=owner&repo=gitops`,
      app: `${host}?owner=owner&repo=web-core`,
    },
    forges: runtime =>
      new Forges(integrations, [createGithubForge({ integrations, runtime })]),
    stop: () => github.stop(),
  });
}

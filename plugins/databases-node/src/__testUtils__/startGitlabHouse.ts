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
import { ForgeSimulator, gitlabDialect } from '@basewell/testkit';
import { createGitlabForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';
import { portal, seedRepository, simulatedHouse } from './simulatedHouse';

/** Both repositories in groups of one simulated GitLab. */
export async function startGitlabHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const gitlab = await ForgeSimulator.start(gitlabDialect);
  const { token, login } = portal;
  gitlab.addToken(token, login, ['api']);
  const platform = { owner: 'platform/databases', name: 'gitops' };
  const app = { owner: 'shop', name: 'web-core' };
  const repositories = {
    platform: await seedRepository(gitlab, platform, files.platform),
    app: await seedRepository(gitlab, app, files.app),
  };
  const { host } = new URL(gitlab.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        gitlab: [
          {
            ...{ host, token, baseUrl: gitlab.url },
            apiBaseUrl: `${gitlab.url}/api/v4`,
          },
        ],
      },
    }),
  );

  return simulatedHouse(repositories, {
    repoUrls: {
      platform: `${host}?owner=${platform.owner}&repo=${platform.name}`,
      app: `${host}?owner=${app.owner}&repo=${app.name}`,
    },
    forges: runtime =>
      new Forges(integrations, [createGitlabForge({ integrations, runtime })]),
    stop: () => gitlab.stop(),
  });
}

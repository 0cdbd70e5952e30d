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
import { ForgeSimulator, gitlabDialect, startGithub } from '@basewell/testkit';
import { createGithubForge, createGitlabForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';
import { portal, seedRepository, simulatedHouse } from './simulatedHouse';

/**
 * The platform's repository in a group of a simulated GitLab, the app's on a
 * simulated GitHub.
 */
export async function startMixedHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const gitlab = await ForgeSimulator.start(gitlabDialect);
  const github = await startGithub();
  const { token, login } = portal;
  gitlab.addToken(token, login, ['api']);
  github.addToken(token, login, ['repo']);
  const repositories = {
    platform: await seedRepository(
      gitlab,
      { owner: 'platform/databases', name: 'gitops' },
      files.platform,
    ),
    app: await seedRepository(
      github,
      { owner: 'shop', name: 'web-core' },
      files.app,
    ),
  };
  const lab = new URL(gitlab.url).host;
  const hub = new URL(github.url).host;
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        gitlab: [
          {
            ...{ host: lab, token, baseUrl: gitlab.url },
            apiBaseUrl: `${gitlab.url}/api/v4`,
          },
        ],
        github: [{ host: hub, token, apiBaseUrl: `${github.url}/api/v3` }],
      },
    }),
  );

  return simulatedHouse(repositories, {
    repoUrls: {
      platform: `${lab}?owner=platform/databases&repo=gitops`,
      app: `${hub}?owner=shop&repo=web-core`,
    },
    forges: runtime =>
      new Forges(integrations, [
        createGitlabForge({ integrations, runtime }),
        createGithubForge({ integrations, runtime }),
      ]),
    async stop() {
      await gitlab.stop();
      await github.stop();
    },
  });
}

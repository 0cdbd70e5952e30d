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
import { ForgeWorkingCopy, startGithub } from '@basewell/testkit';
import { createGithubForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';

const token = 'TEST-ONLY-token-of-the-portal';
const names = { platform: 'gitops', app: 'web-core' };

/** Both repositories on one simulated GitHub. */
export async function startGithubHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const github = await startGithub();
  github.addToken(token, 'portal', ['repo']);
  const seed = async (role: keyof typeof names) => {
    const repository = await github.createRepository({
      owner: 'owner',
      name: names[role],
      roles: { portal: 'write' },
    });
    const copy = await ForgeWorkingCopy.clone(repository.git.folder);
    await copy.push('main', {
      files: Object.fromEntries(
        Object.entries(files[role]).map(([path, content]) => [
          path,
          content.toString(),
        ]),
      ),
    });
    await copy.remove();
    return repository;
  };
  const repositories = {
    platform: await seed('platform'),
    app: await seed('app'),
  };
  const { host } = new URL(github.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host, token, apiBaseUrl: `${github.url}/api/v3` }],
      },
    }),
  );

  return {
    repoUrls: {
      platform: `${host}?owner=owner&repo=gitops`,
      app: `${host}?owner=owner&repo=web-core`,
    },
    forges: runtime =>
      new Forges(integrations, [createGithubForge({ integrations, runtime })]),
    gitUrl: role => repositories[role].git.folder,
    async open(role) {
      const pulls = await repositories[role].pulls();
      return pulls.filter(({ state }) => state === 'open');
    },
    async close(role, number) {
      await repositories[role].change(number, { state: 'closed' });
    },
    async merge(role, number) {
      await repositories[role].merge(number, 'portal');
    },
    stop: () => github.stop(),
  };
}

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
import { RepositoryRole } from '@basewell/plugin-databases-common';
import { startGitea } from '@basewell/testkit';
import { createGiteaForge, Forges } from '../forges';
import { HouseFiles, PublishHouse } from './PublishHouse';

const names = { platform: 'gitops', app: 'web-core' };

/** Both repositories on one real Gitea. */
export async function startGiteaHouse(
  files: HouseFiles,
): Promise<PublishHouse> {
  const gitea = await startGitea();
  await gitea.createUser('owner');
  const token = await gitea.token('owner', ['write:repository']);
  for (const role of ['platform', 'app'] as const) {
    await gitea.createRepository({
      owner: 'owner',
      name: names[role],
      files: files[role],
    });
  }
  const { host } = new URL(gitea.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        gitea: [{ host, baseUrl: gitea.url, password: token }],
      },
    }),
  );
  const pulls = (role: RepositoryRole) => `/repos/owner/${names[role]}/pulls`;

  return {
    repoUrls: {
      platform: `${host}?owner=owner&repo=gitops`,
      app: `${host}?owner=owner&repo=web-core`,
    },
    forges: runtime =>
      new Forges(integrations, [createGiteaForge({ integrations, runtime })]),
    gitUrl(role) {
      const url = new URL(`${gitea.url}/owner/${names[role]}.git`);
      url.username = 'owner';
      url.password = token;
      return url.toString();
    },
    async open(role) {
      const open: any[] = await gitea.api(`${pulls(role)}?state=open&limit=50`);
      return open.map(({ number, head }) => ({ number, branch: head.ref }));
    },
    async close(role, number) {
      await gitea.api(`${pulls(role)}/${number}`, {
        method: 'PATCH',
        body: JSON.stringify({ state: 'closed' }),
      });
    },
    async merge(role, number) {
      await gitea.api(`${pulls(role)}/${number}/merge`, {
        method: 'POST',
        body: JSON.stringify({ Do: 'merge' }),
      });
    },
    stop: () => gitea.stop(),
  };
}

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
import { createPublishGitlabMergeRequestAction } from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { createGitlabForge } from '@basewell/plugin-databases-node';
import { ForgeSimulator, gitlabDialect } from '@basewell/testkit';
import { askHost } from './askHost';
import { PublishingHost } from './PublishingHost';
import { runAction } from './runAction';

const token = 'TEST-ONLY-token-of-the-portal';
const owner = 'platform/databases';

/** A simulated GitLab. */
export async function gitlabHost(): Promise<PublishingHost> {
  const simulator = await ForgeSimulator.start(gitlabDialect);
  simulator.addToken(token, 'portal', ['api']);
  const { host } = new URL(simulator.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        gitlab: [
          {
            ...{ host, token, baseUrl: simulator.url },
            apiBaseUrl: `${simulator.url}/api/v4`,
          },
        ],
      },
    }),
  );
  const repoUrl = (name: string) => `${host}?owner=${owner}&repo=${name}`;
  const action = createPublishGitlabMergeRequestAction({ integrations });

  return {
    simulator,
    owner,
    repoUrls: { platform: repoUrl('gitops'), app: repoUrl('web-core') },
    forge: createGitlabForge({ integrations }),
    action: {
      id: action.id,
      run: change => runAction(action, repoUrl(change.repository), change),
    },
    async byBareRequests({ repository, branch, files }) {
      const project = encodeURIComponent(`${owner}/${repository}`);
      const root = `${simulator.url}/api/v4/projects/${project}`;
      await askHost(`${root}/repository/commits`, token, {
        ...{ branch, start_branch: 'main', commit_message: branch },
        actions: files.map(([path, content]) => ({
          ...{ action: 'create', file_path: path, content },
        })),
      });
      await askHost(`${root}/merge_requests`, token, {
        source_branch: branch,
        target_branch: 'main',
        title: branch,
      });
    },
  };
}

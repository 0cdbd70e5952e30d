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
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { createGithubForge } from '@basewell/plugin-databases-node';
import { startGithub } from '@basewell/testkit';
import { askHost } from './askHost';
import { PublishingHost } from './PublishingHost';
import { runAction } from './runAction';

const token = 'TEST-ONLY-token-of-the-portal';
const owner = 'owner';

/** A simulated GitHub Enterprise Server. */
export async function githubHost(): Promise<PublishingHost> {
  const simulator = await startGithub();
  simulator.addToken(token, 'portal', ['repo']);
  const { host } = new URL(simulator.url);
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host, token, apiBaseUrl: `${simulator.url}/api/v3` }],
      },
    }),
  );
  const repoUrl = (name: string) => `${host}?owner=${owner}&repo=${name}`;
  const action = createPublishGithubPullRequestAction({
    integrations,
    githubCredentialsProvider:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
  });
  const ask = (query: string, variables: object) =>
    askHost(`${simulator.url}/api/graphql`, token, { query, variables });

  return {
    simulator,
    owner,
    repoUrls: { platform: repoUrl('gitops'), app: repoUrl('web-core') },
    forge: createGithubForge({ integrations }),
    action: {
      id: action.id,
      run: change => runAction(action, repoUrl(change.repository), change),
    },
    async byBareRequests({ repository: name, branch, files }) {
      const { data } = await ask(
        `query ($owner: String!, $name: String!) {
          repository(owner: $owner, name: $name) {
            id
            ref(qualifiedName: "refs/heads/main") { target { oid } }
          }
        }`,
        { owner, name },
      );
      const { id, ref } = data.repository;
      await ask(
        `mutation ($ref: CreateRefInput!, $commit: CreateCommitOnBranchInput!, $pull: CreatePullRequestInput!) {
          createRef(input: $ref) { clientMutationId }
          createCommitOnBranch(input: $commit) { clientMutationId }
          createPullRequest(input: $pull) { clientMutationId }
        }`,
        {
          ref: {
            repositoryId: id,
            name: `refs/heads/${branch}`,
            oid: ref.target.oid,
          },
          commit: {
            branch: {
              repositoryNameWithOwner: `${owner}/${name}`,
              branchName: branch,
            },
            expectedHeadOid: ref.target.oid,
            message: { headline: branch },
            fileChanges: {
              additions: files.map(([path, content]) => ({
                path,
                contents: Buffer.from(content).toString('base64'),
              })),
            },
          },
          pull: {
            repositoryId: id,
            ...{ headRefName: branch, baseRefName: 'main', title: branch },
          },
        },
      );
    },
  };
}

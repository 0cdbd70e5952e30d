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

import { DefaultGithubCredentialsProvider } from '@backstage/integration';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { githubHost } from '@basewell/testkit';
import { askHost } from './askHost';
import { PublishingHost } from './PublishingHost';

const { owner } = githubHost;

/** One question, and one document that makes branch, commit and pull request. */
export const githubPublishing: PublishingHost = {
  host: githubHost,
  action: integrations =>
    createPublishGithubPullRequestAction({
      integrations,
      githubCredentialsProvider:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    }),
  async byBareRequests(url, { repository: name, branch, files }) {
    const ask = (query: string, variables: object) =>
      askHost(`${url}/api/graphql`, { query, variables });
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

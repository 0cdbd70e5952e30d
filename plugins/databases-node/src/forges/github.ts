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

/*
 * GitHub, and GitHub Enterprise Server 3.14 or newer, by GraphQL at
 * https://api.github.com/graphql, or https://HOST/api/graphql:
 *
 *   repository.ref                        branches, and what protects the base branch
 *   repository.rulesets, .parent          rules of branches, what a fork was made from
 *   repository.object.file                files, folders, what stands at a path
 *   repository.object.history             commits of a file
 *   repository.pullRequests, .pullRequest
 *   createRef, createCommitOnBranch       one commit, signed by GitHub
 *   updateRefs                            moves a branch from one commit to another
 *   deleteRef
 *   createPullRequest, updatePullRequest, closePullRequest
 *   convertPullRequestToDraft, markPullRequestReadyForReview
 *
 * and by REST, below https://api.github.com or https://HOST/api/v3, for what
 * GraphQL does not have:
 *
 *   GET  /repos/{owner}/{repo}/git/blobs/{id}           bytes that are no text, or many
 *   GET  /repos/{owner}/{repo}/git/trees/{id}?recursive all names
 *   POST /repos/{owner}/{repo}/git/blobs, /git/trees, /git/commits
 *                                                       commits with executable files, or in place of others
 *   GET  /repos/{owner}/{repo}/rules/branches/{branch}, /rulesets/{id}
 *                                                       where a rule may refuse a branch or a commit
 *   POST /repos/{owner}/{repo}/statuses/{commit}
 */
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { filePage } from './filePage';
import { Forge, ForgeOptions } from './Forge';
import { ForgeHttp } from './ForgeHttp';
import { ForgeRuntime, nodeRuntime } from './ForgeRuntime';
import { GithubApi } from './GithubApi';
import { githubAddress } from './githubAddress';
import { githubCredentials } from './githubCredentials';
import { GithubRepository } from './GithubRepository';
import { githubStatus } from './githubStatus';
import { RequestSlots } from './RequestSlots';

/** GitHub asks for requests one after the other; two are far from its limits. */
const MOST_REQUESTS_AT_ONCE = 2;

/**
 * GitHub and GitHub Enterprise, configured by `integrations.github`: with a token,
 * or with a GitHub App.
 *
 * @public
 */
export function createGithubForge(options: {
  readonly integrations: ScmIntegrationRegistry;
  readonly runtime?: Partial<ForgeRuntime>;
}): Forge {
  const runtime = { ...nodeRuntime, ...options.runtime };
  const slots = new RequestSlots(MOST_REQUESTS_AT_ONCE);
  const provider = DefaultGithubCredentialsProvider.fromIntegrations(
    options.integrations,
  );

  return {
    id: 'github',
    open(ref: RepositoryRef, { token, signal }: ForgeOptions = {}) {
      const integration = options.integrations.github.byHost(ref.host);
      if (!integration) {
        throw new InputError(
          `No integration in app-config knows ${ref.host}, the host of ${ref.owner}/${ref.repo}: add it to integrations.github with host, and a token or apps`,
        );
      }
      const { baseUrl, rest } = githubAddress(integration.config);
      const connect = async () => {
        const timeout = AbortSignal.timeout(runtime.timeout);
        const credentials = await githubCredentials(provider, ref, {
          userToken: token,
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
        return new ForgeHttp({
          baseUrl,
          repository: `${ref.owner}/${ref.repo} on ${ref.host}`,
          ...credentials,
          statusOf: githubStatus,
          slots,
          runtime,
          signal,
        });
      };
      return new GithubRepository(ref, new GithubApi(ref, { connect, rest }));
    },
    fileUrl: (ref, file) =>
      options.integrations.github.byHost(ref.host) &&
      filePage(`https://${ref.host}`, ref, 'blob', file),
  };
}

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
 * GitLab 16 or newer, gitlab.com or self-managed:
 *
 * REST below /api/v4/projects/{group}%2F{project}
 *   GET    /                                        whether it exists, after a first 404
 *   GET    /, /protected_branches, /push_rule       what Maintainers are told of rules
 *   GET    /repository/branches/{branch}
 *   GET    /repository/tree                         names of all, 100 at a time
 *   GET    /repository/commits                      of one file
 *   GET    /repository/blobs/{id}                   bytes that are no text
 *   POST   /repository/commits                      one commit with many files
 *   DELETE /repository/branches/{branch}
 *   GET    /merge_requests, /merge_requests/{number}
 *   POST   /merge_requests
 *   PUT    /merge_requests/{number}
 *   POST   /statuses/{commit}
 *
 * GraphQL at /api/graphql
 *   project.repository.blobs                        many files, and what is allowed
 *   project.repository.tree                         names in many folders
 *
 * Git at /{group}/{project}.git
 *   POST   /git-receive-pack                        moves a branch from one commit to another
 *
 * A draft is a merge request whose title begins with "Draft:".
 *
 * https://docs.gitlab.com/api/rest/, https://docs.gitlab.com/api/graphql/reference/
 */
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { filePage } from './filePage';
import { Forge, ForgeOptions } from './Forge';
import { ForgeHttp, ForgeHttpOptions } from './ForgeHttp';
import { ForgeRuntime, nodeRuntime } from './ForgeRuntime';
import { GitlabApi } from './GitlabApi';
import { gitlabCredentials } from './gitlabCredentials';
import { GitlabRepository } from './GitlabRepository';
import { RequestSlots } from './RequestSlots';

/** More at once for one repository contend for its locks. */
const MOST_REQUESTS_AT_ONCE = 2;

/**
 * GitLab, configured by `integrations.gitlab`.
 *
 * @public
 */
export function createGitlabForge(options: {
  readonly integrations: ScmIntegrationRegistry;
  readonly runtime?: Partial<ForgeRuntime>;
}): Forge {
  const runtime = { ...nodeRuntime, ...options.runtime };
  const slots = new RequestSlots(MOST_REQUESTS_AT_ONCE);

  return {
    id: 'gitlab',
    open(ref: RepositoryRef, { token, signal }: ForgeOptions = {}) {
      const integration = options.integrations.gitlab.byHost(ref.host);
      if (!integration) {
        throw new InputError(
          `No integration in app-config knows ${ref.host}, the host of ${ref.owner}/${ref.repo}: add it to integrations.gitlab with host, apiBaseUrl and token`,
        );
      }
      const { apiBaseUrl, baseUrl } = integration.config;
      if (!apiBaseUrl.endsWith('/v4')) {
        throw new InputError(
          `apiBaseUrl of ${ref.host} in integrations.gitlab is ${apiBaseUrl}; it must end in /api/v4`,
        );
      }
      const { api, git, secrets, advice } = gitlabCredentials(
        integration.config,
        token,
      );
      const http = (address: string, headers: ForgeHttpOptions['headers']) =>
        new ForgeHttp({
          baseUrl: address,
          headers,
          repository: `${ref.owner}/${ref.repo} on ${ref.host}`,
          secrets,
          advice,
          slots,
          runtime,
          signal,
        });
      return new GitlabRepository(
        ref,
        new GitlabApi(
          ref,
          http(apiBaseUrl.slice(0, -'/v4'.length), api),
          http(baseUrl, git),
        ),
      );
    },
    fileUrl(ref, file) {
      const config = options.integrations.gitlab.byHost(ref.host)?.config;
      return config && filePage(config.baseUrl, ref, '-/blob', file);
    },
  };
}

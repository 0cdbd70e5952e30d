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
 * Bitbucket Data Center 7.13 or newer (drafts from 8.18), and Bitbucket Server:
 *
 * REST at /rest/api/1.0, below /projects/{project}/repos/{repository}
 *   GET    /                                      whether it may be seen, or is archived
 *   GET    /branches?filterText=…
 *   GET    /commits?path=…&until=…                of one file
 *   GET    /pull-requests, /pull-requests/{id}
 *   POST   /pull-requests, /pull-requests/{id}/decline
 *   PUT    /pull-requests/{id}
 *   POST   /commits/{commit}/builds               its status
 * and at /rest/branch-utils/1.0
 *   DELETE /branches
 *
 * Git at /scm/{project}/{repository}.git
 *   POST   /git-upload-pack                       folders of a commit, and contents of files
 *   POST   /git-receive-pack                      one commit with many files
 *
 * The API commits one file at a time and does not say which of them are links; a
 * partial clone, which it has since 7.13, brings folders without files.
 *
 * https://developer.atlassian.com/server/bitbucket/rest/
 */
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { BitbucketServerApi } from './BitbucketServerApi';
import { bitbucketServerCredentials } from './bitbucketServerCredentials';
import { BitbucketServerRepository } from './BitbucketServerRepository';
import { Forge, ForgeOptions } from './Forge';
import { ForgeHttp } from './ForgeHttp';
import { ForgeRuntime, nodeRuntime } from './ForgeRuntime';
import { RequestSlots } from './RequestSlots';

/** More at once for one repository contend for its locks. */
const MOST_REQUESTS_AT_ONCE = 2;
const API = /\/rest\/api\/(1\.0|latest)$/;
/** Of accounts that may not, which is a 401 here as of those that are not known. */
const FORBIDDEN = /AuthorisationException/;

/**
 * Bitbucket Data Center, configured by `integrations.bitbucketServer`.
 *
 * @public
 */
export function createBitbucketServerForge(options: {
  readonly integrations: ScmIntegrationRegistry;
  readonly runtime?: Partial<ForgeRuntime>;
}): Forge {
  const runtime = { ...nodeRuntime, ...options.runtime };
  const slots = new RequestSlots(MOST_REQUESTS_AT_ONCE);

  return {
    id: 'bitbucketServer',
    open(ref: RepositoryRef, { token, signal }: ForgeOptions = {}) {
      const integration = options.integrations.bitbucketServer.byHost(ref.host);
      if (!integration) {
        throw new InputError(
          `No integration in app-config knows ${ref.host}, the host of ${ref.owner}/${ref.repo}: add it to integrations.bitbucketServer with host, apiBaseUrl and token`,
        );
      }
      const { config } = integration;
      const [suffix, version] = API.exec(config.apiBaseUrl) ?? [];
      if (!suffix) {
        throw new InputError(
          `apiBaseUrl of ${ref.host} in integrations.bitbucketServer is ${config.apiBaseUrl}; it must end in /rest/api/1.0`,
        );
      }
      const baseUrl = config.apiBaseUrl.slice(0, -suffix.length);
      const { headers, secrets, advice } = bitbucketServerCredentials(
        config,
        token,
      );
      const http = new ForgeHttp({
        baseUrl,
        headers: { ...headers, 'git-protocol': 'version=2' },
        repository: `${ref.owner}/${ref.repo} on ${ref.host}`,
        secrets,
        advice,
        statusOf: (status, text) =>
          status === 401 && FORBIDDEN.test(text) ? 403 : status,
        limitStatus: 429,
        slots,
        runtime,
        signal,
      });
      const name = config.username ?? 'Basewell';
      return new BitbucketServerRepository(
        ref,
        new BitbucketServerApi(ref, http, version),
        pageOf(baseUrl, ref),
        {
          author: { name, email: `${name.toLowerCase()}@${hostName(ref)}` },
          now: runtime.now,
        },
      );
    },
    fileUrl(ref, { commit, branch, path, line }) {
      const config = options.integrations.bitbucketServer.byHost(
        ref.host,
      )?.config;
      const file = path.split('/').map(encodeURIComponent).join('/');
      return (
        config &&
        `${pageOf(config.apiBaseUrl.replace(API, ''), ref)}/browse/${file}?at=${encodeURIComponent(branch ? `refs/heads/${branch}` : commit)}#${line}`
      );
    },
  };
}

function pageOf(baseUrl: string, { owner, repo }: RepositoryRef): string {
  const [project, name] = [owner, repo].map(encodeURIComponent);
  return `${baseUrl}/projects/${project}/repos/${name}`;
}

function hostName({ host }: RepositoryRef): string {
  return host.split(':')[0];
}

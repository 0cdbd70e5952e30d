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
 * Bitbucket Cloud, bitbucket.org:
 *
 * REST at https://api.bitbucket.org/2.0, below /repositories/{workspace}/{repository}
 *   GET    /                                          whether it may be seen, how large it is
 *   GET    /refs/branches?q=…, /refs/branches/{name}
 *   DELETE /refs/branches/{name}
 *   GET    /src/{commit}/{path}                       bytes of a file, names of a folder, 100 at a time
 *   POST   /src                                       one commit with many files, as a form
 *   GET    /commits/{commit}?path=…                   of one file
 *   GET    /commit/{commit}                           its whole id
 *   GET    /pullrequests?q=…, /pullrequests/{id}
 *   POST   /pullrequests, /pullrequests/{id}/decline
 *   PUT    /pullrequests/{id}
 *   POST   /commit/{commit}/statuses/build
 * and below /workspaces/{workspace}
 *   GET    /members                                   who reviewers are
 *
 * Git at https://bitbucket.org/{workspace}/{repository}.git
 *   POST   /git-upload-pack                           a commit with all its files, of a small repository
 *   POST   /git-receive-pack                          moves a branch from one commit to another
 *
 * https://developer.atlassian.com/cloud/bitbucket/rest/
 */
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { BitbucketCloudApi } from './BitbucketCloudApi';
import { bitbucketCloudCredentials } from './bitbucketCloudCredentials';
import { BitbucketCloudRepository } from './BitbucketCloudRepository';
import { filePage } from './filePage';
import { Forge, ForgeOptions } from './Forge';
import { ForgeHttp, ForgeHttpOptions } from './ForgeHttp';
import { ForgeRuntime, nodeRuntime } from './ForgeRuntime';
import { RequestSlots } from './RequestSlots';

/** More at once for one repository contend for its locks. */
const MOST_REQUESTS_AT_ONCE = 2;

/**
 * Bitbucket Cloud, configured by `integrations.bitbucketCloud`.
 *
 * @public
 */
export function createBitbucketCloudForge(options: {
  readonly integrations: ScmIntegrationRegistry;
  readonly runtime?: Partial<ForgeRuntime>;
}): Forge {
  const runtime = { ...nodeRuntime, ...options.runtime };
  const slots = new RequestSlots(MOST_REQUESTS_AT_ONCE);

  return {
    id: 'bitbucketCloud',
    open(ref: RepositoryRef, { token, signal }: ForgeOptions = {}) {
      const integration = options.integrations.bitbucketCloud.byHost(ref.host);
      if (!integration) {
        throw new InputError(
          `No integration in app-config knows ${ref.host}, the host of ${ref.owner}/${ref.repo}: add it to integrations.bitbucketCloud with username and token`,
        );
      }
      const { api, git, secrets, advice } = bitbucketCloudCredentials(
        integration.config,
        token,
      );
      const http = (baseUrl: string, headers: ForgeHttpOptions['headers']) =>
        new ForgeHttp({
          baseUrl,
          headers,
          repository: `${ref.owner}/${ref.repo} on ${ref.host}`,
          secrets,
          advice,
          slots,
          runtime,
          signal,
        });
      return new BitbucketCloudRepository(
        ref,
        new BitbucketCloudApi(
          ref,
          http(integration.config.apiBaseUrl, api),
          http(`https://${integration.config.host}`, git),
        ),
      );
    },
    fileUrl(ref, file) {
      const { host } = ref;
      return options.integrations.bitbucketCloud.byHost(host)
        ? filePage(`https://${host}`, ref, 'src', file).replace(
            /#L(\d+)$/,
            '#lines-$1',
          )
        : undefined;
    },
  };
}

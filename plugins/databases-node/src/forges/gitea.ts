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
 * Gitea 1.24 or newer, and Forgejo, by their REST API below /api/v1:
 *
 *   GET    /repos/{owner}/{repo}                             what is allowed; whether it exists, after a first 404
 *   GET    /repos/{owner}/{repo}/branch_protections          rules of branches, which administrators read
 *   GET    /repos/{owner}/{repo}/signing-key.gpg             where such a rule wants signed commits
 *   GET    /repos/{owner}/{repo}/git/refs/heads/{branch}
 *   GET    /repos/{owner}/{repo}/git/trees/{commit}          names of the whole tree, 1,000 a page
 *   GET    /repos/{owner}/{repo}/git/trees/refs%2Fheads%2F{branch}
 *                                                            the same, and the commit of the branch
 *   GET    /repos/{owner}/{repo}/git/trees/{commit}:{folder} names in one folder
 *   GET    /repos/{owner}/{repo}/commits                     commits that changed one file
 *   GET    /repos/{owner}/{repo}/file-contents               many files (Gitea 1.25), else
 *   GET    /repos/{owner}/{repo}/contents/{path}             one file
 *   POST   /repos/{owner}/{repo}/contents                    one commit with many files
 *   PUT    /repos/{owner}/{repo}/branches/{branch}           takes a commit back (Gitea 1.26)
 *   DELETE /repos/{owner}/{repo}/branches/{branch}
 *   GET    /repos/{owner}/{repo}/pulls/{base}/{head}         one pull request of a branch
 *   GET    /repos/{owner}/{repo}/pulls, /pulls/{number}
 *   GET    /repos/{owner}/{repo}/git/refs/pull/{number}/head
 *   POST   /repos/{owner}/{repo}/pulls
 *   PATCH  /repos/{owner}/{repo}/pulls/{number}
 *   POST   /repos/{owner}/{repo}/statuses/{commit}
 *
 * A draft is a pull request whose title begins with "WIP:".
 */
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { filePage } from './filePage';
import { Forge, ForgeOptions } from './Forge';
import { ForgeHttp } from './ForgeHttp';
import { ForgeRuntime, nodeRuntime } from './ForgeRuntime';
import { GiteaApi } from './GiteaApi';
import { giteaCredentials } from './giteaCredentials';
import { GiteaRepository } from './GiteaRepository';
import { RequestSlots } from './RequestSlots';

/** More at once for one repository contend for its locks. */
const MOST_REQUESTS_AT_ONCE = 2;

/**
 * Gitea and Forgejo, configured by `integrations.gitea`.
 *
 * @public
 */
export function createGiteaForge(options: {
  readonly integrations: ScmIntegrationRegistry;
  readonly runtime?: Partial<ForgeRuntime>;
}): Forge {
  const runtime = { ...nodeRuntime, ...options.runtime };
  const slots = new RequestSlots(MOST_REQUESTS_AT_ONCE);

  return {
    id: 'gitea',
    open(ref: RepositoryRef, { token, signal }: ForgeOptions = {}) {
      const integration = options.integrations.gitea.byHost(ref.host);
      if (!integration) {
        throw new InputError(
          `No integration in app-config knows ${ref.host}, the host of ${ref.owner}/${ref.repo}: add it to integrations.gitea with host, and username and password or a token as password`,
        );
      }
      const { baseUrl = `https://${ref.host}` } = integration.config;
      const http = new ForgeHttp({
        baseUrl: `${baseUrl}/api/v1`,
        repository: `${ref.owner}/${ref.repo} on ${ref.host}`,
        ...giteaCredentials(integration.config, token),
        slots,
        runtime,
        signal,
      });
      return new GiteaRepository(ref, new GiteaApi(ref, http));
    },
    fileUrl(ref, file) {
      const config = options.integrations.gitea.byHost(ref.host)?.config;
      return (
        config &&
        filePage(
          config.baseUrl ?? `https://${ref.host}`,
          ref,
          file.branch === undefined ? 'src/commit' : 'src/branch',
          file,
        )
      );
    },
  };
}

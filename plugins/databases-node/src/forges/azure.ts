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
 * Azure DevOps Services, or Server 2022.1 and newer, at https://{host}/{organization}/{project},
 * where a Server has its collection instead of the organization.
 *
 * REST below /_apis/git/repositories/{repository}, with api-version=7.1
 *   GET    /                                    whether it exists, after a first 404
 *   GET    /refs                                branches whose name begins with a text
 *   POST   /refs                                moves and deletes branches, each from a known commit
 *   POST   /itemsbatch                          what is in folders
 *   POST   /blobs                               many files, as a zip
 *   GET    /commits                             of one file
 *   POST   /pushes                              one commit with many files
 *   GET    /pullrequests, /pullrequests/{id}
 *   POST   /pullrequests
 *   PATCH  /pullrequests/{id}
 *   GET    /pullrequests/{id}/threads           the rest of a description, and
 *   POST, PATCH                                 its comment
 *   POST   /pullrequests/{id}/reviewers
 *   POST   /pullrequestquery                    which a commit is in
 *   POST   /commits/{commit}/statuses, /pullrequests/{id}/statuses
 *
 * below the organization
 *   POST   /_apis/security/permissionevaluationbatch           what the account may
 *   GET    /{project}/_apis/git/policy/configurations          which branches are protected
 * and at https://vssps.dev.azure.com/{organization}, or a Server's own address
 *   GET    /_apis/identities                                   who reviewers are
 *
 * A wrong token is answered with a page to sign in at, and the status 203.
 *
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/git/
 */
import { InputError } from '@backstage/errors';
import {
  DefaultAzureDevOpsCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { AzureApi, AzureHost } from './AzureApi';
import { azureCredentials } from './azureCredentials';
import { azurePage } from './azurePage';
import { AzureRepository } from './AzureRepository';
import { Forge, ForgeOptions } from './Forge';
import { ForgeHttp } from './ForgeHttp';
import { ForgeRuntime, nodeRuntime } from './ForgeRuntime';
import { RequestSlots } from './RequestSlots';

/** Azure DevOps weighs what requests take, not how many there are. */
const MOST_REQUESTS_AT_ONCE = 2;
/** Non-Authoritative Information: the page to sign in at. */
const SIGN_IN = 203;

/**
 * Azure DevOps, configured by `integrations.azure`: with personal access tokens,
 * service principals or managed identities.
 *
 * @public
 */
export function createAzureForge(options: {
  readonly integrations: ScmIntegrationRegistry;
  readonly runtime?: Partial<ForgeRuntime>;
}): Forge {
  const runtime = { ...nodeRuntime, ...options.runtime };
  const slots = new RequestSlots(MOST_REQUESTS_AT_ONCE);
  const provider = DefaultAzureDevOpsCredentialsProvider.fromIntegrations(
    options.integrations,
  );

  return {
    id: 'azure',
    open(ref: RepositoryRef, { token, signal }: ForgeOptions = {}) {
      if (!options.integrations.azure.byHost(ref.host)) {
        throw new InputError(
          `No integration in app-config knows ${ref.host}, the host of ${ref.owner}/${ref.repo}: add it to integrations.azure with host and credentials`,
        );
      }
      if (!ref.owner.includes('/')) {
        throw new InputError(
          `${ref.owner}/${ref.repo} on ${ref.host} has no project: write repoUrl as ${ref.host}?organization=ORGANIZATION&project=PROJECT&repo=REPOSITORY`,
        );
      }
      const connect = async (part: AzureHost) => {
        const timeout = AbortSignal.timeout(runtime.timeout);
        const credentials = await azureCredentials(provider, ref, {
          userToken: token,
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
        return new ForgeHttp({
          baseUrl: `https://${part === 'identities' ? identityHost(ref) : ref.host}`,
          repository: `${ref.owner}/${ref.repo} on ${ref.host}`,
          ...credentials,
          statusOf: status => (status === SIGN_IN ? 401 : status),
          slots,
          runtime,
          signal,
        });
      };
      return new AzureRepository(ref, new AzureApi(ref, connect));
    },
    fileUrl: (ref, file) =>
      options.integrations.azure.byHost(ref.host) && azurePage(ref, file),
  };
}

/** Azure DevOps Services have another address for people, a Server has not. */
function identityHost({ host }: RepositoryRef): string {
  return host === 'dev.azure.com' ? 'vssps.dev.azure.com' : host;
}

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

import { IncomingMessage } from 'node:http';
import { azureSignIn, withAzureVersion } from './AzureProject';
import { azurePullRequestEndpoints } from './azurePullRequestEndpoints';
import { azurePushEndpoints } from './azurePushEndpoints';
import { azureReadingEndpoints } from './azureReadingEndpoints';
import { azureRefEndpoints } from './azureRefEndpoints';
import { azureReviewerEndpoints } from './azureReviewerEndpoints';
import { azureRuleEndpoints } from './azureRuleEndpoints';
import { azureStatusEndpoints } from './azureStatusEndpoints';
import { azureThreadEndpoints } from './azureThreadEndpoints';
import { ForgeDialect } from './ForgeSimulator';

const BLOCKED = {
  status: 429,
  body: {
    $id: '1',
    message:
      "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource 'Concurrency' in namespace 'User'.",
    typeKey: 'RequestBlockedException',
  },
};

/**
 * Azure DevOps as https://learn.microsoft.com/en-us/rest/api/azure/devops/git/
 * describes version 7.1 of its API, as far as the forge goes. Owners are
 * `organization/project`. Scopes of tokens are `vso.code`, `vso.code_status`,
 * `vso.code_write` and `vso.identity`. Who may `read` is a Reader, who may `write` a Contributor.
 *
 * @public
 */
export const azureDialect: ForgeDialect = {
  endpoints: simulator =>
    [
      ...azureReadingEndpoints(simulator),
      ...azureRefEndpoints(simulator),
      ...azurePushEndpoints(simulator),
      ...azurePullRequestEndpoints(simulator),
      ...azureThreadEndpoints(simulator),
      ...azureStatusEndpoints(simulator),
      ...azureRuleEndpoints(simulator),
      ...azureReviewerEndpoints(simulator),
    ].map(endpoint => withAzureVersion(simulator, endpoint)),
  readToken,
  unauthorized: azureSignIn,
  // https://learn.microsoft.com/en-us/azure/devops/integrate/concepts/rate-limits#api-client-experience
  limits: { prefix: 'x-ratelimit', exhausted: BLOCKED, burst: BLOCKED },
};

/** A bearer of Microsoft Entra, or a personal access token as the password of nobody. */
function readToken({ headers }: IncomingMessage): string | undefined {
  const [scheme, value = ''] = headers.authorization?.split(' ') ?? [];
  if (scheme === 'Basic') {
    const [, password] = Buffer.from(value, 'base64').toString().split(':');
    return password;
  }
  return scheme === 'Bearer' ? value : undefined;
}

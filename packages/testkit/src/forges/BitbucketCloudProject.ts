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

import { ForgeSimulator } from './ForgeSimulator';
import {
  SimulatedAnswer,
  SimulatedCall,
  SimulatedRefusal,
} from './SimulatedEndpoint';
import { SimulatedRepository, SimulatedRole } from './SimulatedRepository';

/** Where an endpoint begins that is about one repository. */
export const BITBUCKET_CLOUD_REPOSITORY =
  '/2.0/repositories/{workspace}/{repo}';

/** What a request needs: one of the scopes of tokens, and a role. */
export interface BitbucketCloudNeed {
  readonly scopes: readonly string[];
  readonly role: SimulatedRole;
}

/**
 * Each endpoint names its scope; a scope to write is one to read too.
 *
 * https://developer.atlassian.com/cloud/bitbucket/rest/intro/#authentication
 */
export const bitbucketCloudNeeds = {
  read: { scopes: ['repository', 'repository:write'], role: 'read' },
  write: { scopes: ['repository:write'], role: 'write' },
  readPulls: { scopes: ['pullrequest', 'pullrequest:write'], role: 'read' },
  writePulls: { scopes: ['pullrequest:write'], role: 'write' },
} as const satisfies { readonly [name: string]: BitbucketCloudNeed };

/**
 * The repository that a request names.
 *
 * @throws SimulatedRefusal when it is not there, or this token may not see it, or
 *   its scope or role does not reach
 */
export function bitbucketCloudRepository(
  simulator: ForgeSimulator,
  { params, token }: Pick<SimulatedCall, 'params' | 'token'>,
  need: BitbucketCloudNeed,
): SimulatedRepository {
  const name = `${params.workspace}/${params.repo}`;
  const repository = simulator.repository(name);
  if (token && !need.scopes.some(scope => token.scopes.has(scope))) {
    throw bitbucketCloudRefusal(
      403,
      'Your credentials lack one or more required privilege scopes.',
    );
  }
  if (!repository) {
    throw bitbucketCloudRefusal(404, `Repository ${name} not found`);
  }
  // A private repository that may not be seen is a 403 by the documentation.
  if (
    !repository.may(token?.login ?? '', 'read') ||
    !repository.may(token?.login ?? '', need.role)
  ) {
    throw bitbucketCloudRefusal(403, 'Access denied. You must have access.');
  }
  return repository;
}

/** https://developer.atlassian.com/cloud/bitbucket/rest/intro/#standardized-error-responses */
export function bitbucketCloudError(
  status: number,
  message: string,
): SimulatedAnswer {
  return { status, body: { type: 'error', error: { message } } };
}

export function bitbucketCloudRefusal(
  status: number,
  message: string,
): SimulatedRefusal {
  return new SimulatedRefusal(bitbucketCloudError(status, message));
}

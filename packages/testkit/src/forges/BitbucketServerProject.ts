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
import {
  SimulatedRepository,
  SimulatedRole,
  simulatedRoles,
} from './SimulatedRepository';
import { SimulatedToken } from './SimulatedToken';

/** Where an endpoint begins that is about one repository. */
export const BITBUCKET_SERVER_REPOSITORY =
  '/rest/api/1.0/projects/{project}/repos/{repo}';

/** Permissions of HTTP access tokens, from least to most; the account's own count too. */
const PERMISSIONS = ['REPO_READ', 'REPO_WRITE', 'REPO_ADMIN'] as const;
const ROLES: { readonly [role in SimulatedRole]: number } = {
  read: 0,
  write: 1,
  admin: 2,
};

/**
 * The repository that a request names.
 *
 * Lack of permission is a 401, like credentials that nobody has; the name of the
 * exception tells them apart.
 *
 * @throws SimulatedRefusal when it is not there, or the permission does not reach
 */
export function bitbucketServerRepository(
  simulator: ForgeSimulator,
  { params, token }: Pick<SimulatedCall, 'params' | 'token'>,
  role: 'read' | 'write',
): SimulatedRepository {
  const { project, repo } = params;
  const repository = simulator.repository(`${project}/${repo}`);
  if (!repository) {
    throw bitbucketServerRefusal(
      404,
      'NoSuchRepositoryException',
      `Repository ${project}/${repo} does not exist.`,
    );
  }
  if (!hasPermission(repository, token, PERMISSIONS[ROLES[role]])) {
    throw bitbucketServerRefusal(
      401,
      'AuthorisationException',
      'You are not permitted to access this resource',
    );
  }
  return repository;
}

/** Both the account and its token have to. */
export function hasPermission(
  repository: SimulatedRepository,
  token: SimulatedToken | undefined,
  permission: string,
): boolean {
  const wanted = PERMISSIONS.indexOf(
    permission as (typeof PERMISSIONS)[number],
  );
  const granted = PERMISSIONS.findLastIndex(name => token?.scopes.has(name));
  return (
    granted >= wanted &&
    repository.may(token?.login ?? '', simulatedRoles[wanted])
  );
}

/** https://developer.atlassian.com/server/bitbucket/rest/v906/intro/#errors-and-validation */
export function bitbucketServerError(
  status: number,
  exception: string | null,
  message: string,
): SimulatedAnswer {
  const exceptionName = exception && `com.atlassian.bitbucket.${exception}`;
  return {
    status,
    body: { errors: [{ context: null, message, exceptionName }] },
  };
}

export function bitbucketServerRefusal(
  status: number,
  exception: string,
  message: string,
): SimulatedRefusal {
  return new SimulatedRefusal(bitbucketServerError(status, exception, message));
}

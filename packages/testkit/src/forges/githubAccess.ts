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

import { GithubRefusal } from './GithubRefusal';
import { SimulatedRepository } from './SimulatedRepository';
import { SimulatedToken } from './SimulatedToken';

/**
 * Permissions of Apps and fine-grained tokens, as far as repositories need them:
 * https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
 * A classic token has the scope `repo` for all of them.
 */
export type GithubPermission =
  | 'metadata:read'
  | 'contents:read'
  | 'contents:write'
  | 'pull_requests:read'
  | 'pull_requests:write'
  | 'statuses:write';

/** Refuses a repository that the token does not see. @internal */
export function requireVisible(
  repository: SimulatedRepository | undefined,
  token: SimulatedToken,
  name: string,
): SimulatedRepository {
  if (!repository?.may(token.login, 'read')) {
    throw new GithubRefusal(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${name}'.`,
    );
  }
  return repository;
}

/** Refuses what the token or its person may not do. @internal */
export function requirePermission(
  repository: SimulatedRepository,
  { login, scopes }: SimulatedToken,
  permission: GithubPermission,
): void {
  const writes = permission.endsWith(':write');
  const granted =
    scopes.has('repo') ||
    scopes.has(permission) ||
    (!writes && scopes.has(permission.replace(':read', ':write')));
  if (!granted) {
    throw new GithubRefusal(
      'FORBIDDEN',
      isApp(login)
        ? 'Resource not accessible by integration'
        : 'Resource not accessible by personal access token',
    );
  }
  if (writes && !repository.may(login, 'write')) {
    throw new GithubRefusal(
      'FORBIDDEN',
      `${login} does not have the correct permissions to write`,
    );
  }
  if (writes && repository.archived) {
    throw new GithubRefusal(
      'FORBIDDEN',
      'Repository was archived so is read-only.',
    );
  }
}

/** @internal */
export function isApp(login: string): boolean {
  return login.endsWith('[bot]');
}

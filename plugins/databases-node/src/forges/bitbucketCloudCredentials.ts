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

import { InputError } from '@backstage/errors';
import { BitbucketCloudIntegrationConfig } from '@backstage/integration';
import { ForgeHttpOptions } from './ForgeHttp';

/** @internal */
export interface BitbucketCloudCredentials extends Pick<
  ForgeHttpOptions,
  'secrets' | 'advice'
> {
  /** Headers of requests to the API. */
  readonly api: ForgeHttpOptions['headers'];
  /** Headers of requests by git's own protocol. */
  readonly git: ForgeHttpOptions['headers'];
}

/** Names that git sends beside a token that is not a password of an account. */
const ACCESS_TOKEN = 'x-token-auth';
const API_TOKEN = 'x-bitbucket-api-token-auth';

/**
 * How requests prove who makes them, and what to do when that is not enough.
 *
 * ```
 *                                    API              git
 * token of a repository, a project
 * or a workspace; OAuth              Bearer           x-token-auth
 * API token of an account            email            x-bitbucket-api-token-auth
 * app password                       username         username
 * ```
 *
 * The person's own token wins over the integration's.
 *
 * https://support.atlassian.com/bitbucket-cloud/docs/using-access-tokens/,
 * https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/
 *
 * @throws InputError for an OAuth consumer, which would be asked for a token before each piece of work
 * @internal
 */
export function bitbucketCloudCredentials(
  config: BitbucketCloudIntegrationConfig,
  userToken: string | undefined,
): BitbucketCloudCredentials {
  const { host, username, appPassword, token, clientId } = config;
  const advice = {
    authentication: userToken
      ? `Sign in to ${host} again: the token of your session is wrong or has expired`
      : 'Check integrations.bitbucketCloud in app-config: its token is missing, wrong or expired; a token of an account needs its email as username beside it',
    permission: `Check that ${userToken ? 'your account' : 'the token of integrations.bitbucketCloud'} may write to the repository, that its scopes are repository:write and pullrequest:write, and that no branch is protected from it by a branch restriction`,
    repository:
      'Check repoUrl in databases.targets: there is no such repository in the workspace, or the account may not see it. Its token needs the scopes repository:write and pullrequest:write',
  };
  if (userToken) {
    return { ...bearer(userToken), advice };
  }
  if (clientId) {
    throw new InputError(
      `integrations.bitbucketCloud of ${host} has a clientId; pull requests are opened with a token. Replace it by token, or by username and token`,
    );
  }
  const secret = token ?? appPassword;
  if (!secret) {
    return { api: {}, git: {}, secrets: [], advice };
  }
  if (!username) {
    return { ...bearer(secret), advice };
  }
  const api = basic(username, secret);
  const git = token && username.includes('@') ? basic(API_TOKEN, token) : api;
  return {
    api: { authorization: `Basic ${api}` },
    git: { authorization: `Basic ${git}` },
    secrets: [secret, api, git],
    advice,
  };
}

function bearer(token: string): Omit<BitbucketCloudCredentials, 'advice'> {
  const git = basic(ACCESS_TOKEN, token);
  return {
    api: { authorization: `Bearer ${token}` },
    git: { authorization: `Basic ${git}` },
    secrets: [token, git],
  };
}

function basic(name: string, password: string): string {
  return Buffer.from(`${name}:${password}`).toString('base64');
}

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

import { BitbucketServerIntegrationConfig } from '@backstage/integration';
import { ForgeHttpOptions } from './ForgeHttp';

/** @internal */
export interface BitbucketServerCredentials extends Pick<
  ForgeHttpOptions,
  'headers' | 'secrets' | 'advice'
> {}

/**
 * How requests prove who makes them, to the API and to git alike, and what to do
 * when that is not enough. The person's own token wins over the integration's.
 *
 * https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html
 *
 * @internal
 */
export function bitbucketServerCredentials(
  config: BitbucketServerIntegrationConfig,
  userToken: string | undefined,
): BitbucketServerCredentials {
  const { host, username, password } = config;
  const advice = {
    authentication: userToken
      ? `Sign in to ${host} again: the token of your session is wrong or has expired`
      : `Check integrations.bitbucketServer of ${host} in app-config: its token or password is missing, wrong or expired`,
    permission: `Check that ${userToken ? 'your account' : 'the token of integrations.bitbucketServer'} has the permission Repository write, and that the branch is not protected from it by a branch permission or a hook`,
    repository:
      'Check repoUrl in databases.targets: there is no such repository in the project, or the account may not see it. It needs the permission Repository write',
  };
  const token = userToken ?? config.token;
  if (token) {
    return {
      headers: { authorization: `Bearer ${token}` },
      secrets: [token],
      advice,
    };
  }
  if (!username || !password) {
    return { headers: {}, secrets: [], advice };
  }
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    headers: { authorization: `Basic ${basic}` },
    secrets: [password, basic],
    advice,
  };
}

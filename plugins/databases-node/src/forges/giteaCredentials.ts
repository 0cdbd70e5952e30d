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

import { GiteaIntegrationConfig } from '@backstage/integration';
import { ForgeHttpOptions } from './ForgeHttp';

/**
 * How requests prove who makes them, and what to do when that is not enough.
 * The person's own token wins over the integration's account.
 *
 * @internal
 */
export function giteaCredentials(
  { host, username, password }: GiteaIntegrationConfig,
  userToken: string | undefined,
): Pick<ForgeHttpOptions, 'headers' | 'secrets' | 'advice'> {
  const advice = {
    authentication: userToken
      ? `Sign in to ${host} again: the token of your session is wrong or has expired`
      : `Check integrations.gitea of ${host} in app-config: its password or token is missing, wrong or expired`,
    permission: `Check that ${userToken ? 'your account' : 'the account of integrations.gitea'} may write to the repository, that its token has the scope write:repository, and that no branch protection is in the way`,
    repository:
      'Check repoUrl in databases.targets: there is no such repository, or the account may not see it. Private ones need it as a collaborator, and its token the scope read:repository',
  };
  const token = userToken ?? (username ? undefined : password);
  if (token) {
    return {
      headers: { authorization: `token ${token}` },
      secrets: [token],
      advice,
    };
  }
  if (!password) {
    return { headers: {}, secrets: [], advice };
  }
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    headers: { authorization: `Basic ${basic}` },
    secrets: [password, basic],
    advice,
  };
}

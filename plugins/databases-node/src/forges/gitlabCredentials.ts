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

import { GitLabIntegrationConfig } from '@backstage/integration';
import { ForgeHttpOptions } from './ForgeHttp';

/** @internal */
export interface GitlabCredentials extends Pick<
  ForgeHttpOptions,
  'secrets' | 'advice'
> {
  /** Headers of requests to the API. */
  readonly api: ForgeHttpOptions['headers'];
  /** Headers of requests by git's own protocol. */
  readonly git: ForgeHttpOptions['headers'];
}

/**
 * How requests prove who makes them, and what to do when that is not enough.
 * Personal, project, group and OAuth tokens are sent alike; the person's own wins
 * over the integration's.
 *
 * @internal
 */
export function gitlabCredentials(
  { host, token: configured }: GitLabIntegrationConfig,
  userToken: string | undefined,
): GitlabCredentials {
  const advice = {
    authentication: userToken
      ? `Sign in to ${host} again: the token of your session is wrong or has expired`
      : `Check integrations.gitlab of ${host} in app-config: its token is missing, wrong or expired`,
    permission: `Check that ${userToken ? 'your account' : 'the token of integrations.gitlab'} has the role Developer in the project and its token the scope api, and that no protected branch or push rule is in the way`,
    repository:
      'Check repoUrl in databases.targets: there is no such project, or the account may not see it. It needs the role Reporter to read and Developer to write, and its token the scope read_api or api',
  };
  const token = userToken ?? configured;
  if (!token) {
    return { api: {}, git: {}, secrets: [], advice };
  }
  // Git knows no bearers. The name is right for OAuth tokens, others take any.
  const basic = Buffer.from(`oauth2:${token}`).toString('base64');
  return {
    api: { authorization: `Bearer ${token}` },
    git: { authorization: `Basic ${basic}` },
    secrets: [token, basic],
    advice,
  };
}

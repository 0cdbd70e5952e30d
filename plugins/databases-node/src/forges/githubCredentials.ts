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

import { AuthenticationError, isError } from '@backstage/errors';
import { GithubCredentialsProvider } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeHttpOptions } from './ForgeHttp';

/**
 * How requests prove who makes them, and what to do when that is not enough.
 * The person's own token wins over the integration's App or token.
 *
 * @throws AuthenticationError when the App has no token for the repository
 * @internal
 */
export async function githubCredentials(
  provider: GithubCredentialsProvider,
  { host, owner, repo }: RepositoryRef,
  userToken: string | undefined,
): Promise<Pick<ForgeHttpOptions, 'headers' | 'secrets' | 'advice'>> {
  const advice = {
    authentication: userToken
      ? `Sign in to ${host} again: the token of your session is wrong or has expired`
      : `Check integrations.github of ${host} in app-config: its token or App is missing, wrong or expired`,
    permission: `Check that ${userToken ? 'your account' : 'the App or account of integrations.github'} may write to the repository, that it has the permissions Contents, Pull requests and Commit statuses (write) or the scope repo, and that no branch protection or ruleset is in the way`,
    repository:
      'Check repoUrl in databases.targets: there is no such repository, or the account may not see it. A private one needs the App installed on it, or the account as a collaborator; a token for single sign-on has to be authorized for the organization',
  };
  const token =
    userToken ?? (await integrationToken(provider, { host, owner, repo }));
  const headers = {
    accept: 'application/vnd.github+json',
    'user-agent': 'basewell',
    'x-github-api-version': '2022-11-28',
  };
  return token
    ? {
        headers: { ...headers, authorization: `Bearer ${token}` },
        secrets: [token],
        advice,
      }
    : { headers, secrets: [], advice };
}

async function integrationToken(
  provider: GithubCredentialsProvider,
  { host, owner, repo }: Pick<RepositoryRef, 'host' | 'owner' | 'repo'>,
): Promise<string | undefined> {
  const url = `https://${host}/${owner}/${repo}`;
  try {
    return (await provider.getCredentials({ url })).token;
  } catch (error) {
    throw new AuthenticationError(
      `Could not get a token of the GitHub App for ${owner}/${repo} on ${host}: ${isError(error) ? error.message : error}. Check apps in integrations.github, and that the App is installed for ${owner}`,
    );
  }
}

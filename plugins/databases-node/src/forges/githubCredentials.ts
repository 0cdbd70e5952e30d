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

import {
  AuthenticationError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
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
  options: {
    /** The person's own; the integration's is used when left out. */
    readonly userToken?: string;
    /** Ends the wait for GitHub to give a token to the App. */
    readonly signal: AbortSignal;
  },
): Promise<Pick<ForgeHttpOptions, 'headers' | 'secrets' | 'advice'>> {
  const { userToken, signal } = options;
  const advice = {
    authentication: userToken
      ? `Sign in to ${host} again: the token of your session is wrong or has expired`
      : `Check integrations.github of ${host} in app-config: its token or App is missing, wrong or expired`,
    permission: `Check that ${userToken ? 'your account' : 'the App or account of integrations.github'} may write to the repository, that it has the permissions Contents, Pull requests and Commit statuses (write) or the scope repo, and that no branch protection or ruleset is in the way`,
    repository:
      'Check repoUrl in databases.targets: there is no such repository, or the account may not see it. A private one needs the App installed on it, or the account as a collaborator; a token for single sign-on has to be authorized for the organization',
  };
  const token =
    userToken ??
    (await integrationToken(provider, { host, owner, repo }, signal));
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
  signal: AbortSignal,
): Promise<string | undefined> {
  const url = `https://${host}/${owner}/${repo}`;
  const attempt = `Could not get a token of the GitHub App for ${owner}/${repo} on ${host}`;
  try {
    const asked = provider.getCredentials({ url });
    return (await Promise.race([asked, aborted(signal)])).token;
  } catch (error) {
    if (signal.aborted && signal.reason?.name !== 'TimeoutError') {
      throw signal.reason;
    }
    const said = isError(error) ? error.message : error;
    // GitHub's client says 500 when it could not connect.
    throw signal.aborted || Number((error as { status?: number }).status) >= 500
      ? new ServiceUnavailableError(
          `${attempt}: ${said}. Check that the host is up and that the backend can reach it; run again when it does`,
        )
      : new AuthenticationError(
          `${attempt}: ${said}. Check apps in integrations.github, and that the App is installed for ${owner}`,
        );
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

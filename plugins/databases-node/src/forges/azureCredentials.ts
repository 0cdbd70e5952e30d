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
import { AzureDevOpsCredentialsProvider } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeHttpOptions } from './ForgeHttp';

/**
 * How requests prove who makes them, and what to do when that is not enough.
 * The person's own token, which is one of Microsoft Entra, wins over the
 * integration's credentials.
 *
 * @throws AuthenticationError when there is no token for the organization
 * @internal
 */
export async function azureCredentials(
  provider: AzureDevOpsCredentialsProvider,
  ref: Pick<RepositoryRef, 'host' | 'owner' | 'repo'>,
  options: {
    /** The person's own; the integration's is used when left out. */
    readonly userToken?: string;
    /** Ends the wait for Microsoft Entra to give a token. */
    readonly signal: AbortSignal;
  },
): Promise<Pick<ForgeHttpOptions, 'headers' | 'secrets' | 'advice'>> {
  const { host, owner } = ref;
  const { userToken, signal } = options;
  const advice = {
    authentication: userToken
      ? `Sign in to ${host} again: the token of your session is wrong or has expired, or reaches no code`
      : `Check credentials in integrations.azure of ${host} in app-config for ${owner}: they are missing, wrong or expired, or the token lacks the scope Code (read and write)`,
    permission: `Check that ${userToken ? 'your account' : 'the account of integrations.azure'} has the permissions Contribute, Create branch and Contribute to pull requests in the repository, and that no policy protects the branch`,
    repository:
      'Check repoUrl in databases.targets: there is no such organization, project or repository, or the account may not see it. It needs the permission Read in the repository, and an access level of Basic',
  };
  const headers = userToken
    ? { authorization: `Bearer ${userToken}` }
    : await integrationHeaders(provider, ref, signal);
  return {
    // Without it, a refusal is a redirect to a page to sign in at.
    headers: { ...headers, 'x-tfs-fedauthredirect': 'Suppress' },
    secrets: Object.values(headers).flatMap(secretsIn),
    advice,
  };
}

async function integrationHeaders(
  provider: AzureDevOpsCredentialsProvider,
  { host, owner, repo }: Pick<RepositoryRef, 'host' | 'owner' | 'repo'>,
  signal: AbortSignal,
): Promise<{ readonly [name: string]: string }> {
  const url = `https://${host}/${owner.split('/').map(encodeURIComponent).join('/')}`;
  try {
    signal.throwIfAborted();
    const asked = provider.getCredentials({ url });
    return (await Promise.race([asked, aborted(signal)]))?.headers ?? {};
  } catch (error) {
    if (signal.aborted && signal.reason?.name !== 'TimeoutError') {
      throw signal.reason;
    }
    throw new AuthenticationError(
      `Could not get a token for ${owner}/${repo} on ${host}: ${isError(error) ? error.message : error}. Check credentials in integrations.azure of app-config; without any, the identity of the machine is used`,
    );
  }
}

/** `Bearer TOKEN`, or `Basic` and the base64 of `:TOKEN`: in every form that it has. */
function secretsIn(header: string): readonly string[] {
  const [scheme, value = ''] = header.split(' ');
  return scheme === 'Basic'
    ? [value, Buffer.from(value, 'base64').toString('utf8').slice(1)]
    : [value];
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

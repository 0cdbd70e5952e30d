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

import { azureCredentials } from './azureCredentials';

const ref = {
  ...{ host: 'dev.azure.com', owner: 'acme/Web Shop', repo: 'core' },
  branch: 'main',
};
const asked: string[] = [];
const providing = (authorization: string | undefined) => ({
  async getCredentials({ url }: { readonly url: string }) {
    asked.push(url);
    return authorization === undefined
      ? undefined
      : {
          headers: { Authorization: authorization },
          ...{ type: 'pat' as const, token: 'of the provider' },
        };
  },
});
const { signal } = new AbortController();
const basic = Buffer.from(':of-portal').toString('base64');

describe('azureCredentials', () => {
  beforeEach(() => asked.splice(0));

  it.each([
    {
      ...{ userToken: 'of-ada', provided: `Basic ${basic}` },
      headers: { authorization: 'Bearer of-ada' },
      secrets: ['of-ada'],
      advice: /Sign in to dev\.azure\.com again/,
      reason: 'a person',
    },
    {
      ...{ userToken: undefined, provided: `Basic ${basic}` },
      headers: { Authorization: `Basic ${basic}` },
      secrets: [basic, 'of-portal'],
      advice: /credentials in integrations\.azure of dev\.azure\.com/,
      reason: 'a personal access token, in both forms that it is sent in',
    },
    {
      ...{ userToken: undefined, provided: 'Bearer of-entra' },
      headers: { Authorization: 'Bearer of-entra' },
      secrets: ['of-entra'],
      advice: /integrations\.azure/,
      reason: 'a service principal',
    },
    {
      ...{ userToken: undefined, provided: undefined },
      ...{ headers: {}, secrets: [], advice: /missing/ },
      reason: 'nobody',
    },
  ])('are those of $reason', async ({ userToken, provided, ...expected }) => {
    const credentials = await azureCredentials(providing(provided), ref, {
      ...{ userToken, signal },
    });
    expect(credentials.headers).toEqual({
      ...expected.headers,
      'x-tfs-fedauthredirect': 'Suppress',
    });
    expect(credentials.secrets).toEqual(expected.secrets);
    expect(credentials.advice.authentication).toMatch(expected.advice);
    expect(asked).toEqual(
      userToken ? [] : ['https://dev.azure.com/acme/Web%20Shop'],
    );
  });

  it('says that there is no token to be had', async () => {
    const provider = {
      getCredentials: async () => {
        throw new Error('ManagedIdentityCredential: no identity');
      },
    };
    await expect(
      azureCredentials(provider, ref, { signal }),
    ).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringMatching(
        /acme\/Web Shop\/core on dev\.azure\.com: .*no identity\. Check credentials/,
      ),
    });
  });

  it('stops waiting when it is aborted', async () => {
    const abort = new AbortController();
    const provider = { getCredentials: () => new Promise<never>(() => {}) };
    const credentials = azureCredentials(provider, ref, {
      signal: abort.signal,
    });
    abort.abort();
    await expect(credentials).rejects.toMatchObject({ name: 'AbortError' });
  });
});

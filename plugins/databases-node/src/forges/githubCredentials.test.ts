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

import { githubCredentials } from './githubCredentials';

const ref = {
  host: 'git.example.test',
  owner: 'acme',
  repo: 'shop',
  branch: 'main',
};
const asked: string[] = [];
const providing = (token: string | undefined) => ({
  async getCredentials({ url }: { readonly url: string }) {
    asked.push(url);
    return { token, type: 'app' as const };
  },
});

const { signal } = new AbortController();

describe('githubCredentials', () => {
  beforeEach(() => asked.splice(0));

  it.each([
    {
      user: 'of-ada',
      app: 'of-app',
      header: 'Bearer of-ada',
      secrets: ['of-ada'],
      advice: /Sign in to git\.example\.test again/,
      reason: 'the person',
    },
    {
      user: undefined,
      app: 'of-app',
      header: 'Bearer of-app',
      secrets: ['of-app'],
      advice: /integrations\.github of git\.example\.test/,
      reason: 'the App',
    },
    {
      user: undefined,
      app: undefined,
      header: undefined,
      secrets: [],
      advice: /missing/,
      reason: 'nobody',
    },
  ])('speaks for $reason', async ({ user, app, header, secrets, advice }) => {
    const found = await githubCredentials(providing(app), ref, {
      userToken: user,
      signal,
    });
    expect(found.headers.authorization).toBe(header);
    expect(found.secrets).toEqual(secrets);
    expect(found.advice.authentication).toMatch(advice);
    expect(asked).toEqual(user ? [] : ['https://git.example.test/acme/shop']);
  });

  it.each([
    {
      error: new Error('No app installation found'),
      name: 'AuthenticationError',
      message:
        /acme\/shop on git\.example\.test: No app installation found.*installed for acme/,
    },
    {
      error: Object.assign(new Error('fetch failed'), { status: 500 }),
      name: 'ServiceUnavailableError',
      message: /acme\/shop on git\.example\.test: fetch failed.*run again/,
    },
  ])('says what to do about $error', async ({ error, name, message }) => {
    const provider = { getCredentials: () => Promise.reject(error) };
    await expect(
      githubCredentials(provider, ref, { signal }),
    ).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });

  it.each([
    { until: AbortSignal.abort(), name: 'AbortError' },
    { until: AbortSignal.timeout(1), name: 'ServiceUnavailableError' },
  ])('does not wait for ever: $name', async ({ until, name }) => {
    const provider = { getCredentials: () => new Promise<never>(() => {}) };
    await expect(
      githubCredentials(provider, ref, { signal: until }),
    ).rejects.toMatchObject({ name });
  });
});

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

import { gitlabCredentials } from './gitlabCredentials';

const config = {
  host: 'lab.example.test',
  apiBaseUrl: 'https://lab.example.test/api/v4',
  baseUrl: 'https://lab.example.test',
};
const basic = (token: string) =>
  Buffer.from(`oauth2:${token}`).toString('base64');

describe('gitlabCredentials', () => {
  it.each([
    {
      configured: 'ours',
      token: undefined,
      sent: 'ours',
      reason: 'the token of the integration',
    },
    {
      configured: 'ours',
      token: 'mine',
      sent: 'mine',
      reason: 'the own token of a person before it',
    },
  ])('sends $reason', ({ configured, token, sent }) => {
    const { api, git, secrets } = gitlabCredentials(
      { ...config, token: configured },
      token,
    );
    expect(api.authorization).toBe(`Bearer ${sent}`);
    expect(git.authorization).toBe(`Basic ${basic(sent)}`);
    expect(secrets).toEqual([sent, basic(sent)]);
  });

  it('sends nothing, for what everybody may read', () => {
    expect(gitlabCredentials(config, undefined)).toMatchObject({
      api: {},
      git: {},
      secrets: [],
    });
  });

  it.each([
    { token: undefined, advice: /integrations\.gitlab of lab\.example\.test/ },
    { token: 'mine', advice: /Sign in to lab\.example\.test again/ },
  ])('tells what to do about it ($token)', ({ token, advice }) => {
    expect(gitlabCredentials(config, token).advice.authentication).toMatch(
      advice,
    );
  });
});

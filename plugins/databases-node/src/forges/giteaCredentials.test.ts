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

import { giteaCredentials } from './giteaCredentials';

const host = 'git.example.test';
const basic = Buffer.from('bot:pass').toString('base64');

describe('giteaCredentials', () => {
  it.each([
    {
      config: { host, username: 'bot', password: 'pass' },
      token: undefined,
      header: `Basic ${basic}`,
      secrets: ['pass', basic],
      reason: 'an account and its password',
    },
    {
      config: { host, password: 'pass' },
      token: undefined,
      header: 'token pass',
      secrets: ['pass'],
      reason: 'a token alone',
    },
    {
      config: { host, username: 'bot', password: 'pass' },
      token: 'mine',
      header: 'token mine',
      secrets: ['mine'],
      reason: 'the own token of a person before the account of the portal',
    },
    {
      config: { host },
      token: undefined,
      header: undefined,
      secrets: [],
      reason: 'nothing, for what everybody may read',
    },
  ])('sends $reason', ({ config, token, header, secrets }) => {
    const credentials = giteaCredentials(config, token);
    expect(credentials.headers.authorization).toBe(header);
    expect(credentials.secrets).toEqual(secrets);
  });
});

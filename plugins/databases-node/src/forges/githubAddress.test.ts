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

import { githubAddress } from './githubAddress';

describe('githubAddress', () => {
  it.each([
    {
      host: 'github.com',
      apiBaseUrl: 'https://api.github.com',
      baseUrl: 'https://api.github.com',
      rest: [],
      reason: 'github.com',
    },
    {
      host: 'git.example.test',
      apiBaseUrl: 'https://git.example.test/api/v3',
      baseUrl: 'https://git.example.test/api',
      rest: ['v3'],
      reason: 'Enterprise Server',
    },
    {
      host: 'git.example.test',
      apiBaseUrl: undefined,
      baseUrl: 'https://git.example.test/api',
      rest: ['v3'],
      reason: 'Enterprise Server without an address of its API',
    },
    {
      host: 'acme.ghe.com',
      apiBaseUrl: 'https://api.acme.ghe.com',
      baseUrl: 'https://api.acme.ghe.com',
      rest: [],
      reason: 'Enterprise Cloud with data residency',
    },
  ])('finds $baseUrl: $reason', ({ host, apiBaseUrl, baseUrl, rest }) => {
    expect(githubAddress({ host, apiBaseUrl })).toEqual({ baseUrl, rest });
  });
});

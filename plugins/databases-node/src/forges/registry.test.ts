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

import { ConfigReader } from '@backstage/config';
import { Forge, ForgeRepository } from './Forge';
import { createForges } from './registry';

const config = new ConfigReader({
  integrations: {
    gitea: [{ host: 'git.example.test', username: 'bot', password: 'x' }],
    gerrit: [
      {
        host: 'review.example.test',
        gitilesBaseUrl: 'https://review.example.test/gitiles',
      },
    ],
    github: [{ host: 'hub.example.test' }],
    gitlab: [
      {
        host: 'lab.example.test',
        apiBaseUrl: 'https://lab.example.test/api/v4',
      },
      {
        host: 'old.example.test',
        apiBaseUrl: 'https://old.example.test/api/v3',
      },
    ],
  },
});
const at = (host: string) => ({
  host,
  owner: 'acme',
  repo: 'gitops',
  branch: 'main',
});

describe('createForges', () => {
  it.each([
    {
      host: 'git.example.test',
      url: 'https://git.example.test/acme/gitops/src/commit/abc/secrets/a%20b.yaml#L7',
    },
    {
      host: 'hub.example.test',
      url: 'https://hub.example.test/acme/gitops/blob/abc/secrets/a%20b.yaml#L7',
    },
    {
      host: 'lab.example.test',
      url: 'https://lab.example.test/acme/gitops/-/blob/abc/secrets/a%20b.yaml#L7',
    },
    { host: 'review.example.test', url: undefined },
    { host: 'unknown.example.test', url: undefined },
  ])('knows the page of a file on $host', ({ host, url }) => {
    const file = { commit: 'abc', path: 'secrets/a b.yaml', line: 7 };
    expect(createForges(config).fileUrl(at(host), file)).toBe(url);
  });

  it.each([
    ['git.example.test', 'src/branch/feat/x'],
    ['hub.example.test', 'blob/feat/x'],
    ['lab.example.test', '-/blob/feat/x'],
  ])('knows the page of a file on a branch on %s', (host, view) => {
    const file = { commit: 'abc', branch: 'feat/x', path: 'a.yaml', line: 1 };
    expect(createForges(config).fileUrl(at(host), file)).toBe(
      `https://${host}/acme/gitops/${view}/a.yaml#L1`,
    );
  });

  it('knows the page of a file on a branch on Azure DevOps', () => {
    const azure = new ConfigReader({
      integrations: { azure: [{ host: 'dev.azure.com' }] },
    });
    const file = { commit: 'abc', branch: 'main', path: 'a.yaml', line: 1 };
    const ref = { ...at('dev.azure.com'), owner: 'acme/web' };
    expect(createForges(azure).fileUrl(ref, file)).toContain('version=GBmain&');
  });

  it.each(['git.example.test', 'hub.example.test', 'lab.example.test'])(
    'opens a repository on the forge of %s',
    host => {
      const ref = at(host);
      expect(createForges(config).open(ref).ref).toEqual(ref);
    },
  );

  it.each([
    {
      host: 'other.example.test',
      message: /other\.example\.test.*acme\/gitops.*integrations.*gitea/,
      reason: 'without an integration',
    },
    {
      host: 'review.example.test',
      message: /of kind gerrit.*gitea.*gitlab.*forgeServiceRef/,
      reason: 'of a kind without a forge',
    },
    {
      host: 'old.example.test',
      message: /apiBaseUrl of old\.example\.test.*must end in \/api\/v4/,
      reason: 'with an API that is gone',
    },
  ])('says what to do about a host $reason', ({ host, message }) => {
    expect(() => createForges(config).open(at(host))).toThrow(message);
  });

  it('takes a forge that is added, before a built-in one', () => {
    const repository = {} as ForgeRepository;
    const own = (id: string): Forge => ({ id, open: () => repository });
    const forges = createForges(config, [own('gerrit'), own('gitea')]);
    for (const host of ['review.example.test', 'git.example.test']) {
      expect(forges.open(at(host))).toBe(repository);
    }
  });
});

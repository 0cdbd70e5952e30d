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

import { largeRepository } from '../builders/largeRepository';
import { describeWithServers } from '../servers/describeWithServers';
import { GiteaServer } from './GiteaServer';
import { startGitea } from './startGitea';

/** As bytes go: not UTF-8, CRLF, no newline at the end, a name with a space. */
const files = {
  'README.md': '# Platform\r\n',
  'a folder/ünïcode "quoted".bin': new Uint8Array([0xff, 0x00, 0x0a]),
  'empty.txt': '',
};

describeWithServers('gitea')('startGitea', () => {
  let gitea: GiteaServer;

  beforeAll(async () => {
    gitea = await startGitea();
    await gitea.createOrganization('acme');
    await gitea.createRepository({ owner: 'acme', name: 'platform', files });
  }, 60_000);

  afterAll(async () => {
    await gitea?.stop();
  });

  it('holds a seeded repository byte for byte, in one commit', async () => {
    const repository = '/repos/acme/platform';
    expect(await gitea.api(`${repository}/commits`)).toHaveLength(1);
    for (const [path, content] of Object.entries(files)) {
      const stored = await gitea.api(
        `${repository}/contents/${encodeURIComponent(path)}`,
      );
      expect(Buffer.from(stored.content, 'base64')).toEqual(
        Buffer.from(content as string),
      );
    }
  });

  it('takes several files as one commit on a new branch, and a pull request', async () => {
    const change = await gitea.api('/repos/acme/platform/contents', {
      method: 'POST',
      body: JSON.stringify({
        branch: 'main',
        new_branch: 'databases/shop/create',
        message: 'Add a database',
        files: ['one.yaml', 'two.yaml'].map(path => ({
          operation: 'create',
          path,
          content: Buffer.from(`name: ${path}\n`).toString('base64'),
        })),
      }),
    });
    const pull = await gitea.api('/repos/acme/platform/pulls', {
      method: 'POST',
      body: JSON.stringify({
        base: 'main',
        head: 'databases/shop/create',
        title: 'Add a database',
      }),
    });

    expect(change.files).toHaveLength(2);
    expect(pull).toMatchObject({ state: 'open', changed_files: 2 });
    expect(pull.head.sha).toBe(change.commit.sha);
    expect(
      await gitea.api(`/repos/acme/platform/pulls/${pull.number}/commits`),
    ).toHaveLength(1);
  });

  it('gives tokens that may do no more than their scopes', async () => {
    await gitea.createUser('ada');
    await gitea.createRepository({ owner: 'ada', name: 'shop', files });
    const readOnly = await gitea.token('ada', ['read:repository']);
    const asAda = { headers: { authorization: `token ${readOnly}` } };

    await expect(gitea.api('/repos/ada/shop', asAda)).resolves.toMatchObject({
      full_name: 'ada/shop',
    });
    await expect(
      gitea.api('/repos/ada/shop', { ...asAda, method: 'DELETE' }),
    ).rejects.toMatchObject({ statusCode: 403 });
  });

  it('hides a private repository from others', async () => {
    await gitea.createRepository({
      owner: 'acme',
      name: 'secret-plans',
      files: {},
      private: true,
    });
    const response = await fetch(`${gitea.url}/api/v1/repos/acme/secret-plans`);
    expect(response.status).toBe(404);
  });

  it('is seeded with ten thousand files in seconds', async () => {
    const started = Date.now();
    await gitea.createRepository({
      owner: 'acme',
      name: 'large',
      files: largeRepository(10_000),
    });
    expect(Date.now() - started).toBeLessThan(20_000);
    const tree = await gitea.api(
      '/repos/acme/large/git/trees/main?recursive=true',
    );
    expect(tree.total_count).toBeGreaterThan(10_000);
  }, 30_000);
});

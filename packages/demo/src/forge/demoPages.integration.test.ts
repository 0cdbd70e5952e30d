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

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createDemoForge, DemoForge, DemoForgeMerge } from './createDemoForge';
import { DemoRepository } from './DemoRepository';
import { demoUsers } from './DemoUser';

const [ada] = demoUsers;
const hostile = '<script>alert(1)</script>';

describe('pages of the demo forge', () => {
  let folder: string;
  let server: Server;
  let baseUrl: string;
  let demo: DemoForge;
  let repository: DemoRepository;
  const merges: DemoForgeMerge[] = [];

  const start = () =>
    createDemoForge({
      directory: join(folder, 'forge'),
      baseUrl,
      repositories: [
        { owner: 'acme', name: 'gitops', folder: join(folder, 'seed') },
        { owner: 'acme', name: 'app', folder: join(folder, 'seed') },
      ],
      users: demoUsers,
    });
  const page = async (path: string) => (await fetch(baseUrl + path)).text();
  const press = (path: string, origin = new URL(baseUrl).origin) =>
    fetch(baseUrl + path, {
      method: 'POST',
      headers: { origin },
      redirect: 'manual',
    });

  /** A branch with one file, and its pull request. */
  async function open(branch: string, title: string, to = repository) {
    await to.commit(ada, {
      branch: 'main',
      newBranch: branch,
      message: `Write ${branch}`,
      operations: [
        {
          operation: 'create',
          path: 'new.yaml',
          content: Buffer.from(`${branch} ${hostile}\nENC[AES256_GCM,x]\n`),
        },
      ],
    });
    const text = { title, body: `${hostile}\n\n**bold**` };
    return to.pulls.open(ada, { ...text, branch, base: 'main' });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-pages-'));
    await mkdir(join(folder, 'seed'));
    await writeFile(join(folder, 'seed', 'README.md'), 'hello\n');
    const app = express();
    server = createServer(app);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    baseUrl = `http://127.0.0.1:${port}/demo/forge`;
    app.use('/demo/forge', (...request) => demo.router(...request));
  });
  beforeEach(async () => {
    demo = await start();
    demo.onMerged(merge => merges.push(merge));
    repository = demo.repository('acme', 'gitops');
  });
  afterEach(async () => {
    merges.length = 0;
    await rm(join(folder, 'forge'), { recursive: true, force: true });
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('say on each that this is a demo, and run no script', async () => {
    const { number } = await open('work', hostile);
    for (const path of [
      '/',
      '/acme/gitops',
      '/acme/gitops?branch=work',
      '/acme/gitops/file?branch=work&path=new.yaml',
      `/acme/gitops/pulls/${number}`,
      `/acme/none?x=${hostile}`,
      `/acme/gitops/file?path=${encodeURIComponent(hostile)}`,
    ]) {
      const response = await fetch(baseUrl + path);
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'/,
      );
      const text = await response.text();
      expect(text).toContain('This is a demo forge');
      expect(text).not.toContain('<script');
    }
  });

  it.each([
    { path: '/acme/none', reason: 'repository' },
    { path: '/acme/gitops/pulls/9', reason: 'pull request' },
    { path: '/acme/gitops/file?path=../../x', reason: 'file outside' },
    { path: '/acme/gitops/file?path=none', reason: 'file' },
    { path: '/acme', reason: 'page' },
  ])('answer 404 for no $reason', async ({ path }) => {
    expect((await fetch(baseUrl + path)).status).toBe(404);
  });

  it('merge at the press of a button, and tell who listens', async () => {
    const { number } = await open('work', 'One');
    const response = await press(`/acme/gitops/pulls/${number}/merge`);
    expect(response.status).toBe(303);
    expect(merges).toEqual([
      expect.objectContaining({
        owner: 'acme',
        name: 'gitops',
        commit: await repository.head('main'),
      }),
    ]);
    const text = await page(response.headers.get('location')!.slice(11));
    expect(text).toContain('Merged');
    expect(text).toContain('new.yaml');
    expect(text).not.toContain('<button>');
  });

  it('do not merge for another site', async () => {
    const { number } = await open('work', 'One');
    const path = `/acme/gitops/pulls/${number}/merge`;
    expect((await press(path, 'http://evil.test')).status).toBe(403);
    expect((await repository.pulls.get(number)).state).toBe('open');
  });

  it('merge a draft only once it is marked ready', async () => {
    const { number } = await open('work', 'WIP: One');
    const path = `/acme/gitops/pulls/${number}`;
    expect(await page(path)).toContain('Mark ready');
    expect((await press(`${path}/merge`)).status).toBe(409);
    expect((await press(`${path}/ready`)).status).toBe(303);
    expect((await press(`${path}/merge`)).status).toBe(303);
    expect((await repository.pulls.get(number)).state).toBe('merged');
  });

  it('refuse what contradicts the base branch', async () => {
    const one = await open('one', 'One');
    const two = await open('two', 'Two');
    await press(`/acme/gitops/pulls/${one.number}/merge`);
    const response = await press(`/acme/gitops/pulls/${two.number}/merge`);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('contradicts');
    expect((await repository.pulls.get(two.number)).state).toBe('open');
  });

  it('lead to the other pull request, and fold ciphertext', async () => {
    const { number } = await open('work', 'One');
    await open('work', 'WIP: Two', demo.repository('acme', 'app'));
    const text = await page(`/acme/gitops/pulls/${number}`);
    expect(text).toContain('href="/demo/forge/acme/app/pulls/1"');
    expect(text).toMatch(/<details class="diff" >/);
  });

  it('show after a restart what they showed before', async () => {
    const { number } = await open('work', 'One');
    const before = await page(`/acme/gitops/pulls/${number}`);
    demo = await start();
    expect(await page(`/acme/gitops/pulls/${number}`)).toBe(before);
  });

  it('begin anew after a reset', async () => {
    await open('work', 'One');
    await demo.reset();
    expect(await page('/')).not.toContain('pulls/');
    expect(await page('/acme/gitops')).toContain('README.md');
  });
});

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

import { ForgeWorkingCopy } from '../conformance';
import { ForgeDialect, ForgeSimulator } from './ForgeSimulator';
import { pageOf } from './pageOf';

const dialect: ForgeDialect = {
  endpoints: simulator => [
    {
      method: 'GET',
      path: '/api/repos/{owner}/{repo}/ref/{ref+}',
      docs: 'https://docs.example.test/refs',
      async handle({ params }) {
        const { git } = simulator.repository(`${params.owner}/${params.repo}`)!;
        return { status: 200, body: await git.find(params.ref) };
      },
    },
    {
      method: 'GET',
      path: '/api/numbers',
      docs: 'https://docs.example.test/numbers',
      query: ['page', 'per_page'],
      handle: call => pageOf(call, [1, 2, 3, 4, 5]),
    },
    {
      method: 'POST',
      path: '/api/notes',
      docs: 'https://docs.example.test/notes',
      body: { 'text!': 'string', draft: 'boolean' },
      handle: ({ body, token }) => ({
        status: 201,
        body: { ...body, by: token?.login },
      }),
    },
  ],
  readToken: ({ headers }) => headers.authorization,
  unauthorized: { status: 401, body: { message: 'Bad credentials' } },
  limits: {
    prefix: 'x-ratelimit',
    exhausted: { status: 403, body: { message: 'Rate limit' } },
    burst: { status: 403, body: { message: 'Slow down' } },
  },
};

describe('ForgeSimulator', () => {
  let simulator: ForgeSimulator;
  beforeEach(async () => {
    simulator = await ForgeSimulator.start(dialect);
    simulator.addToken('of-ada', 'ada', []);
  });
  afterEach(async () => {
    simulator.violations.splice(0);
    await simulator.stop();
  });

  const send = (path: string, request?: RequestInit) =>
    fetch(`${simulator.url}${path}`, request);
  const note = (body: unknown) =>
    send('/api/notes', {
      method: 'POST',
      headers: { authorization: 'of-ada' },
      body: JSON.stringify(body),
    });

  it('breaks the connection after it has done what was asked', async () => {
    const repository = await simulator.createRepository({
      ...{ owner: 'acme', name: 'shop', roles: {} },
    });
    await repository.seed({ 'x.yaml': 'x', 'a/y.yaml': 'y' });
    const main = '/api/repos/acme/shop/ref/refs/heads/main';
    simulator.breaks = ({ bytes }) => bytes > 40;
    await expect(send(main)).rejects.toThrow();
    expect(simulator.requests).toEqual([
      expect.objectContaining({ path: main, status: 200, bytes: 42 }),
    ]);
    simulator.breaks = () => false;
    const commit = await (await send(main)).json();
    expect([...(await repository.git.entries(commit)).keys()]).toEqual([
      'a',
      'a/y.yaml',
      'x.yaml',
    ]);
  });

  it('keeps real git', async () => {
    const repository = await simulator.createRepository({
      owner: 'acme',
      name: 'shop',
      roles: {},
    });
    const copy = await ForgeWorkingCopy.clone(repository.git.folder);
    const pushed = await copy.push('a/b', { files: { 'x.yaml': 'x' } });
    const answer = await send('/api/repos/acme/shop/ref/refs/heads/a%2Fb');
    expect(await answer.json()).toBe(pushed);
    await copy.remove();
  });

  it.each([
    { body: {}, reason: 'a required field is missing' },
    { body: { text: 1 }, reason: 'a field has another type' },
    { body: { text: 'a', color: 'red' }, reason: 'a field is unknown' },
  ])('refuses $body, because $reason', async ({ body }) => {
    expect((await note(body)).status).toBe(501);
    expect(simulator.violations).toEqual([
      expect.stringContaining('https://docs.example.test/notes'),
    ]);
  });

  it.each(['/api/none', '/api/numbers?size=3', '/api/repos/acme/ref'])(
    'refuses %s, and fails when it stops',
    async path => {
      expect((await send(path)).status).toBe(501);
      expect(simulator.violations).toHaveLength(1);
      const other = await ForgeSimulator.start(dialect);
      await fetch(`${other.url}${path}`);
      await expect(other.stop()).rejects.toThrow(/documentation/);
    },
  );

  it('knows who asks', async () => {
    const answer = await note({ text: 'a', draft: true });
    expect(await answer.json()).toEqual({ text: 'a', draft: true, by: 'ada' });
    const stranger = { headers: { authorization: 'of-nobody' } };
    expect((await send('/api/numbers', stranger)).status).toBe(401);
  });

  it('links pages to each other', async () => {
    const answer = await send('/api/numbers?page=2&per_page=2');
    expect(await answer.json()).toEqual([3, 4]);
    const links = answer.headers.get('link');
    for (const [page, rel] of [
      [1, 'prev'],
      [1, 'first'],
      [3, 'next'],
      [3, 'last'],
    ]) {
      expect(links).toContain(
        `<${simulator.url}/api/numbers?page=${page}&per_page=2>; rel="${rel}"`,
      );
    }
  });

  it('limits requests', async () => {
    simulator.limits.remaining = 1;
    const last = await send('/api/numbers');
    expect(last.headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await send('/api/numbers')).status).toBe(403);
    simulator.limits.remaining = 10;
    simulator.limits.secondary = 7;
    const burst = await send('/api/numbers');
    expect([burst.status, burst.headers.get('retry-after')]).toEqual([
      403,
      '7',
    ]);
    expect((await send('/api/numbers')).status).toBe(200);
  });
});

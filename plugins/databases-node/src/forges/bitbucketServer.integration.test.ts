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
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import {
  bitbucketServerDialect,
  ForgeConformanceHost,
  forgeConformance,
  ForgeProxy,
  ForgeSimulator,
  ForgeUnderTest,
  ForgeWorkingCopy,
  ProxyReply,
  RepositorySeed,
} from '@basewell/testkit';
import { createBitbucketServerForge } from './bitbucketServer';

jest.setTimeout(30_000);

const tokens = {
  writer: 'BBDC-TEST-ONLY-writer',
  reader: 'BBDC-TEST-ONLY-reader',
  stranger: 'BBDC-TEST-ONLY-stranger',
  wrong: 'BBDC-TEST-ONLY-wrong',
};
const yaml = { 'a.yaml': 'a: 1\n' };

forgeConformance({ name: 'Bitbucket Data Center', start: startBitbucketHost });

describe('Bitbucket Data Center', () => {
  let simulator: ForgeSimulator;
  let proxy: ForgeProxy;
  beforeAll(async () => {
    simulator = await startSimulator();
    simulator.addToken('BBDC-TEST-ONLY-read', 'writer', ['REPO_READ']);
  });
  beforeEach(async () => {
    proxy = await ForgeProxy.start(simulator.url);
  });
  afterEach(() => proxy.stop());
  afterAll(() => simulator?.stop());

  const open = (ref: RepositoryRef, token?: string) =>
    forgeFor(simulator, { baseUrl: proxy.url }).open(ref, { token });
  const begin = async (ref: RepositoryRef, token?: string) => {
    const repository = open(ref, token);
    const { commit: onto } = (await repository.findBranch('main'))!;
    return repository.commit({
      ...{ branch: 'work', create: true, onto, message: 'Add' },
      changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
    });
  };

  it('lets a token read that may only read, and says what it takes to write', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    const token = 'BBDC-TEST-ONLY-read';
    const repository = open(ref, token);
    const { commit } = (await repository.findBranch('main'))!;
    const read = await repository.readFiles(commit, ['a.yaml']);
    expect(read.get('a.yaml')).toBe('a: 1\n');
    await expect(begin(ref, token)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/permission Repository write/),
    });
  });

  it('takes a name and a password, and commits in that name', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    const config = { username: 'Ada', password: tokens.writer };
    const repository = forgeFor(simulator, {}, config).open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    const { commit } = await repository.commit({
      ...{ branch: 'work', create: true, onto, message: 'Add' },
      changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
    });
    const copy = await ForgeWorkingCopy.clone(
      simulator.repository(`${ref.owner}/${ref.repo}`)!.git.folder,
    );
    expect(await copy.git('show', '-s', '--format=%an <%ae> %cn', commit)).toBe(
      'Ada <ada@127.0.0.1> Ada\n',
    );
    await copy.remove();
  });

  it('wants the address of the API', async () => {
    const config = { apiBaseUrl: `${simulator.url}/rest` };
    const ref = await createRepository(simulator, { files: yaml });
    expect(() => forgeFor(simulator, {}, config).open(ref)).toThrow(
      /must end in \/rest\/api\/1\.0/,
    );
  });

  it('says so when a branch cannot be moved, and leaves it where it is', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    const { commit } = await begin(ref);
    const { protectedBranches } = simulator.repository(
      `${ref.owner}/${ref.repo}`,
    )!;
    protectedBranches.add('work');
    const repository = open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    await expect(
      repository.commit({
        ...{ branch: 'work', create: false, onto, message: 'Again' },
        replaces: commit,
        changes: [{ path: 'b.yaml', content: 'b: 2\n' }],
      }),
    ).rejects.toMatchObject({
      name: 'NotImplementedError',
      message: expect.stringMatching(/hook declined.*Reject Force Push/),
    });
    expect((await repository.findBranch('work'))?.commit).toBe(commit);
  });

  it('keeps names and modes that are none of ours as they are', async () => {
    const ref = await createRepository(simulator, {
      files: { ...yaml, 'x/tool.sh': '#!/bin/sh\n', 'x.yaml': 'x: 1\n' },
      executables: ['x/tool.sh'],
      links: { 'x/link': 'tool.sh' },
    });
    const { git } = simulator.repository(`${ref.owner}/${ref.repo}`)!;
    const before = await git.entries((await git.head('main'))!);
    const { commit } = await begin(ref);
    const after = new Map(await git.entries(commit));
    after.delete('b.yaml');
    expect(after).toEqual(before);
  });

  it('does not take a commit that is gone for an empty one', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    await expect(
      open(ref).listFolder('1'.repeat(40), 'apps'),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(/not our ref.*no such commit any more/),
    });
  });

  it('does not take half an answer for a whole one', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    const { commit } = (await open(ref).findBranch('main'))!;
    const answers = [
      { body: '000dpackfile\n0009\x01PACK', said: /breaks off after 22 bytes/ },
      {
        body: `000dpackfile\n0011\x01PACK\0\0\0\x02\0\0\0\0`,
        said: new RegExp(`${commit} was asked for`),
      },
    ];
    for (const { body, said } of answers) {
      proxy.reply = () => ({ status: 200, body });
      await expect(open(ref).listFolder(commit, '')).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(said),
      });
    }
  });

  it('opens no draft where the host has none', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    simulator.repository(`${ref.owner}/${ref.repo}`)!.drafts = false;
    await begin(ref);
    const request = { branch: 'work', title: 'Add', body: '', draft: true };
    expect(await open(ref).createPullRequest(request)).toMatchObject({
      draft: false,
      state: 'open',
    });
  });

  it.each([
    { times: 1, title: 'Ours', body: 'Theirs', reason: 'is kept' },
    { times: 2, error: 'ConflictError', reason: 'twice is not fought over' },
  ])('what somebody changes in that moment $reason', async item => {
    const ref = await createRepository(simulator, { files: yaml });
    await begin(ref);
    const repository = open(ref);
    const { number } = await repository.createPullRequest({
      ...{ branch: 'work', title: 'Add', body: '', draft: false },
    });
    let { times } = item;
    proxy.reply = async ({ method }): Promise<ProxyReply> => {
      if (method === 'PUT' && times) {
        times--;
        await forgeFor(simulator)
          .open(ref)
          .updatePullRequest(number, { body: 'Theirs' });
      }
      return 'pass';
    };
    const outcome = await repository
      .updatePullRequest(number, { title: 'Ours' })
      .catch(error => ({ error: error.name }));
    const { times: all, reason, ...expected } = item;
    expect(outcome).toMatchObject(expected);
  });

  it.each([
    { count: 3, rounds: 1, reason: 'of a small repository once' },
    { count: 120, rounds: 2, reason: 'of a large one as they are asked for' },
  ])('reads files $reason', async ({ count, rounds }) => {
    const ref = await createRepository(simulator, {
      files: Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`${n}.yaml`, `n: ${n}\n`]),
      ),
    });
    const repository = open(ref);
    const { commit } = (await repository.findBranch('main'))!;
    await repository.listFolder(commit, '');
    const before = proxy.requests.length;
    for (const path of ['0.yaml', '2.yaml']) {
      const read = await repository.readFiles(commit, [path]);
      expect(read.get(path)).toBe(`n: ${path[0]}\n`);
    }
    expect(proxy.requests.length - before).toBe(rounds);
  });

  it('reads of a later commit only what has changed', async () => {
    const names = ['0.yaml', '1.yaml', '2.yaml'];
    const ref = await createRepository(simulator, {
      files: Object.fromEntries(names.map(name => [name, `${name}\n`])),
    });
    const repository = open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    await repository.readFiles(onto, ['0.yaml']);
    const { commit } = await repository.commit({
      ...{ branch: 'work', create: true, onto, message: 'Change' },
      changes: [{ path: '1.yaml', previous: '1.yaml\n', content: 'one\n' }],
    });
    const read = await repository.readFiles(commit, names);
    expect([...read.values()]).toEqual(['0.yaml\n', 'one\n', '2.yaml\n']);
    const asked = proxy.requests.filter(({ body }) =>
      body.toString().includes('filter tree:0'),
    );
    expect(
      asked.map(({ body }) => body.toString().match(/want /g)!.length),
    ).toEqual([3, 1]);
  });

  it('opens a request with seven requests, however many files there are', async () => {
    const ref = await createRepository(simulator, {
      files: { 'apps/a.yaml': 'a: 1\n', 'apps/b.yaml': 'b: 1\n' },
    });
    const repository = open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    await repository.listFolder(onto, 'apps');
    await repository.readFiles(onto, ['apps/a.yaml', 'apps/b.yaml']);
    await repository.findBranch('work');
    await repository.commit({
      ...{ branch: 'work', create: true, onto, message: 'Add' },
      changes: [
        { path: 'apps/a.yaml', previous: 'a: 1\n', content: 'a: 2\n' },
        { path: 'apps/new/b.yaml', content: 'b: 1\n' },
      ],
    });
    await repository.createPullRequest({
      ...{ branch: 'work', title: 'Add', body: '', draft: true },
    });
    expect(
      proxy.requests.map(
        ({ method, path }) =>
          `${method} ${path.split('?')[0].split('/').at(-1)}`,
      ),
    ).toEqual([
      'GET branches',
      'POST git-upload-pack',
      'POST git-upload-pack',
      'GET branches',
      'POST git-receive-pack',
      'GET branches',
      'POST pull-requests',
    ]);
  });

  it.each([
    { limit: { secondary: 0 }, reason: 'a burst that is over at once' },
    {
      limit: { remaining: 0, resetAt: Math.floor(Date.now() / 1000) },
      reason: 'tokens that come now',
    },
  ])('waits for $reason', async ({ limit }) => {
    const ref = await createRepository(simulator, { files: yaml });
    const { remaining, resetAt } = simulator.limits;
    Object.assign(simulator.limits, limit);
    const repository = forgeFor(simulator, { baseUrl: proxy.url }, {}, () => {
      Object.assign(simulator.limits, { remaining, resetAt });
    }).open(ref);
    expect(await repository.findBranch('main')).toBeDefined();
    expect(proxy.requests).toHaveLength(2);
  });

  describe('what stands in the way', () => {
    const intent = { branch: 'databases/shop/create', message: 'feat: shop' };

    it.each([
      { title: undefined, requests: 1, reason: 'as in its address' },
      { title: 'Shop Platform', requests: 3, reason: 'otherwise' },
    ])(
      'is nothing for who may write, of one called $reason',
      async ({ title, requests }) => {
        const ref = await createRepository(simulator, { files: yaml });
        const there = simulator.repository(`${ref.owner}/${ref.repo}`)!;
        there.title = title;
        there.parent = 'CORE/upstream';
        const { obstacles, notes } = await open(ref).standing!(intent);
        expect(obstacles).toEqual([]);
        expect(notes).toEqual([
          expect.stringMatching(/fork of CORE\/upstream/),
        ]);
        expect(proxy.requests).toHaveLength(requests);
      },
    );

    it.each([
      { title: undefined, reason: 'as in its address' },
      { title: 'Shop Platform', reason: 'otherwise' },
    ])(
      'is told a token that may only read, of one called $reason',
      async item => {
        const ref = await createRepository(simulator, { files: yaml });
        simulator.repository(`${ref.owner}/${ref.repo}`)!.title = item.title;
        const reader = open(ref, 'BBDC-TEST-ONLY-read');
        expect((await reader.standing!(intent)).obstacles).toEqual([
          expect.stringMatching(/not push to it/),
        ]);
      },
    );

    it('is not known where the host lists nothing, or not all', async () => {
      const ref = await createRepository(simulator, { files: yaml });
      const answers = [
        { status: 401 },
        { status: 404 },
        { status: 200, body: '{"values":[],"isLastPage":false}' },
        { status: 200, body: '{"values":[],"isLastPage":true}' },
      ];
      for (const answer of answers) {
        proxy.reply = ({ path }) =>
          path.includes('/repos?') ? answer : 'pass';
        expect((await open(ref).standing!(intent)).obstacles).toEqual([]);
      }
    });
  });

  it('links to a line of a file', async () => {
    const { host } = new URL(simulator.url);
    const ref = { host, owner: '~ada', repo: 'shop', branch: 'main' };
    const file = { commit: 'c0ffee', path: 'a b/c.yaml', line: 7 };
    const { fileUrl } = forgeFor(simulator);
    const page = `${simulator.url}/projects/~ada/repos/shop/browse/a%20b/c.yaml`;
    expect(fileUrl!(ref, file)).toBe(`${page}?at=c0ffee#7`);
    expect(fileUrl!(ref, { ...file, branch: 'a/b' })).toBe(
      `${page}?at=refs%2Fheads%2Fa%2Fb#7`,
    );
  });
});

async function startSimulator(): Promise<ForgeSimulator> {
  const simulator = await ForgeSimulator.start(bitbucketServerDialect);
  for (const login of ['writer', 'reader', 'stranger'] as const) {
    simulator.addToken(tokens[login], login, ['REPO_WRITE']);
  }
  return simulator;
}

function forgeFor(
  { url }: ForgeSimulator,
  { baseUrl = url, timeout }: ForgeUnderTest = {},
  config: object = { token: tokens.writer },
  pause?: () => void,
) {
  const { host } = new URL(url);
  return createBitbucketServerForge({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          bitbucketServer: [
            {
              ...{ host, apiBaseUrl: `${baseUrl}/rest/api/1.0` },
              ...('password' in config ? {} : { token: tokens.writer }),
              ...config,
            },
          ],
        },
      }),
    ),
    runtime: {
      ...(timeout && { timeout }),
      ...(pause && { wait: async () => pause() }),
    },
  });
}

async function createRepository(
  simulator: ForgeSimulator,
  { archived, protectedBranch, ...seed }: RepositorySeed,
): Promise<RepositoryRef> {
  const name = `repository-${simulator.repositories().length + 1}`;
  const repository = await simulator.createRepository({
    ...{ owner: 'SHOP', name },
    roles: { writer: 'write', reader: 'read' },
  });
  if (seed.files) {
    await repository.seed(seed.files, seed);
  }
  repository.archived = archived ?? false;
  if (protectedBranch) {
    repository.protectedBranches.add(protectedBranch);
  }
  const { host } = new URL(simulator.url);
  return { host, owner: 'SHOP', repo: name, branch: 'main' };
}

const STATES: { readonly [state: string]: string } = {
  INPROGRESS: 'pending',
  SUCCESSFUL: 'success',
  FAILED: 'failure',
};

async function startBitbucketHost(): Promise<ForgeConformanceHost> {
  const simulator = await startSimulator();
  const find = ({ owner, repo }: RepositoryRef) =>
    simulator.repository(`${owner}/${repo}`)!;

  return {
    url: simulator.url,
    tokens,
    writer: 'writer',
    forge: options => forgeFor(simulator, options),
    createRepository: seed => createRepository(simulator, seed),
    gitUrl: ref => find(ref).git.folder,
    async merge(ref, number) {
      await find(ref).merge(number, 'writer');
    },
    async openPullRequest(ref, { branch, into }) {
      await find(ref).open({
        title: `From ${branch} into ${into}`,
        ...{ branch, base: into, body: '', draft: false, author: 'writer' },
        head: (await find(ref).git.head(branch))!,
      });
    },
    gives: ['reviewers'],
    tellsBeforehand: true,
    async given(ref, number) {
      const { labels, reviewers } = (await find(ref).pull(number))!;
      return { labels, reviewers };
    },
    statuses: async (ref, commit) =>
      find(ref)
        .statusesOf(commit)
        .map(({ context, state, description, url }) => ({
          ...{ context, description, url },
          state: STATES[state],
        })),
    readersSetStatuses: true,
    isRead: ({ method, path }) =>
      method === 'GET' || path.endsWith('/git-upload-pack'),
    stop: () => simulator.stop(),
  };
}

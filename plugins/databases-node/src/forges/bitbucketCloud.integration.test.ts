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
  bitbucketCloudDialect,
  ForgeConformanceHost,
  forgeConformance,
  ForgeProxy,
  ForgeSimulator,
  ForgeUnderTest,
  RepositorySeed,
} from '@basewell/testkit';
import { createBitbucketCloudForge } from './bitbucketCloud';
import { ForgeRepository } from './Forge';

jest.setTimeout(30_000);

const tokens = {
  writer: 'ATCTT-TEST-ONLY-writer',
  reader: 'ATCTT-TEST-ONLY-reader',
  stranger: 'ATCTT-TEST-ONLY-stranger',
  wrong: 'ATCTT-TEST-ONLY-wrong',
};
const scopes = ['repository:write', 'pullrequest:write', 'account'];
const yaml = { 'a.yaml': 'a: 1\n' };

forgeConformance({ name: 'Bitbucket Cloud', start: startBitbucketHost });

describe('Bitbucket Cloud', () => {
  let simulator: ForgeSimulator;
  let proxy: ForgeProxy;
  beforeAll(async () => {
    simulator = await startSimulator();
    simulator.addToken('ATCTT-TEST-ONLY-read', 'writer', [
      'repository',
      'pullrequest',
    ]);
    simulator.addToken('ATCTT-TEST-ONLY-pulls', 'writer', [
      'pullrequest:write',
    ]);
    simulator.addToken('ATCTT-TEST-ONLY-repository', 'writer', [
      'repository:write',
      'pullrequest:write',
    ]);
  });
  beforeEach(async () => {
    proxy = await ForgeProxy.start(simulator.url);
  });
  afterEach(() => proxy.stop());
  afterAll(() => simulator?.stop());

  const open = (ref: RepositoryRef, token?: string) =>
    forgeFor({ baseUrl: proxy.url }).open(ref, { token });
  const begin = async (ref: RepositoryRef, token?: string) => {
    const repository = open(ref, token);
    const { commit: onto } = (await repository.findBranch('main'))!;
    return repository.commit({
      ...{ branch: 'work', create: true, onto, message: 'Add' },
      changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
    });
  };
  const paths = () =>
    proxy.requests.map(
      ({ method, path }) =>
        `${method} ${path.split('?')[0].replace(/^\/2\.0\/repositories\/[^/]+\/[^/]+/, '')}`,
    );

  it.each([
    {
      config: { token: tokens.writer },
      authorization: `Bearer ${tokens.writer}`,
      git: basic('x-token-auth', tokens.writer),
      reason: 'a token of a repository',
    },
    {
      config: { username: 'ada@example.test', token: tokens.writer },
      authorization: basic('ada@example.test', tokens.writer),
      git: basic('x-bitbucket-api-token-auth', tokens.writer),
      reason: 'a token of an account',
    },
    {
      config: { username: 'ada', appPassword: tokens.writer },
      authorization: basic('ada', tokens.writer),
      git: basic('ada', tokens.writer),
      reason: 'an app password',
    },
  ])('sends $reason to the API and to git', async item => {
    const ref = await createRepository(simulator, { files: yaml });
    const repository = forgeFor({ baseUrl: proxy.url }, item.config).open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    const request = { branch: 'work', onto, message: 'Add' };
    const { commit } = await repository.commit({
      ...{ ...request, create: true },
      changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
    });
    const made = await repository.commit({
      ...{ ...request, create: false, replaces: commit },
      changes: [{ path: 'b.yaml', content: 'b: 2\n' }],
    });
    expect((await repository.findBranch('work'))?.commit).toBe(made.commit);
    const sent = (isGit: boolean) =>
      proxy.requests
        .filter(({ path }) => path.includes('.git/') === isGit)
        .map(({ headers }) => headers.authorization);
    expect(new Set(sent(false))).toEqual(new Set([item.authorization]));
    expect(sent(true)).toEqual([item.git, item.git]);
  });

  it('says so when there is an OAuth consumer only', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    const forge = forgeFor({}, { clientId: 'a', clientSecret: 'b' });
    expect(() => forge.open(ref)).toThrow(/clientId.*Replace it by token/);
  });

  describe('scopes of tokens', () => {
    it.each([
      { token: 'read', read: 'a: 1\n', reason: 'reads and does not write' },
      { token: 'pulls', read: 'NotAllowedError', reason: 'lacks the files' },
    ])('$token: $reason', async ({ token: name, read }) => {
      const ref = await createRepository(simulator, { files: yaml });
      const token = `ATCTT-TEST-ONLY-${name}`;
      const found = open(ref, token)
        .findBranch('main')
        .then(branch => open(ref, token).readFiles(branch!.commit, ['a.yaml']))
        .then(
          files => files.get('a.yaml'),
          error => error.name,
        );
      expect(await found).toBe(read);
      await expect(begin(ref, token)).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringMatching(/scope.*repository:write/),
      });
    });
  });

  describe('reviewers', () => {
    const opened = async (reviewers: readonly string[], token?: string) => {
      const ref = await createRepository(simulator, { files: yaml });
      await begin(ref);
      const { number, undone } = await open(ref, token).createPullRequest({
        ...{ branch: 'work', title: 'Add', body: 'x', draft: true, reviewers },
      });
      const pull = await simulator
        .repository(`${ref.owner}/${ref.repo}`)!
        .pull(number);
      expect(pull).toMatchObject({ title: 'Add', body: 'x', draft: true });
      return { undone, asked: pull!.reviewers };
    };

    it('are found by addresses and ids, and the author is none', async () => {
      const uuid = Buffer.from('stranger').toString('hex');
      const owners = ['reader@example.test', '@writer', `@{${uuid}}`];
      expect(await opened(owners)).toEqual({
        asked: expect.arrayContaining(['reader', 'stranger']),
      });
    });

    it('are not asked when several are called so', async () => {
      simulator.addToken('ATCTT-TEST-ONLY-twin', 'Twin', []);
      simulator.addToken('ATCTT-TEST-ONLY-other', 'twin', []);
      expect(await opened(['@twin', '@reader'])).toEqual({
        undone: [expect.stringMatching(/ask @twin for a review/)],
        asked: ['reader'],
      });
    });

    it('are not asked with a token that does not know who is there', async () => {
      const token = 'ATCTT-TEST-ONLY-repository';
      expect(await opened(['@reader', 'a@b.test'], token)).toEqual({
        undone: [
          expect.stringMatching(
            /^Could not ask @reader, a@b\.test for a review in .*scope account$/,
          ),
        ],
        asked: [],
      });
    });
  });

  it('says so when a branch cannot be moved, and leaves it where it is', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    const { commit } = await begin(ref);
    proxy.reply = ({ path }) =>
      path.endsWith('/git-receive-pack')
        ? { status: 403, body: 'rewriting history is not allowed' }
        : 'pass';
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
      message: expect.stringMatching(/rewriting history is not allowed/),
    });
    expect((await repository.findBranch('work'))?.commit).toBe(commit);
    expect(await repository.findBranch('work.next')).toBeUndefined();
  });

  it('quotes the rule that refuses a commit', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    proxy.reply = ({ method }) =>
      method === 'POST'
        ? { status: 400, body: '{"error":{"message":"No issue is named"}}' }
        : 'pass';
    await expect(begin(ref)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/No issue is named.*branch restrictions/),
    });
  });

  it('does not overwrite bytes that are no text', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    const { git } = simulator.repository(`${ref.owner}/${ref.repo}`)!;
    const main = (await git.head('main'))!;
    const id = await git.writeBlob(Buffer.from('gr\xFCn', 'latin1'));
    const commit = await git.writeCommit({
      tree: await git.writeTree(main, [
        { path: 'latin.txt', mode: '100644', id },
      ]),
      ...{ parents: [main], message: 'Latin', author: 'writer' },
    });
    await git.move('refs/heads/main', commit, main);
    const read = await open(ref).readFiles(commit, ['latin.txt']);
    expect(read.get('latin.txt')).toBe('gr\uFFFDn');
    await expect(
      open(ref).commit({
        ...{ branch: 'work', create: true, onto: commit, message: 'Change' },
        changes: [
          { path: 'latin.txt', previous: 'gr\uFFFDn', content: 'green' },
        ],
      }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('lists folder by folder where the host gives up', async () => {
    const deep = `${'d/'.repeat(12)}z.yaml`;
    const ref = await createRepository(simulator, {
      files: { ...yaml, [deep]: 'z: 1\n' },
    });
    const { commit } = (await open(ref).findBranch('main'))!;
    expect(await open(ref).listFiles(commit, '')).toEqual(['a.yaml', deep]);
    expect(await open(ref).listFolder(commit, 'd/d/d')).toEqual(['d/']);
    proxy.reply = ({ path }) =>
      path.includes('max_depth') ? { status: 555 } : 'pass';
    expect(await open(ref).listFolder(commit, 'd/d')).toEqual(['d/']);
    await expect(open(ref).listFiles(commit, '')).rejects.toMatchObject({
      name: 'NotImplementedError',
    });
  });

  it('does not take a commit that is gone for an empty one', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    await expect(
      open(ref).listFolder('0'.repeat(40), 'apps'),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(/no such commit any more/),
    });
  });

  const paged = async (ref: RepositoryRef) => {
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
    return onto;
  };
  const files = { 'apps/a.yaml': 'a: 1\n', 'apps/b.yaml': 'b: 1\n' };
  const writing = [
    'GET /refs/branches/work',
    'GET /refs/branches',
    'POST /src',
    'GET /refs/branches',
    'POST /pullrequests',
    'GET /pullrequests',
  ];

  it('opens a request with nine requests, however many files it reads', async () => {
    const ref = await createRepository(simulator, { files });
    await paged(ref);
    expect(paths()).toEqual([
      'GET /refs/branches/main',
      'GET ',
      `POST /acme/${ref.repo}.git/git-upload-pack`,
      ...writing,
    ]);
  });

  it.each([
    { git: 401, reason: 'does not know the token' },
    { git: 403, reason: 'does not let it in' },
    { git: 404, reason: 'is not there' },
    { git: 302, reason: 'is elsewhere' },
  ])('reads by the API where git $reason', async ({ git }) => {
    const ref = await createRepository(simulator, { files });
    proxy.reply = ({ path }) =>
      path.endsWith('/git-upload-pack') ? { status: git } : 'pass';
    const onto = await paged(ref);
    expect(paths()).toEqual([
      'GET /refs/branches/main',
      'GET ',
      `POST /acme/${ref.repo}.git/git-upload-pack`,
      `GET /src/${onto}/`,
      `GET /src/${onto}/apps/a.yaml`,
      `GET /src/${onto}/apps/b.yaml`,
      ...writing,
    ]);
  });

  it.each([
    { git: 503, reason: 'has trouble of its own' },
    { git: 429, reason: 'has had enough' },
  ])('reads by the API where git $reason, and asks it no more', async row => {
    const ref = await createRepository(simulator, { files });
    proxy.reply = ({ path }) =>
      path.endsWith('/git-upload-pack') ? { status: row.git } : 'pass';
    const repository = open(ref);
    const { commit } = (await repository.findBranch('main'))!;
    const made = await repository.commit({
      ...{ branch: 'work', create: true, onto: commit },
      ...{ message: 'Add', changes: [{ path: 'c.yaml', content: 'c: 1\n' }] },
    });
    const asked = () =>
      paths().filter(path => path.endsWith('/git-upload-pack')).length;
    const before = asked();
    expect(before).toBeGreaterThan(0);
    await repository.findBranch('work');
    const read = await repository.readFiles(made.commit, ['apps/a.yaml']);
    expect(read.get('apps/a.yaml')).toBe('a: 1\n');
    expect(asked()).toBe(before);
  });

  it.each([
    { body: '', reason: 'nothing' },
    { body: '0031ERR upload-pack: not our ref', reason: 'a refusal' },
    { body: '0008NAK\nPACK\0\0\0\x02\0\0\0\x01', reason: 'half a pack' },
  ])('reads by the API where git answers $reason', async ({ body }) => {
    const ref = await createRepository(simulator, { files });
    proxy.reply = ({ path }) =>
      path.endsWith('/git-upload-pack') ? { status: 200, body } : 'pass';
    const repository = open(ref);
    const { commit } = (await repository.findBranch('main'))!;
    const read = await repository.readFiles(commit, ['apps/a.yaml']);
    expect(read.get('apps/a.yaml')).toBe('a: 1\n');
    expect(paths()).toContain(`GET /src/${commit}/apps/a.yaml`);
  });

  it('reads a large repository, and what is no head, by the API', async () => {
    const ref = await createRepository(simulator, { files });
    const { commit } = (await open(ref).findBranch('main'))!;
    await open(ref).readFiles(commit, ['apps/a.yaml']);
    simulator.repository(`${ref.owner}/${ref.repo}`)!.size = 10 ** 8;
    await paged(ref);
    expect(paths().filter(path => path.includes('.git/'))).toEqual([]);
    expect(paths()).toContain(`GET /src/${commit}/apps/b.yaml`);
  });

  describe.each([
    { size: 10 ** 6, by: 'git', reason: 'a small repository' },
    { size: 10 ** 8, by: 'the API', reason: 'a large one' },
  ])('$reason, by $by', ({ size }) => {
    const tool = { path: 'bin/tool.sh', content: 'exit 0\n' };
    const odd = ['a b.yaml', 'q?x=1&y#z.yaml', '100%/%20.yaml', 'приложения/м'];
    let ref: RepositoryRef;
    let repository: ForgeRepository;
    let onto: string;
    beforeEach(async () => {
      ref = await createRepository(simulator, {
        files: {
          ...Object.fromEntries(odd.map(path => [path, `${path}\n`])),
          [tool.path]: tool.content,
        },
        executables: [tool.path],
        links: { 'link.yaml': 'a b.yaml' },
      });
      simulator.repository(`${ref.owner}/${ref.repo}`)!.size = size;
      repository = open(ref);
      onto = (await repository.findBranch('main'))!.commit;
    });

    it('reads names of all kinds, and no link', async () => {
      const read = await repository.readFiles(onto, [
        ...odd,
        'link.yaml',
        'no',
      ]);
      expect([...read]).toEqual([
        ...odd.map(path => [path, `${path}\n`]),
        ['link.yaml', undefined],
        ['no', undefined],
      ]);
      expect(await repository.listFiles(onto, '')).toEqual(
        [...odd, tool.path].sort(),
      );
      expect(await repository.listFolder(onto, 'приложения')).toEqual(['м']);
      expect(await repository.listFolder(onto, 'a b.yaml')).toBeUndefined();
    });

    it('keeps what can be executed, and adds what cannot', async () => {
      const request = { create: true, onto, message: 'Change' };
      const { commit } = await repository.commit({
        ...{ ...request, branch: 'work' },
        changes: [
          { path: tool.path, previous: tool.content, content: 'exit 1\n' },
          { path: 'bin/new.sh', content: 'exit 2\n' },
        ],
      });
      const { git } = simulator.repository(`${ref.owner}/${ref.repo}`)!;
      const entries = await git.entries(commit);
      expect(entries.get(tool.path)?.mode).toBe('100755');
      expect(entries.get('bin/new.sh')?.mode).toBe('100644');
    });

    it.each<{ path: string; previous?: string; reason: string }>([
      { path: 'bin', reason: 'a folder is there' },
      { path: 'a b.yaml', reason: 'a file is there' },
      { path: 'link.yaml', reason: 'a link is there' },
      { path: 'bin/tool.sh/x', reason: 'it would be in a file' },
      { path: 'a b.yaml', previous: 'b\n', reason: 'it has other content' },
    ])('refuses to write where $reason', async ({ path, previous }) => {
      await expect(
        repository.commit({
          ...{ branch: 'work', create: true, onto, message: 'Change' },
          changes: [{ path, content: 'x', previous }],
        }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(await repository.findBranch('work')).toBeUndefined();
    });
  });

  it('says of a fork that it is one, without asking again', async () => {
    const ref = await createRepository(simulator, { files });
    simulator.repository(`${ref.owner}/${ref.repo}`)!.parent = 'core/upstream';
    const repository = open(ref);
    const { commit } = (await repository.findBranch('main'))!;
    await repository.readFiles(commit, ['apps/a.yaml']);
    const before = proxy.requests.length;
    const intent = { branch: 'databases/shop/create', message: 'feat: shop' };
    expect(await repository.standing!(intent)).toEqual({
      obstacles: [],
      notes: [expect.stringMatching(/fork of core\/upstream/)],
    });
    expect(proxy.requests).toHaveLength(before);
  });

  it('waits for a burst that is over at once, and not for an hour', async () => {
    const ref = await createRepository(simulator, { files: yaml });
    simulator.limits.secondary = 0;
    expect(await open(ref).findBranch('main')).toBeDefined();
    expect(proxy.requests).toHaveLength(2);
    const { remaining } = simulator.limits;
    simulator.limits.remaining = 0;
    await expect(open(ref).findBranch('main')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/Rate limit.*limits requests/),
    });
    simulator.limits.remaining = remaining;
  });

  it('links to a line of a file', async () => {
    const file = { commit: 'c0ffee', path: 'a b/c.yaml', line: 7 };
    const ref = { host: 'bitbucket.org', owner: 'acme', repo: 'shop' };
    expect(forgeFor().fileUrl!({ ...ref, branch: 'main' }, file)).toBe(
      'https://bitbucket.org/acme/shop/src/c0ffee/a%20b/c.yaml#lines-7',
    );
  });
});

function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

async function startSimulator(): Promise<ForgeSimulator> {
  const simulator = await ForgeSimulator.start(bitbucketCloudDialect);
  for (const login of ['writer', 'reader', 'stranger'] as const) {
    simulator.addToken(tokens[login], login, scopes);
  }
  return simulator;
}

/** Bitbucket Cloud is where it is: requests to its two hosts are sent elsewhere. */
function forgeFor(
  { baseUrl = '', timeout }: ForgeUnderTest = {},
  config: object = { username: 'ada@example.test', token: tokens.writer },
) {
  return createBitbucketCloudForge({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({ integrations: { bitbucketCloud: [config] } }),
    ),
    runtime: {
      fetch: (address, request) =>
        fetch(
          String(address).replace(
            /^https:\/\/(?:api\.)?bitbucket\.org/,
            baseUrl,
          ),
          request,
        ),
      ...(timeout && { timeout }),
    },
  });
}

async function createRepository(
  simulator: ForgeSimulator,
  { protectedBranch, ...seed }: RepositorySeed,
): Promise<RepositoryRef> {
  const name = `repository-${simulator.repositories().length + 1}`;
  const repository = await simulator.createRepository({
    ...{ owner: 'acme', name },
    roles: { writer: 'write', reader: 'read' },
  });
  if (seed.files) {
    await repository.seed(seed.files, seed);
    // What is large is read by the API.
    repository.size = Object.keys(seed.files).length > 100 ? 10 ** 9 : 10 ** 6;
  }
  if (protectedBranch) {
    repository.protectedBranches.add(protectedBranch);
  }
  return { host: 'bitbucket.org', owner: 'acme', repo: name, branch: 'main' };
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
    forge: options => forgeFor({ baseUrl: simulator.url, ...options }),
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
    tellsUnknown: true,
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
    archivesNothing: true,
    stop: () => simulator.stop(),
  };
}

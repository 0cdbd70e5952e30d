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
  azureDialect,
  ForgeConformanceHost,
  forgeConformance,
  ForgeProxy,
  ForgeSimulator,
  ForgeUnderTest,
  RepositorySeed,
} from '@basewell/testkit';
import { createAzureForge } from './azure';

jest.setTimeout(30_000);

const tokens = {
  writer: 'pat-TEST-ONLY-writer',
  reader: 'pat-TEST-ONLY-reader',
  stranger: 'pat-TEST-ONLY-stranger',
  wrong: 'pat-TEST-ONLY-wrong',
};

forgeConformance({ name: 'Azure DevOps', start: startAzureHost });

describe('Azure DevOps', () => {
  let simulator: ForgeSimulator;
  let proxy: ForgeProxy;
  beforeAll(async () => {
    simulator = await startSimulator();
    for (const scope of ['vso.code', 'vso.code_status', 'vso.code_write']) {
      simulator.addToken(`pat-TEST-ONLY-${scope}`, 'writer', [scope]);
    }
  });
  beforeEach(async () => {
    proxy = await ForgeProxy.start(simulator.url);
  });
  afterEach(() => proxy.stop());
  afterAll(() => simulator?.stop());

  const files = { 'a.yaml': 'a: 1\n' };
  const addition = { path: 'b.yaml', content: 'b: 1\n' };
  const open = (ref: RepositoryRef, token?: string) =>
    forgeFor(simulator, { baseUrl: proxy.url }).open(ref, { token });
  const begin = async (ref: RepositoryRef, token?: string) => {
    const repository = open(ref, token);
    const { commit: onto } = (await repository.findBranch('main'))!;
    return repository.commit({
      ...{ branch: 'work', create: true, onto, message: 'Add' },
      changes: [addition],
    });
  };

  describe('scopes of tokens', () => {
    it.each([
      { scope: 'vso.code', read: 'a: 1\n', reason: 'reads and does not write' },
      {
        scope: 'vso.code_status',
        read: 'AuthenticationError',
        reason: 'sets statuses only',
      },
    ])('$scope: $reason', async ({ scope, read }) => {
      const ref = await createRepository(simulator, { files });
      const token = `pat-TEST-ONLY-${scope}`;
      const found = open(ref, token)
        .findBranch('main')
        .then(branch => open(ref, token).readFiles(branch!.commit, ['a.yaml']))
        .then(
          read_ => read_.get('a.yaml'),
          error => error.name,
        );
      expect(await found).toBe(read);
      await expect(begin(ref, token)).rejects.toMatchObject({
        name: 'AuthenticationError',
        message: expect.stringMatching(/TF400813/),
      });
    });

    it('vso.code_write: does all', async () => {
      const ref = await createRepository(simulator, { files });
      const { commit } = await begin(ref);
      const repository = open(ref);
      await repository.setStatus(commit, {
        ...{ context: 'databases/order', state: 'pending', description: 'x' },
      });
      const { number } = await repository.createPullRequest({
        ...{ branch: 'work', title: 'Add', body: '', draft: true },
      });
      await repository.closePullRequest(number);
      await repository.deleteBranch('work');
      expect(await repository.findBranch('work')).toBeUndefined();
    });
  });

  describe('reviewers', () => {
    const opened = async (reviewers: readonly string[], token?: string) => {
      const ref = await createRepository(simulator, { files });
      await begin(ref);
      const { number, undone } = await open(ref, token).createPullRequest({
        ...{ branch: 'work', title: 'Add', body: '', draft: false, reviewers },
      });
      const there = simulator.repository(`${ref.owner}/${ref.repo}`)!;
      return { undone, asked: (await there.pull(number))!.reviewers };
    };

    it('are found by their addresses, and the author is none', async () => {
      const mails = ['reader@example.test', 'writer@example.test'];
      expect(await opened(mails)).toEqual({ asked: ['reader'] });
    });

    it('are not asked when several are called so', async () => {
      simulator.addToken('pat-TEST-ONLY-twin', 'twin', []);
      simulator.addToken('pat-TEST-ONLY-other', 'twin@example.test', []);
      expect(await opened(['twin@example.test', '@reader'])).toEqual({
        undone: [expect.stringMatching(/ask twin@example\.test for a review/)],
        asked: ['reader'],
      });
    });

    it('are not asked with a token that reads no identities', async () => {
      const token = 'pat-TEST-ONLY-vso.code_write';
      expect(await opened(['@reader'], token)).toEqual({
        undone: [
          expect.stringMatching(
            /^Could not ask @reader for a review in .*Identity \(read\)$/,
          ),
        ],
        asked: [],
      });
    });
  });

  describe('what stands in the way', () => {
    const intent = { branch: 'databases/shop/create', message: 'feat: shop' };
    const policy = (refName: string, matchKind: string) => ({
      ...{ isEnabled: true, isBlocking: true, isDeleted: false },
      type: { displayName: 'Minimum number of reviewers' },
      settings: { scope: [{ repositoryId: null, refName, matchKind }] },
    });

    it('is told of a policy on the branch, of a fork and of maintenance', async () => {
      const ref = await createRepository(simulator, { files });
      const project = simulator.repository(`${ref.owner}/${ref.repo}`)!;
      project.policies = [policy('refs/heads/databases', 'Prefix')];
      project.parent = 'acme/Upstream/core';
      project.inMaintenance = true;
      const { obstacles, notes } = await open(ref).standing!(intent);
      expect(obstacles).toEqual([
        expect.stringMatching(
          /^The rule Minimum number of reviewers on databases of .* push to the branch databases\/shop\/create/,
        ),
      ]);
      expect(notes).toEqual([
        expect.stringMatching(/fork of Upstream\/core/),
        expect.stringMatching(/in maintenance/),
      ]);
    });

    it.each([
      {
        folder: 'databases',
        told: /not open pull requests/,
        reason: 'its own',
      },
      { folder: 'data', told: /not push to it/, reason: 'another one' },
    ])('is told who may write to a folder: $reason', async item => {
      const ref = await createRepository(simulator, { files });
      simulator
        .repository(`${ref.owner}/${ref.repo}`)!
        .openFolders.add(item.folder);
      const reader = open(ref, tokens.reader);
      expect((await reader.standing!(intent)).obstacles).toEqual([
        expect.stringMatching(item.told),
      ]);
    });

    it.each([401, 403, 404])(
      'is nothing that is known when the host answers %s',
      async status => {
        const ref = await createRepository(simulator, { files });
        const project = simulator.repository(`${ref.owner}/${ref.repo}`)!;
        project.policies = [policy('refs/heads/databases', 'Prefix')];
        proxy.reply = ({ path }) =>
          /\/(permissionevaluationbatch|policy\/configurations)/.test(path)
            ? { status }
            : 'pass';
        const reader = open(ref, tokens.reader);
        expect((await reader.standing!(intent)).obstacles).toEqual([]);
      },
    );
  });

  it('says so when a branch cannot be moved, and leaves it where it is', async () => {
    const ref = await createRepository(simulator, { files });
    const { commit } = await begin(ref);
    const name = 'refs/heads/work';
    proxy.reply = ({ path, body }) =>
      path.includes('/refs?') && JSON.parse(body.toString() || '[]').length > 1
        ? {
            status: 200,
            body: JSON.stringify({
              value: [
                { name, success: false, updateStatus: 'forcePushRequired' },
              ],
            }),
          }
        : 'pass';
    const repository = open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    await expect(
      repository.commit({
        ...{ branch: 'work', create: false, onto, message: 'Again' },
        replaces: commit,
        changes: [{ ...addition, content: 'b: 2\n' }],
      }),
    ).rejects.toMatchObject({
      name: 'NotImplementedError',
      message: expect.stringMatching(/the permission Force push/),
    });
    expect((await repository.findBranch('work'))?.commit).toBe(commit);
  });

  it('replaces what an interrupted run left', async () => {
    const ref = await createRepository(simulator, { files });
    const { commit } = await begin(ref);
    const repository = open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    const left = { branch: 'work.next', create: true, onto, message: 'Left' };
    await repository.commit({ ...left, changes: [addition] });
    const made = await repository.commit({
      ...{ branch: 'work', create: false, onto, message: 'Again' },
      replaces: commit,
      changes: [{ ...addition, content: 'b: 2\n' }],
    });
    expect((await repository.findBranch('work'))?.commit).toBe(made.commit);
    expect(await repository.findBranch('work.next')).toBeUndefined();
  });

  it('quotes the policy that refuses a commit', async () => {
    const ref = await createRepository(simulator, { files });
    proxy.reply = ({ path }) =>
      path.includes('/pushes')
        ? {
            status: 400,
            body: '{"message":"VS403654: The push was rejected because its size is greater than 1 MB"}',
          }
        : 'pass';
    await expect(begin(ref)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/VS403654.*push policies/),
    });
  });

  it('finds a branch behind a page of longer names', async () => {
    const ref = await createRepository(simulator, { files });
    const { commit } = (await open(ref).findBranch('main'))!;
    const { git } = simulator.repository(`${ref.owner}/${ref.repo}`)!;
    for (let index = 100; index < 202; index++) {
      await git.move(`refs/heads/work-${index}`, commit);
    }
    await git.move('refs/heads/workz', commit);
    expect(await open(ref).findBranch('workz')).toBeDefined();
    expect(await open(ref).findBranch('work-')).toBeUndefined();
    const [, first, second] = proxy.requests
      .slice(-3)
      .map(({ path }) => new URLSearchParams(path.split('?')[1]));
    expect(first.get('continuationToken')).toBeNull();
    expect(second.get('continuationToken')).toBe('refs/heads/work-200');
  });

  it('says that what answers is no zip', async () => {
    const ref = await createRepository(simulator, { files });
    const repository = open(ref);
    const { commit } = (await repository.findBranch('main'))!;
    proxy.reply = ({ path }) =>
      path.includes('/blobs') ? { status: 200, body: 'a: 1' } : 'pass';
    await expect(
      repository.readFiles(commit, ['a.yaml']),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/no zip/),
    });
  });

  it('reads bytes that are no text as U+FFFD', async () => {
    const ref = await createRepository(simulator, { files });
    const { git } = simulator.repository(`${ref.owner}/${ref.repo}`)!;
    const id = await git.writeBlob(Buffer.from('gr\xFCn', 'latin1'));
    const commit = await git.writeCommit({
      tree: await git.writeTree(undefined, [
        { path: 'latin.txt', mode: '100644', id },
      ]),
      ...{ parents: [], message: 'Latin', author: 'writer' },
    });
    const read = await open(ref).readFiles(commit, ['latin.txt']);
    expect(read.get('latin.txt')).toBe('gr\uFFFDn');
  });

  it('lists whole what is open behind a page of others', async () => {
    const ref = await createRepository(simulator, { files });
    const { commit } = await begin(ref);
    const project = simulator.repository(`${ref.owner}/${ref.repo}`)!;
    const body = 'word '.repeat(100).trim();
    const pull = { title: 'Add', body, draft: false, author: 'writer' };
    const old = { ...pull, branch: 'work', base: 'main', head: commit };
    const { number, createdAt } = await project.open(old);
    for (let count = 0; count < 100; count++) {
      await project.open({ ...old, branch: 'main' });
    }
    expect(await open(ref).listOpenPullRequests!('work')).toEqual([
      expect.objectContaining({ number, body, commit, openedAt: createdAt }),
    ]);
    expect(await open(ref).listOpenPullRequests!('nobody')).toEqual([]);
  });

  describe('a description that is too long for the host', () => {
    const section = (name: string) =>
      `### ${name}\n\n${'word '.repeat(400).trim()}\n\n`;
    const marks = `<!-- basewell:request {"a":"${'b'.repeat(900)}"} -->\n<!-- basewell:end -->\n`;
    const body = ['One', 'Two', 'Three'].map(section).join('') + marks;
    const openPull = async () => {
      const ref = await createRepository(simulator, { files });
      await begin(ref);
      const { number } = await open(ref).createPullRequest({
        ...{ branch: 'work', title: 'Add', body, draft: false },
      });
      return { ref, number };
    };
    const read = async (ref: RepositoryRef) =>
      (await open(ref).findPullRequests('work'))[0].body;

    it('goes on in a comment, and keeps what machines read', async () => {
      const { ref } = await openPull();
      const project = simulator.repository(`${ref.owner}/${ref.repo}`)!;
      const [{ body: kept }] = await project.pulls();
      expect(kept.length).toBeLessThanOrEqual(4_000);
      expect(kept.endsWith(marks)).toBe(true);
      expect(kept).toMatch(/\n\n\*Continues in a comment below\.\*/);
      expect(await read(ref)).toBe(body);
    });

    it.each([
      { to: body.replace('Three', 'Four'), reason: 'what the comment says' },
      { to: body.replace('One', 'Zero'), reason: 'what the description says' },
      { to: `short\n${marks}`, reason: 'all of it to less' },
      { to: `${body}${section('End')}`, reason: 'what stood at the end' },
    ])('is changed: $reason', async ({ to }) => {
      const { ref, number } = await openPull();
      const changed = await open(ref).updatePullRequest(number, { body: to });
      expect(changed.body).toBe(to);
      expect(await read(ref)).toBe(to);
    });

    it('is whole again after a run that ended before the comment', async () => {
      const ref = await createRepository(simulator, { files });
      await begin(ref);
      proxy.reply = ({ path }) =>
        path.includes('/threads') ? { status: 500, body: '' } : 'pass';
      const pull = { branch: 'work', title: 'Add', body, draft: false };
      await expect(open(ref).createPullRequest(pull)).rejects.toThrow(/500/);
      proxy.reply = () => 'pass';
      const [left] = await open(ref).findPullRequests('work');
      expect(left.body).toContain(marks);
      await open(ref).updatePullRequest(left.number, { body });
      expect(await read(ref)).toBe(body);
    });

    it('is refused when machines have too much to read', async () => {
      const ref = await createRepository(simulator, { files });
      await begin(ref);
      await expect(
        open(ref).createPullRequest({
          ...{ branch: 'work', title: 'Add', draft: false },
          body: `text\n\n<!-- ${'x'.repeat(4_000)} -->`,
        }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/Ask for fewer databases/),
      });
      expect(await open(ref).findPullRequests('work')).toEqual([]);
    });
  });

  it('sets the status of open pull requests too, for policies', async () => {
    const ref = await createRepository(simulator, { files });
    const { commit } = await begin(ref);
    const pull = { branch: 'work', title: 'Add', body: '', draft: false };
    const closed = await open(ref).createPullRequest(pull);
    await open(ref).closePullRequest(closed.number);
    const { number } = await open(ref).createPullRequest(pull);
    await open(ref).setStatus(commit, {
      ...{ context: 'databases/order', state: 'failure', description: 'x' },
    });
    const statusesOf = async (id: number) => {
      const { pathname } = new URL(`http://host/${ref.owner}`);
      const answer = await fetch(
        `${simulator.url}${pathname}/_apis/git/repositories/${ref.repo}/pullrequests/${id}/statuses?api-version=7.1`,
        { headers: { authorization: `Bearer ${tokens.writer}` } },
      );
      return ((await answer.json()) as { readonly value: unknown }).value;
    };
    expect(await statusesOf(closed.number)).toEqual([]);
    expect(await statusesOf(number)).toEqual([
      {
        context: { genre: 'databases', name: 'order' },
        ...{ state: 'failed', description: 'x' },
      },
    ]);
  });

  it('leads to the line of a file', () => {
    const ref = {
      ...{ host: 'dev.azure.com', owner: 'acme/Web Shop', repo: 'core' },
      branch: 'main',
    };
    const forge = createAzureForge({
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    });
    expect(
      forge.fileUrl!(ref, { commit: 'c0ffee', path: 'a b/c.yaml', line: 7 }),
    ).toBe(
      'https://dev.azure.com/acme/Web%20Shop/_git/core?path=%2Fa+b%2Fc.yaml&version=GCc0ffee&line=7&lineEnd=8&lineStartColumn=1&lineEndColumn=1&_a=contents',
    );
  });

  it('asks for the project where there is none', async () => {
    const ref = await createRepository(simulator, {});
    expect(() => open({ ...ref, owner: 'acme' })).toThrow(
      /has no project: write repoUrl as .*organization=ORGANIZATION&project=/,
    );
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
    const asked = proxy.requests.filter(({ path }) => path.includes('/blobs?'));
    expect(asked.map(({ body }) => JSON.parse(body.toString()).length)).toEqual(
      [3, 1],
    );
  });

  it('opens a request with seven requests', async () => {
    const ref = await createRepository(simulator, {
      files: { 'apps/a.yaml': 'a: 1\n' },
    });
    const repository = open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    await repository.listFolder(onto, 'apps');
    await repository.readFiles(onto, ['apps/a.yaml']);
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
      proxy.requests.map(({ method, path }) => {
        const [, asked] = path.split('/_apis/git/repositories/');
        return `${method} ${asked.split('?')[0].replace(/^[^/]+/, '')}`;
      }),
    ).toEqual([
      'GET /refs',
      'GET ',
      'POST /itemsbatch',
      'POST /blobs',
      'POST /pushes',
      'GET /refs',
      'POST /pullrequests',
    ]);
  });

  it.each([
    { limit: { secondary: 0 }, reason: 'a burst that is over at once' },
    {
      limit: { remaining: 0, resetAt: Math.floor(Date.now() / 1000) },
      reason: 'a window that ends now',
    },
  ])('waits for $reason', async ({ limit }) => {
    const ref = await createRepository(simulator, { files });
    const { remaining, resetAt } = simulator.limits;
    Object.assign(simulator.limits, limit);
    const repository = forgeFor(simulator, { baseUrl: proxy.url }, async () => {
      Object.assign(simulator.limits, { remaining, resetAt });
    }).open(ref);
    expect(await repository.findBranch('main')).toBeDefined();
    expect(proxy.requests).toHaveLength(2);
  });
});

async function startSimulator(): Promise<ForgeSimulator> {
  const simulator = await ForgeSimulator.start(azureDialect);
  for (const login of ['writer', 'reader', 'stranger'] as const) {
    simulator.addToken(tokens[login], login, [
      'vso.code_write',
      'vso.identity',
    ]);
  }
  return simulator;
}

function forgeFor(
  { url }: ForgeSimulator,
  { baseUrl = url, timeout }: ForgeUnderTest = {},
  wait?: () => Promise<void>,
) {
  const { host } = new URL(url);
  return createAzureForge({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          azure: [
            { host, credentials: [{ personalAccessToken: tokens.writer }] },
          ],
        },
      }),
    ),
    runtime: {
      // Hosts of Azure DevOps have no address but their own, by HTTPS.
      fetch: (address, init) =>
        fetch(String(address).replace(`https://${host}`, baseUrl), init),
      ...(timeout && { timeout }),
      ...(wait && { wait }),
    },
  });
}

async function createRepository(
  simulator: ForgeSimulator,
  { archived, protectedBranch, ...seed }: RepositorySeed,
): Promise<RepositoryRef> {
  const name = `repository-${simulator.repositories().length + 1}`;
  const owner = 'acme/Web Shop';
  const repository = await simulator.createRepository({
    ...{ owner, name },
    roles: { writer: 'write', reader: 'read' },
  });
  if (seed.files) {
    await repository.seed(seed.files, seed);
    // What is large is listed folder by folder.
    repository.size = Object.keys(seed.files).length > 100 ? 10 ** 9 : 10 ** 6;
  }
  repository.archived = archived ?? false;
  if (protectedBranch) {
    repository.protectedBranches.add(protectedBranch);
  }
  const { host } = new URL(simulator.url);
  return { host, owner, repo: name, branch: 'main' };
}

async function startAzureHost(): Promise<ForgeConformanceHost> {
  const simulator = await startSimulator();
  const find = ({ owner, repo }: RepositoryRef) =>
    simulator.repository(`${owner}/${repo}`)!;

  return {
    url: simulator.url,
    tokens,
    writer: 'writer',
    hidesArchived: true,
    tellsBeforehand: true,
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
    gives: ['labels', 'reviewers'],
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
          state: state === 'succeeded' ? 'success' : state,
        })),
    isRead: ({ method, path }) =>
      method === 'GET' ||
      /\/(itemsbatch|blobs|pullrequestquery|permissionevaluationbatch)\?/.test(
        path,
      ),
    stop: () => simulator.stop(),
  };
}

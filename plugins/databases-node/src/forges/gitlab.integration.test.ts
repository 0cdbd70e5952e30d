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
  ForgeConformanceHost,
  forgeConformance,
  ForgeProxy,
  ForgeSimulator,
  ForgeUnderTest,
  ForgeWorkingCopy,
  gitlabDialect,
  RepositorySeed,
} from '@basewell/testkit';
import { createGitlabForge } from './gitlab';

jest.setTimeout(30_000);

const tokens = {
  writer: 'glpat-TEST-ONLY-writer',
  reader: 'glpat-TEST-ONLY-reader',
  stranger: 'glpat-TEST-ONLY-stranger',
  wrong: 'glpat-TEST-ONLY-wrong',
};

forgeConformance({ name: 'GitLab', start: startGitlabHost });

describe('GitLab', () => {
  let simulator: ForgeSimulator;
  let proxy: ForgeProxy;
  beforeAll(async () => {
    simulator = await startSimulator();
    for (const scope of ['read_api', 'read_repository', 'write_repository']) {
      simulator.addToken(`glpat-TEST-ONLY-${scope}`, 'writer', [scope]);
    }
  });
  beforeEach(async () => {
    proxy = await ForgeProxy.start(simulator.url);
  });
  afterEach(() => proxy.stop());
  afterAll(() => simulator?.stop());

  const open = (ref: RepositoryRef, token?: string) =>
    forgeFor(simulator, { baseUrl: proxy.url }).open(ref, { token });
  const addition = { path: 'b.yaml', content: 'b: 1\n' };

  describe('rules of approval', () => {
    const rule = {
      ...{ name: 'Owners', approvals_required: 2 },
      eligible_approvers: [{ username: 'grace' }, { username: 'heidi' }],
      ...{ protected_branches: [], applies_to_all_protected_branches: false },
    };
    const shown = {
      ...{ rule: 'Owners', required: 2, approvers: ['@grace', '@heidi'] },
    };
    const on = (...names: readonly string[]) => ({
      ...rule,
      protected_branches: names.map(name => ({ name })),
    });

    it.each([
      { rules: undefined, approvals: [], reason: 'a tier that has none' },
      { rules: [rule], approvals: [shown], reason: 'for all branches' },
      { rules: [on('main')], approvals: [shown], reason: 'for this branch' },
      { rules: [on('v1', 'm*n')], approvals: [shown], reason: 'by a pattern' },
      { rules: [on('v1', 'ma')], approvals: [], reason: 'for others' },
      {
        rules: [{ ...on('v1'), applies_to_all_protected_branches: true }],
        ...{ approvals: [shown], reason: 'for all that are protected' },
      },
      {
        rules: [{ ...rule, approvals_required: 0 }],
        ...{ approvals: [], reason: 'nobody has to' },
      },
      {
        rules: [{ ...rule, eligible_approvers: [] }],
        ...{ approvals: [{ ...shown, approvers: [] }], reason: 'anybody may' },
      },
    ])('$reason', async ({ rules, approvals }) => {
      const ref = await createProject(simulator, { files: { a: 'a\n' } });
      const project = simulator.repository(`${ref.owner}/${ref.repo}`)!;
      project.approvalRules = rules;
      expect(await open(ref).approvals!()).toEqual(approvals);
    });

    it('are none where they may not be read', async () => {
      const ref = await createProject(simulator, { files: { a: 'a\n' } });
      proxy.reply = ({ path }) =>
        path.includes('/approval_rules') ? { status: 403, body: '{}' } : 'pass';
      expect(await open(ref).approvals!()).toEqual([]);
    });
  });
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
      { scope: 'read_api', read: 'a: 1\n', reason: 'reads and does not write' },
      {
        scope: 'read_repository',
        read: 'NotAllowedError',
        reason: 'clones only',
      },
      {
        scope: 'write_repository',
        read: 'NotAllowedError',
        reason: 'clones and pushes only',
      },
    ])('$scope: $reason', async ({ scope, read }) => {
      const ref = await createProject(simulator, {
        files: { 'a.yaml': 'a: 1\n' },
      });
      const token = `glpat-TEST-ONLY-${scope}`;
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
        message: expect.stringMatching(/insufficient_scope.*the scope api/),
      });
    });

    it('api: writes, and moves a branch by git', async () => {
      const ref = await createProject(simulator, {
        files: { 'a.yaml': 'a: 1\n' },
      });
      const { commit } = await begin(ref);
      const repository = open(ref);
      const { commit: onto } = (await repository.findBranch('main'))!;
      const made = await repository.commit({
        ...{ branch: 'work', create: false, onto, message: 'Again' },
        replaces: commit,
        changes: [{ ...addition, content: 'b: 2\n' }],
      });
      expect(await repository.findBranch('work')).toEqual({
        name: 'work',
        commit: made.commit,
      });
    });
  });

  it('says so when a branch cannot be moved, and leaves it where it is', async () => {
    const ref = await createProject(simulator, {
      files: { 'a.yaml': 'a: 1\n' },
    });
    const { commit } = await begin(ref);
    proxy.reply = ({ path }) =>
      path.endsWith('/git-receive-pack')
        ? { status: 403, body: 'Git access over HTTP is not allowed' }
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
      message: expect.stringMatching(/Git access over HTTP is not allowed/),
    });
    expect((await repository.findBranch('work'))?.commit).toBe(commit);
    expect(await repository.findBranch('work.next')).toBeUndefined();
  });

  it('quotes the rule of a project that refuses a commit', async () => {
    const ref = await createProject(simulator, {
      files: { 'a.yaml': 'a: 1\n' },
    });
    proxy.reply = ({ method, path }) =>
      method === 'POST' && path.endsWith('/repository/commits')
        ? {
            status: 400,
            body: '{"message":"Commit message does not follow the pattern \'^DB-\'"}',
          }
        : 'pass';
    await expect(begin(ref)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/follow the pattern '\^DB-'.*push rules/),
    });
  });

  it('finds out that a project is archived when it is refused', async () => {
    const ref = await createProject(simulator, {
      files: { 'a.yaml': 'a: 1\n' },
      archived: true,
    });
    await expect(begin(ref)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/archived/),
    });
  });

  it('asks for fewer files when the host does not hand out so much', async () => {
    const files = { 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' };
    const ref = await createProject(simulator, { files });
    const repository = open(ref);
    const { commit } = (await repository.findBranch('main'))!;
    const errors = [
      { message: 'Max blobs size limit exceeded (27 MB / 20 MB).' },
    ];
    proxy.reply = ({ body }) =>
      JSON.parse(body.toString()).variables.q0_paths.length > 1
        ? { status: 200, body: JSON.stringify({ data: null, errors }) }
        : 'pass';
    const read = await repository.readFiles(commit, Object.keys(files));
    expect(Object.fromEntries(read)).toEqual(files);
    proxy.reply = () => ({ status: 200, body: JSON.stringify({ errors }) });
    await expect(repository.readFiles(commit, ['a.txt'])).rejects.toMatchObject(
      {
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(/27 MB/),
      },
    );
  });

  it('reads bytes that are no text as bytes', async () => {
    const ref = await createProject(simulator, { files: { 'a.yaml': 'a' } });
    const project = simulator.repository(`${ref.owner}/${ref.repo}`)!;
    const main = (await project.git.head('main'))!;
    const latin = Buffer.from('gr\xFCn', 'latin1');
    const tree = await project.git.writeTree(undefined, [
      {
        ...{ path: 'latin.txt', mode: '100644' },
        id: await project.git.writeBlob(latin),
      },
    ]);
    const commit = await project.git.writeCommit({
      ...{ tree, parents: [main], message: 'Latin', author: 'writer' },
    });
    const read = await open(ref).readFiles(commit, ['latin.txt']);
    expect(read.get('latin.txt')).toBe('gr\uFFFDn');
    expect(proxy.requests.at(-1)!.path).toMatch(/\/repository\/blobs\/\w{40}$/);
  });

  it('does not take a commit that is gone for an empty one', async () => {
    const ref = await createProject(simulator, { files: { 'a.yaml': 'a' } });
    proxy.reply = ({ path }) =>
      path.includes('/repository/tree')
        ? { status: 404, body: '{"message":"404 Tree Not Found"}' }
        : 'pass';
    await expect(
      open(ref).listFolder('0'.repeat(40), 'apps'),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(/no such commit any more/),
    });
  });

  it('lists many folders of a large project with one question', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 240 }, (_, index) => [
        index < 120 ? `many/${index}.yaml` : `apps/app-${index % 20}/${index}`,
        'a: 1\n',
      ]),
    );
    const ref = await createProject(simulator, { files });
    const repository = open(ref);
    const { commit } = (await repository.findBranch('main'))!;
    // Three documents: GitLab would not answer one of that size.
    const folders = Array.from({ length: 40 }, (_, at) => `apps/app-${at}`);
    const listed = await Promise.all(
      folders.map(folder => repository.listFolder(commit, folder)),
    );
    expect(listed.map(names => names?.length)).toEqual([
      ...Array(20).fill(6),
      ...Array(20).fill(undefined),
    ]);
    expect(proxy.requests).toHaveLength(2 + 3);
    expect(await repository.listFolder(commit, '')).toEqual(['apps/', 'many/']);
    expect(await repository.listFolder(commit, 'many')).toHaveLength(120);
  });

  it('does not let a description command the host', async () => {
    const ref = await createProject(simulator, {
      files: { 'a.yaml': 'a: 1\n' },
    });
    await begin(ref);
    const body = '/merge\nWhy: faster\n\n/approve\n  /close now\n\\done\n/';
    const opened = await open(ref).createPullRequest({
      ...{ branch: 'work', title: 'Add', body, draft: false },
    });
    expect(opened).toMatchObject({ body, state: 'open' });
    const changed = { body: `/reopen\n${body}` };
    expect(
      await open(ref).updatePullRequest(opened.number, changed),
    ).toMatchObject(changed);
    const project = simulator.repository(`${ref.owner}/${ref.repo}`)!;
    const [{ body: kept }] = await project.pulls();
    expect(kept).not.toMatch(/^\s*\//m);
  });

  it('opens a request with seven requests', async () => {
    const ref = await createProject(simulator, {
      files: { 'apps/a.yaml': 'a: 1\n' },
    });
    const repository = open(ref);
    const { commit: onto } = (await repository.findBranch('main'))!;
    await repository.listFolder(onto, 'apps');
    await repository.readFiles(onto, ['apps/a.yaml']);
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
      proxy.requests.map(({ method, path }) => {
        const [asked] = path.split('?');
        return `${method} ${asked.replace(/^\/api(?:\/v4\/projects\/[^/]+)?\//, '')}`;
      }),
    ).toEqual([
      'GET repository/branches/main',
      'GET repository/tree',
      'POST graphql',
      'GET repository/branches/work',
      'POST repository/commits',
      'POST merge_requests',
      'GET merge_requests',
    ]);
  });

  it.each([
    { limit: { secondary: 0 }, reason: 'a burst that is over at once' },
    {
      limit: { remaining: 0, resetAt: Math.floor(Date.now() / 1000) },
      reason: 'a window that ends now',
    },
  ])('waits for $reason', async ({ limit }) => {
    const ref = await createProject(simulator, { files: { 'a.yaml': 'a' } });
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
  const simulator = await ForgeSimulator.start(gitlabDialect);
  for (const login of ['writer', 'reader', 'stranger'] as const) {
    simulator.addToken(tokens[login], login, ['api']);
  }
  return simulator;
}

function forgeFor(
  { url }: ForgeSimulator,
  { baseUrl = url, timeout }: ForgeUnderTest = {},
  wait?: () => Promise<void>,
) {
  const { host } = new URL(url);
  return createGitlabForge({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          gitlab: [
            {
              ...{ host, baseUrl, token: tokens.writer },
              apiBaseUrl: `${baseUrl}/api/v4`,
            },
          ],
        },
      }),
    ),
    runtime: { ...(timeout && { timeout }), ...(wait && { wait }) },
  });
}

async function createProject(
  simulator: ForgeSimulator,
  { archived, protectedBranch, ...seed }: RepositorySeed,
): Promise<RepositoryRef> {
  const name = `project-${simulator.repositories().length + 1}`;
  const owner = 'group/subgroup';
  const project = await simulator.createRepository({
    ...{ owner, name },
    roles: { writer: 'write', reader: 'read' },
  });
  if (seed.files) {
    const copy = await ForgeWorkingCopy.clone(project.git.folder);
    await copy.push('main', seed);
    await copy.remove();
  }
  project.archived = archived ?? false;
  if (protectedBranch) {
    project.protectedBranches.add(protectedBranch);
  }
  const { host } = new URL(simulator.url);
  return { host, owner, repo: name, branch: 'main' };
}

async function startGitlabHost(): Promise<ForgeConformanceHost> {
  const simulator = await startSimulator();
  const find = ({ owner, repo }: RepositoryRef) =>
    simulator.repository(`${owner}/${repo}`)!;

  return {
    url: simulator.url,
    tokens,
    writer: 'writer',
    tellsBeforehand: true,
    forge: options => forgeFor(simulator, options),
    createRepository: seed => createProject(simulator, seed),
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
    async given(ref, number) {
      const { labels, reviewers } = (await find(ref).pull(number))!;
      return { labels, reviewers };
    },
    statuses: async (ref, commit) =>
      find(ref)
        .statusesOf(commit)
        .map(({ context, state, description, url }) => ({
          ...{ context, state, description, url },
        })),
    isRead: ({ method, path }) => method === 'GET' || path === '/api/graphql',
    stop: () => simulator.stop(),
  };
}

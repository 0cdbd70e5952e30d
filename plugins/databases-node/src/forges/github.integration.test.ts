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

import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import {
  ForgeConformanceHost,
  forgeConformance,
  ForgeProxy,
  ForgeSimulator,
  ForgeUnderTest,
  RepositorySeed,
  SimulatedRepository,
  startGithub,
} from '@basewell/testkit';
import { ForgeCommitRequest, ForgeRepository } from './Forge';
import { ForgeRuntime } from './ForgeRuntime';
import { createGithubForge } from './github';

jest.setTimeout(30_000);

forgeConformance({ name: 'GitHub', start: startGithubHost });

describe('GitHub', () => {
  const app = 'basewell[bot]';
  const permissions = [
    ...['metadata:read', 'contents:read', 'contents:write'],
    ...['pull_requests:write', 'statuses:write'],
  ];
  const keys = newKeys();
  let simulator: ForgeSimulator;
  let proxy: ForgeProxy;
  let repositories = 0;

  beforeAll(async () => {
    simulator = await startGithub([
      {
        ...{ id: 7, slug: 'basewell', owner: 'owner' },
        publicKey: keys.publicKey,
        permissions: ['contents:write', 'pull_requests:write'],
      },
    ]);
    simulator.addToken('TEST-ONLY-writer', 'writer', ['repo']);
    permissions.forEach((last, index) =>
      simulator.addToken(
        `TEST-ONLY-${last}`,
        app,
        permissions.slice(0, index + 1),
      ),
    );
  });
  beforeEach(async () => {
    proxy = await ForgeProxy.start(simulator.url);
  });
  afterEach(() => proxy.stop());
  afterAll(() => simulator?.stop());

  async function create(seed: RepositorySeed) {
    const settings = {
      owner: 'owner',
      name: `repository-${++repositories}`,
      roles: { writer: 'write', [app]: 'write' },
    } as const;
    const repository = await simulator.createRepository(settings);
    await fill(repository, seed);
    const { host } = new URL(simulator.url);
    const ref = { host, owner: 'owner', repo: settings.name, branch: 'main' };
    const open = (token = 'TEST-ONLY-writer') =>
      forgeFor(simulator, token, { baseUrl: proxy.url }).open(ref);
    return { repository, open };
  }

  const seed: RepositorySeed = {
    files: { 'a.yaml': 'a: 1\n', 'run.sh': 'echo\n' },
    executables: ['run.sh'],
  };
  const branch = 'databases/shop/create';
  const commit = async (
    opened: ForgeRepository,
    change: Partial<ForgeCommitRequest> = {},
  ) => {
    const base = await opened.findBranch('main');
    return opened.commit({
      ...{ branch, create: true, onto: base!.commit, message: 'Add' },
      changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
      ...change,
    });
  };
  const draft = { branch, title: 'Add', body: '', draft: true };

  it.each([
    { permission: 'metadata:read', can: [] },
    { permission: 'contents:read', can: ['read'] },
    { permission: 'contents:write', can: ['read', 'commit'] },
    { permission: 'pull_requests:write', can: ['read', 'commit', 'open'] },
    {
      permission: 'statuses:write',
      can: ['read', 'commit', 'open', 'set a status'],
    },
  ])('can $can with an App up to $permission', async ({ permission, can }) => {
    const { repository, open } = await create(seed);
    const opened = open(`TEST-ONLY-${permission}`);
    const onto = (await repository.git.head('main'))!;
    const change = { path: 'b.yaml', content: 'b: 1\n' };
    const calls: { readonly [what: string]: () => Promise<unknown> } = {
      read: () => opened.readFiles(onto, ['a.yaml']),
      commit: () =>
        opened.commit({
          ...{ branch, create: true, onto, message: 'Add' },
          changes: [change],
        }),
      open: () => opened.createPullRequest(draft),
      'set a status': () =>
        opened.setStatus(onto, {
          ...{ context: 'databases/order', state: 'pending' },
          description: 'x'.repeat(200),
        }),
    };
    const done: string[] = [];
    const refusals: string[] = [];
    for (const [what, call] of Object.entries(calls)) {
      await call().then(
        () => done.push(what),
        ({ name, message }: Error) => refusals.push(`${name}: ${message}`),
      );
    }
    expect(done).toEqual(can);
    expect(
      refusals.filter(text => !/^NotAllowedError: .*Contents/.test(text)),
    ).toEqual([]);
  });

  it('needs the permissions that the guide names', () => {
    const guide = readFileSync(
      resolve(__dirname, '../../../../docs/how-to/connect-github.md'),
      'utf8',
    );
    const rows = [
      ...guide.matchAll(/^ +\| (\w[\w ]+?) +\| (read|write) +\|/gm),
    ];
    const named = rows.map(
      ([, name, access]) =>
        `${name.toLowerCase().replace('commit ', '').replace(' ', '_')}:${access}`,
    );
    expect(named).toEqual(permissions.filter(name => name !== 'contents:read'));
  });

  it('gets tokens of an App by its key', async () => {
    const { open } = await create(seed);
    await commit(open());
    const config = (privateKey: string) => ({
      ...{ appId: 7, clientId: 'x', clientSecret: 'x', webhookSecret: 'x' },
      privateKey,
    });
    const opened = (privateKey: string) =>
      forgeWith({
        ...{ host: new URL(simulator.url).host, apps: [config(privateKey)] },
        apiBaseUrl: `${simulator.url}/api/v3`,
      }).open({ ...open().ref });
    const pull = await opened(keys.privateKey).createPullRequest(draft);
    expect(pull.author).toBe('basewell[bot]');
    const other = newKeys();
    await expect(
      opened(other.privateKey).findBranch('main'),
    ).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringMatching(/JSON web token.*integrations\.github/),
    });
  });

  it('opens what cannot be a draft as ready', async () => {
    const { repository, open } = await create(seed);
    repository.drafts = false;
    const opened = open();
    await commit(opened);
    await expect(opened.createPullRequest(draft)).resolves.toMatchObject({
      state: 'open',
      draft: false,
    });
  });

  it('makes a commit in four requests, the first look included', async () => {
    const { open } = await create(seed);
    await commit(open());
    // The head, what is at the path, whether the branch is there, the commit.
    expect(proxy.requests).toHaveLength(4);
  });

  it('asks once for all that is wanted in one turn', async () => {
    const { open } = await create(seed);
    const opened = open();
    const { commit: head } = (await opened.findBranch('main'))!;
    await Promise.all([
      opened.listFolder(head, ''),
      opened.listFolder(head, 'none'),
      opened.readFiles(head, ['a.yaml', 'none/a.yaml']),
      opened.findBranch(branch),
      opened.findPullRequests(branch),
    ]);
    expect(proxy.requests).toHaveLength(2);
    await opened.commit({
      ...{ branch, create: true, onto: head, message: 'Add' },
      changes: [
        { path: 'b.yaml', content: 'b: 1\n' },
        { path: 'a.yaml', previous: 'a: 1\n', content: 'a: 2\n' },
      ],
    });
    expect(proxy.requests).toHaveLength(3);
  });

  it('takes the branch back when GitHub refuses the commit', async () => {
    const { repository, open } = await create(seed);
    repository.refusedPath = 'b.yaml';
    await expect(commit(open())).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/rule violations.*b\.yaml/),
    });
    expect(await repository.git.head(branch)).toBeUndefined();
  });

  it('says which server it takes to make a commit in place of another', async () => {
    const { repository, open } = await create(seed);
    const opened = open();
    const { commit: replaces } = await commit(opened);
    proxy.reply = ({ body }) =>
      body.includes('updateRefs')
        ? {
            status: 200,
            body: JSON.stringify({
              errors: [
                {
                  message:
                    "Field 'updateRefs' doesn't exist on type 'Mutation'",
                  extensions: { code: 'undefinedField' },
                },
              ],
            }),
          }
        : 'pass';
    await expect(
      commit(opened, { create: false, replaces }),
    ).rejects.toMatchObject({
      name: 'NotImplementedError',
      message: expect.stringMatching(/Enterprise Server/),
    });
    expect(await repository.git.head(branch)).toBe(replaces);
  });

  it('refuses to list what GitHub cuts', async () => {
    const { repository, open } = await create(seed);
    repository.mostNames = 1;
    const opened = open();
    const { commit: head } = (await opened.findBranch('main'))!;
    await expect(opened.listFiles(head, '')).rejects.toMatchObject({
      name: 'NotImplementedError',
    });
  });

  it('waits for a secondary limit, and tells until when the primary one lasts', async () => {
    const { open } = await create(seed);
    simulator.limits.secondary = 0;
    await expect(open().findBranch('main')).resolves.toBeDefined();
    expect(proxy.requests).toHaveLength(2);
    proxy.reply = () => ({
      status: 200,
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': `${Math.ceil(Date.now() / 1000) + 1_800}`,
      },
      body: '{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}',
    });
    await expect(open().findBranch('main')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/limit exceeded.*run again after 20/),
    });
    expect(proxy.requests).toHaveLength(3);
  });

  it('takes no limit for a missing permission', async () => {
    const { repository, open } = await create(seed);
    proxy.reply = ({ body }) =>
      body.includes('createCommitOnBranch')
        ? {
            status: 403,
            headers: { 'retry-after': '3600' },
            body: '{"message":"You have exceeded a secondary rate limit."}',
          }
        : 'pass';
    await expect(commit(open())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /secondary rate limit.*run again after 20/,
      ),
    });
    expect(await repository.git.head(branch)).toBeUndefined();
  });
});

async function startGithubHost(): Promise<ForgeConformanceHost> {
  const simulator = await startGithub();
  const tokens = {
    writer: 'TEST-ONLY-token-of-writer',
    reader: 'TEST-ONLY-token-of-reader',
    stranger: 'TEST-ONLY-token-of-stranger',
    wrong: 'TEST-ONLY-token-of-nobody',
  };
  for (const login of ['writer', 'reader', 'stranger'] as const) {
    simulator.addToken(tokens[login], login, ['repo']);
  }
  const { host } = new URL(simulator.url);
  const repositoryOf = ({ owner, repo }: { owner: string; repo: string }) =>
    simulator.repository(`${owner}/${repo}`)!;
  let repositories = 0;

  return {
    url: simulator.url,
    tokens,
    writer: 'writer',
    tellsBeforehand: true,
    forge: options => forgeFor(simulator, tokens.writer, options),
    async createRepository(seed) {
      const repo = `repository-${++repositories}`;
      const repository = await simulator.createRepository({
        owner: 'owner',
        name: repo,
        roles: { writer: 'write', reader: 'read' },
      });
      await fill(repository, seed);
      return { host, owner: 'owner', repo, branch: 'main' };
    },
    gitUrl: ref => repositoryOf(ref).git.folder,
    async merge(ref, number) {
      await repositoryOf(ref).merge(number, 'writer');
    },
    async openPullRequest(ref, { branch, into }) {
      const repository = repositoryOf(ref);
      await repository.open({
        title: `From ${branch} into ${into}`,
        body: '',
        draft: false,
        branch,
        base: into,
        author: 'writer',
        head: (await repository.git.head(branch))!,
      });
    },
    gives: ['labels', 'reviewers'],
    async given(ref, number) {
      const { labels, reviewers } = (await repositoryOf(ref).pull(number))!;
      return { labels, reviewers };
    },
    statuses: async (ref, commit) =>
      repositoryOf(ref)
        .statusesOf(commit)
        .map(({ context, state, description, url }) => ({
          context,
          state,
          description,
          url,
        })),
    isRead: ({ method, body }) =>
      method === 'GET' || body.includes('{"query":"query('),
    stop: () => simulator.stop(),
  };
}

async function fill(repository: SimulatedRepository, seed: RepositorySeed) {
  if (seed.files) {
    await repository.seed(seed.files, seed);
  }
  repository.archived = seed.archived ?? false;
  if (seed.protectedBranch) {
    repository.protectedBranches.add(seed.protectedBranch);
  }
}

function forgeFor(
  { url }: ForgeSimulator,
  token: string,
  { baseUrl = url, timeout }: ForgeUnderTest = {},
) {
  const { host } = new URL(url);
  return forgeWith(
    { host, apiBaseUrl: `${baseUrl}/api/v3`, token },
    timeout ? { timeout } : undefined,
  );
}

function forgeWith(integration: JsonObject, runtime?: Partial<ForgeRuntime>) {
  return createGithubForge({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({ integrations: { github: [integration] } }),
    ),
    runtime,
  });
}

function newKeys() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

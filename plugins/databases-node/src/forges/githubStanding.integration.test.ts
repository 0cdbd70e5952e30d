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
import {
  ForgeProxy,
  ForgeSimulator,
  SimulatedRuleset,
  startGithub,
} from '@basewell/testkit';
import { createGithubForge } from './github';

jest.setTimeout(30_000);

const branch = 'databases/shop/create';
const message = 'feat(db): shop PostgreSQL\n\nWhy.';
const intent = { branch, message };
const writer = 'TEST-ONLY-token-of-writer';
const app = 'TEST-ONLY-token-of-app';

/** A ruleset of one rule for branches of ours. */
function ruleset(
  rule: SimulatedRuleset['rules'][number],
  more: Partial<SimulatedRuleset> = {},
): SimulatedRuleset {
  return {
    ...{ id: 7, name: 'Careful', enforcement: 'active', rules: [rule] },
    include: ['refs/heads/databases/**/*'],
    ...more,
  };
}

const reviewed = {
  type: 'pull_request',
  parameters: {
    ...{
      dismiss_stale_reviews_on_push: false,
      required_approving_review_count: 2,
    },
    ...{ require_code_owner_review: true, require_last_push_approval: false },
    required_review_thread_resolution: false,
  },
} as const;

function named(
  type: 'branch_name_pattern' | 'commit_message_pattern',
  parameters: {
    readonly operator: 'starts_with' | 'regex';
    readonly pattern: string;
    readonly negate?: boolean;
  },
) {
  return { type, parameters } as const;
}

describe('what GitHub tells before anything is written', () => {
  let simulator: ForgeSimulator;
  let proxy: ForgeProxy;
  let repositories = 0;

  beforeAll(async () => {
    simulator = await startGithub();
    simulator.addToken(writer, 'writer', ['repo']);
    simulator.addToken(app, 'basewell[bot]', [
      'metadata:read',
      'contents:write',
      'pull_requests:write',
    ]);
  });
  beforeEach(async () => {
    proxy = await ForgeProxy.start(simulator.url);
  });
  afterEach(() => proxy.stop());
  afterAll(() => simulator?.stop());

  async function create(rulesets: readonly SimulatedRuleset[] = []) {
    const repo = `repository-${++repositories}`;
    const repository = await simulator.createRepository({
      ...{ owner: 'owner', name: repo },
      roles: { writer: 'write', 'basewell[bot]': 'write' },
    });
    const files = new Map([
      ['a.yaml', { content: 'a: 1\n', mode: '100644' }],
      ['run.sh', { content: 'echo\n', mode: '100755' }],
    ]);
    const onto = await repository.git.writeCommit({
      tree: await repository.git.writeTree(
        undefined,
        await Promise.all(
          [...files].map(async ([path, { content, mode }]) => ({
            ...{ path, mode },
            id: await repository.git.writeBlob(Buffer.from(content)),
          })),
        ),
      ),
      ...{ parents: [], message: 'Begin', author: 'writer' },
    });
    await repository.git.move('refs/heads/main', onto);
    repository.rulesets.push(...rulesets);
    const { host } = new URL(simulator.url);
    const open = (token = writer) =>
      createGithubForge({
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              github: [{ host, apiBaseUrl: `${proxy.url}/api/v3`, token }],
            },
          }),
        ),
      }).open({ host, owner: 'owner', repo, branch: 'main' });
    const request = {
      ...{ branch, create: true, onto, message },
      changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
    };
    return { repository, open, request };
  }

  it.each([
    {
      rulesets: [ruleset({ type: 'creation' })],
      told: /^The rule "Careful" of owner\/\S+ on \S+ does not let the portal's account create the branch databases\/shop\/create\./,
      reason: 'a rule that keeps branches from being created',
    },
    {
      rulesets: [ruleset({ type: 'update' }, { include: ['~ALL'] })],
      told: /not let the portal's account push to the branch/,
      reason: 'a rule that keeps commits away',
    },
    {
      rulesets: [ruleset(reviewed, { include: ['refs/heads/**/*'] })],
      told: /not let the portal's account push to the branch/,
      reason: 'a rule that wants pull requests into all branches',
    },
    {
      rulesets: [
        ruleset(
          named('branch_name_pattern', {
            ...{ operator: 'regex', pattern: '^(feature|fix)/' },
          }),
        ),
      ],
      told: /refuses the branch databases\/shop\/create: its name must match \^\(feature\|fix\)\//,
      reason: 'a rule for names',
    },
    {
      rulesets: [
        ruleset(
          named('commit_message_pattern', {
            ...{ operator: 'starts_with', pattern: 'SHOP-' },
          }),
        ),
      ],
      told: /refuses the commit "feat\(db\): shop PostgreSQL": its message must begin with SHOP-/,
      reason: 'a rule for messages',
    },
    {
      rulesets: [
        ruleset(
          named('commit_message_pattern', {
            ...{ operator: 'regex', pattern: 'Why', negate: true },
          }),
        ),
      ],
      told: /its message must not match Why/,
      reason: 'a rule for what messages must not be',
    },
  ])('refuses by $reason, as the host does', async ({ rulesets, told }) => {
    const { open, request, repository } = await create(rulesets);
    const opened = open();
    const { obstacles } = await opened.standing!(intent);
    expect(obstacles).toEqual([expect.stringMatching(told)]);
    await expect(opened.commit(request)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/rule violations/),
    });
    expect(await repository.git.head(branch)).toBeUndefined();
  });

  it.each([
    { rulesets: [], asked: 0, reason: 'no rule' },
    {
      rulesets: [ruleset(reviewed, { include: ['~DEFAULT_BRANCH'] })],
      asked: 0,
      reason: 'a rule for the base branch',
    },
    {
      rulesets: [ruleset({ type: 'creation' }, { enforcement: 'evaluate' })],
      asked: 0,
      reason: 'a rule on trial',
    },
    {
      rulesets: [ruleset({ type: 'deletion' })],
      asked: 0,
      reason: 'a rule about something else',
    },
    {
      rulesets: [
        ruleset(
          { type: 'creation' },
          { include: ['~ALL'], exclude: [`refs/heads/${branch}`] },
        ),
      ],
      asked: 0,
      reason: 'a rule for all branches but ours',
    },
    {
      rulesets: [ruleset({ type: 'creation' }, { include: ['refs/heads/r*'] })],
      asked: 1,
      reason: 'a rule for names that GitHub knows to be others',
    },
    {
      rulesets: [ruleset({ type: 'creation' }, { bypass: ['writer'] })],
      asked: 2,
      reason: 'a rule that the account passes by',
    },
    {
      rulesets: [
        ruleset(
          named('commit_message_pattern', {
            ...{ operator: 'starts_with', pattern: 'feat(db): ' },
          }),
        ),
      ],
      asked: 1,
      reason: 'a rule for messages like ours',
    },
  ])('has nothing against $reason', async ({ rulesets, asked }) => {
    const { open, request } = await create(rulesets);
    const opened = open();
    await opened.findBranch(branch);
    const before = proxy.requests.length;
    expect((await opened.standing!(intent)).obstacles).toEqual([]);
    expect(proxy.requests).toHaveLength(before + asked);
    await expect(opened.commit(request)).resolves.toBeDefined();
  });

  it('takes rules that the account may not read for no obstacle', async () => {
    const { open } = await create([ruleset({ type: 'creation' })]);
    proxy.reply = ({ path }) =>
      path.includes('/rules/')
        ? { status: 403, body: '{"message":"Resource not accessible"}' }
        : 'pass';
    expect((await open().standing!(intent)).obstacles).toEqual([]);
  });

  it('asks again after a failure', async () => {
    const { open } = await create([ruleset({ type: 'creation' })]);
    const opened = open();
    proxy.reply = () => ({
      status: 401,
      body: '{"message":"Bad credentials"}',
    });
    await expect(opened.standing!(intent)).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
    proxy.reply = () => 'pass';
    expect((await opened.standing!(intent)).obstacles).toHaveLength(1);
  });

  it('can do without what an older server does not understand', async () => {
    const { open } = await create([ruleset({ type: 'creation' })]);
    proxy.reply = ({ body }) =>
      body.includes('rulesets(')
        ? {
            status: 200,
            body: JSON.stringify({
              errors: [
                {
                  message:
                    "Field 'rulesets' doesn't exist on type 'Repository'",
                  extensions: { code: 'undefinedField' },
                },
              ],
            }),
          }
        : 'pass';
    const opened = open();
    expect(await opened.findBranch(branch)).toBeUndefined();
    expect((await opened.standing!(intent)).obstacles).toEqual([]);
    expect(proxy.requests).toHaveLength(2);
  });

  it('says so when a branch is begun that takes no commit, and may not be deleted', async () => {
    const { open, request, repository } = await create();
    repository.protectedBranches.add(branch);
    await expect(open().commit(request)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(
        /was begun at .* may not be deleted again\..*rule violations/s,
      ),
    });
    expect(await repository.git.head(branch)).toBe(request.onto);
  });

  it('asks for the rules by the way, and can do without an answer', async () => {
    const { open, repository } = await create();
    repository.parent = 'upstream/shop';
    await simulator.createRepository({
      ...{ owner: 'upstream', name: 'shop', roles: {} },
    });
    const { obstacles, notes } = await open().standing!(intent);
    expect({ obstacles, notes }).toEqual({ obstacles: [], notes: [] });
    expect(proxy.requests).toHaveLength(1);
  });

  it('notes a fork, reviews, and the one way of merging', async () => {
    const { open, repository } = await create([
      ruleset(reviewed, { include: ['~DEFAULT_BRANCH'] }),
    ]);
    repository.parent = 'upstream/tool';
    repository.mergeMethods.delete('merge');
    repository.mergeMethods.delete('rebase');
    await simulator.createRepository({
      ...{ owner: 'upstream', name: 'tool', roles: { writer: 'read' } },
    });
    expect(await open().standing!(intent)).toEqual({
      obstacles: [],
      notes: [
        expect.stringMatching(
          /is a fork of upstream\/tool\..* opened in owner\//,
        ),
        expect.stringMatching(/2 approvals and the approval of a code owner/),
        expect.stringMatching(/by squashing only/),
      ],
    });
  });

  it('opens the pull request of a fork in the fork', async () => {
    const { open, request, repository } = await create();
    repository.parent = 'upstream/origin';
    const upstream = await simulator.createRepository({
      ...{ owner: 'upstream', name: 'origin', roles: { writer: 'write' } },
    });
    const opened = open();
    await opened.commit(request);
    await opened.createPullRequest({
      ...{ branch, title: 'Add', body: '', draft: false },
    });
    expect(await repository.pulls()).toHaveLength(1);
    expect(await upstream.pulls()).toEqual([]);
  });

  describe('where commits have to be signed', () => {
    const signed = ruleset(
      { type: 'required_signatures' },
      { include: ['~DEFAULT_BRANCH'] },
    );
    const program = {
      ...{ path: 'run.sh', previous: 'echo\n', content: 'echo 1\n' },
    };

    it('commits what GitHub signs', async () => {
      const { open, request } = await create([signed]);
      expect((await open().standing!(intent)).obstacles).toEqual([]);
      await expect(open().commit(request)).resolves.toBeDefined();
      expect(
        proxy.requests.some(({ body }) =>
          body.includes('createCommitOnBranch'),
        ),
      ).toBe(true);
    });

    it.each([
      {
        change: { changes: [program] },
        name: 'NotAllowedError',
        reason: 'an executable file is changed',
      },
      {
        change: { create: false, replaces: '1'.repeat(40) },
        name: 'NotImplementedError',
        reason: 'a commit takes the place of another',
      },
    ])('refuses a token when $reason', async ({ change, name }) => {
      const { open, request, repository } = await create([signed]);
      await expect(
        open().commit({ ...request, ...change }),
      ).rejects.toMatchObject({
        ...{ name, message: expect.stringMatching(/wants signed commits/) },
      });
      expect(await repository.git.head(branch)).toBeUndefined();
    });

    it('lets an App do so, whose objects GitHub signs', async () => {
      const { open, request } = await create([signed]);
      await expect(
        open(app).commit({ ...request, changes: [program] }),
      ).resolves.toBeDefined();
    });
  });
});

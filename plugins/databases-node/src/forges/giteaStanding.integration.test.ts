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
  describeWithServers,
  GiteaServer,
  startGitea,
} from '@basewell/testkit';
import { createGiteaForge } from './gitea';

jest.setTimeout(30_000);

const branch = 'databases/shop/create';
const intent = { branch, message: 'Add' };

describeWithServers('gitea')('what Gitea tells beforehand', () => {
  let gitea: GiteaServer;
  let tokens: { readonly [user in 'owner' | 'writer']: string };
  let repositories = 0;

  beforeAll(async () => {
    gitea = await startGitea();
    await gitea.createUser('owner');
    await gitea.createUser('writer');
    tokens = {
      owner: await gitea.token('owner', ['write:repository']),
      writer: await gitea.token('writer', ['write:repository']),
    };
  }, 120_000);
  afterAll(() => gitea?.stop());

  async function create(protections: readonly object[] = []) {
    const repo = `repository-${++repositories}`;
    const path = `/repos/owner/${repo}`;
    await gitea.createRepository({
      ...{ owner: 'owner', name: repo, files: { 'a.yaml': 'a: 1\n' } },
    });
    const change = (method: string, below: string, body: object) =>
      gitea.api(`${path}${below}`, { method, body: JSON.stringify(body) });
    await change('PUT', '/collaborators/writer', { permission: 'write' });
    for (const protection of protections) {
      await change('POST', '/branch_protections', protection);
    }
    const { host } = new URL(gitea.url);
    const open = (user: keyof typeof tokens, name = repo, owner = 'owner') =>
      createGiteaForge({
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              gitea: [{ host, baseUrl: gitea.url, password: tokens[user] }],
            },
          }),
        ),
      }).open({ host, owner, repo: name, branch: 'main' });
    return { repo, change, open };
  }

  async function commit(
    repository: ReturnType<Awaited<ReturnType<typeof create>>['open']>,
  ) {
    const { commit: onto } = (await repository.findBranch('main'))!;
    return repository
      .commit({
        ...{ branch, create: true, onto, message: 'Add' },
        changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
      })
      .then(
        () => 'made',
        ({ name }: Error) => name,
      );
  }

  const closed = { enable_push: false };
  const open = { enable_push: true };

  it.each([
    {
      rules: [{ rule_name: 'databases/**', ...closed }],
      told: /^The rule databases\/\*\* of .* not let the portal's account push to the branch/,
      reason: 'all branches below databases',
    },
    {
      rules: [{ rule_name: '**', ...closed }],
      told: /^The rule \*\* of/,
      reason: 'all branches',
    },
    {
      rules: [{ rule_name: branch, ...open, enable_push_whitelist: true }],
      told: /push to the branch/,
      reason: 'the branch, for which nobody is named',
    },
    {
      rules: [
        { rule_name: 'databases/**', ...closed },
        { rule_name: branch, ...open },
      ],
      told: /^The rule databases\/\*\* of/,
      reason: 'a pattern that goes first',
    },
    {
      rules: [{ rule_name: 'data*/**', ...open, require_signed_commits: true }],
      told: /wants signed commits, and the host does not sign/,
      reason: 'signed commits, and there is no key',
    },
  ])(
    'refuses by a protection of $reason, as the host does',
    async ({ rules, told }) => {
      const repository = (await create(rules)).open('owner');
      const { obstacles } = await repository.standing!(intent);
      expect(obstacles).toEqual([expect.stringMatching(told)]);
      expect(await commit(repository)).toBe('NotAllowedError');
      expect(await repository.findBranch(branch)).toBeUndefined();
    },
  );

  it.each([
    { rules: [{ rule_name: 'databases/*', ...closed }], reason: 'a folder' },
    { rules: [{ rule_name: 'main', ...closed }], reason: 'the base branch' },
    {
      rules: [
        { rule_name: branch, ...open },
        { rule_name: '**', ...closed },
      ],
      reason: 'a name that goes first',
    },
    {
      rules: [
        {
          ...{ rule_name: '**', ...open, enable_push_whitelist: true },
          push_whitelist_usernames: ['owner'],
        },
      ],
      reason: 'the account by its name',
    },
    {
      rules: [{ rule_name: '**', ...closed, unprotected_file_patterns: '**' }],
      reason: 'all but some files',
    },
  ])('has nothing against a protection of $reason', async ({ rules }) => {
    const repository = (await create(rules)).open('owner');
    expect((await repository.standing!(intent)).obstacles).toEqual([]);
    expect(await commit(repository)).toBe('made');
  });

  it('leaves nothing behind where the account may not read the rules', async () => {
    const { open: openAs } = await create([
      { rule_name: 'databases/**', ...closed },
    ]);
    const repository = openAs('writer');
    expect(await repository.standing!(intent)).toEqual({
      ...{ obstacles: [], notes: [] },
    });
    expect(await commit(repository)).toBe('NotAllowedError');
    expect(await repository.findBranch(branch)).toBeUndefined();
  });

  it('notes a fork, approvals, and the one way of merging', async () => {
    const { repo, change, open: openAs } = await create();
    await gitea.createOrganization('house');
    await change('POST', '/forks', { organization: 'house', name: 'fork' });
    const inFork = (method: string, below: string, body: object) =>
      gitea.api(`/repos/house/fork${below}`, {
        ...{ method, body: JSON.stringify(body) },
      });
    await inFork('PUT', '/collaborators/writer', { permission: 'admin' });
    await inFork('PATCH', '', {
      ...{ has_pull_requests: true, allow_squash_merge: true },
      ...{ allow_merge_commits: false, allow_rebase: false },
      ...{ allow_rebase_explicit: false, default_merge_style: 'squash' },
      allow_fast_forward_only_merge: false,
    });
    await inFork('POST', '/branch_protections', {
      ...{ rule_name: 'main', enable_push: false, required_approvals: 2 },
    });
    const fork = openAs('writer', 'fork', 'house');
    expect(await fork.standing!(intent)).toEqual({
      obstacles: [],
      notes: [
        expect.stringMatching(
          `^house/fork on .* is a fork of owner/${repo}\\.`,
        ),
        expect.stringMatching(/into main with 2 approvals\.$/),
        expect.stringMatching(/by squashing only\.$/),
      ],
    });
    expect(await commit(fork)).toBe('made');
    const { url } = await fork.createPullRequest({
      ...{ branch, title: 'Add', body: '', draft: false },
    });
    expect(url).toContain('/house/fork/pulls/');
  });
});

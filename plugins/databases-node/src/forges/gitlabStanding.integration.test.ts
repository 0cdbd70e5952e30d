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
  gitlabDialect,
  SimulatedProtection,
  SimulatedPushRule,
} from '@basewell/testkit';
import { createGitlabForge } from './gitlab';

jest.setTimeout(30_000);

const branch = 'databases/shop/create';
const message = 'feat(db): shop PostgreSQL\n\nWhy.';
const intent = { branch, message };
const tokens = {
  maintainer: 'glpat-TEST-ONLY-maintainer',
  developer: 'glpat-TEST-ONLY-developer',
};
const noRule: SimulatedPushRule = {
  ...{ branch_name_regex: '', commit_message_regex: '' },
  ...{ commit_message_negative_regex: '', reject_unsigned_commits: false },
};
const protection = (
  name: string,
  ...levels: SimulatedProtection['push_access_levels']
): SimulatedProtection => ({ name, push_access_levels: levels });
const nobody = { access_level: 0 };
const maintainers = { access_level: 40 };

describe('what GitLab tells before anything is written', () => {
  let simulator: ForgeSimulator;
  let proxy: ForgeProxy;

  beforeAll(async () => {
    simulator = await ForgeSimulator.start(gitlabDialect);
    for (const [login, token] of Object.entries(tokens)) {
      simulator.addToken(token, login, ['api']);
    }
  });
  beforeEach(async () => {
    proxy = await ForgeProxy.start(simulator.url);
  });
  afterEach(() => proxy.stop());
  afterAll(() => simulator?.stop());

  async function create(
    protections: readonly SimulatedProtection[] = [],
    pushRule?: Partial<SimulatedPushRule>,
  ) {
    const name = `project-${simulator.repositories().length + 1}`;
    const owner = 'group/subgroup';
    const project = await simulator.createRepository({
      ...{ owner, name, roles: { maintainer: 'admin', developer: 'write' } },
    });
    await project.seed({ 'a.yaml': Buffer.from('a: 1\n') });
    const onto = (await project.git.head('main'))!;
    project.protections.push(...protections);
    project.pushRule = pushRule && { ...noRule, ...pushRule };
    const { host } = new URL(simulator.url);
    const open = (token = tokens.maintainer) =>
      createGitlabForge({
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              gitlab: [
                {
                  ...{ host, token, baseUrl: proxy.url },
                  apiBaseUrl: `${proxy.url}/api/v4`,
                },
              ],
            },
          }),
        ),
      }).open({ host, owner, repo: name, branch: 'main' });
    const request = {
      ...{ branch, create: true, onto, message },
      changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
    };
    return { project, open, request };
  }

  it.each([
    {
      protections: [protection('databases/*', nobody)],
      told: /^The rule databases\/\* of group\/subgroup\/\S+ on \S+ does not let the portal's account push to the branch/,
      reason: 'branches like ours, for nobody',
    },
    {
      protections: [
        protection('*', { access_level: 40, deploy_key_id: 3 }),
        protection(branch, nobody),
      ],
      told: /^The rule \* of/,
      reason: 'all branches, for a deploy key',
    },
    {
      pushRule: { branch_name_regex: '^(feature|fix)/' },
      told: /^The rule "Push rules" of .* its name must match \^\(feature\|fix\)\//,
      reason: 'names',
    },
    {
      pushRule: { commit_message_regex: 'SHOP-\\d+' },
      told: /refuses the commit "feat\(db\): shop PostgreSQL": its message must match SHOP-/,
      reason: 'messages',
    },
    {
      pushRule: { commit_message_negative_regex: '^Why' },
      told: /its message must not match \^Why/,
      reason: 'what messages must not be',
    },
  ])('refuses by a rule for $reason, as the host does', async row => {
    const { protections, pushRule, told } = {
      ...{ protections: [], pushRule: undefined },
      ...row,
    };
    const { open, request, project } = await create(protections, pushRule);
    const { obstacles } = await open().standing!(intent);
    expect(obstacles).toEqual([expect.stringMatching(told)]);
    await expect(open().commit(request)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(await project.git.head(branch)).toBeUndefined();
  });

  it.each([
    { reason: 'nothing' },
    {
      protections: [protection('main', nobody)],
      reason: 'the base branch',
    },
    {
      protections: [
        protection('databases/*', nobody),
        protection('*/create', maintainers),
      ],
      reason: 'branches like ours twice, and one is for Maintainers',
    },
    {
      pushRule: {
        branch_name_regex: '^databases/',
        commit_message_regex: '^feat\\(db\\): .+$',
        reject_unsigned_commits: true,
      },
      reason: 'names and messages like ours, and signatures',
    },
  ])('has nothing against a rule for $reason', async row => {
    const { protections, pushRule } = {
      ...{ protections: [], pushRule: undefined },
      ...row,
    };
    const { open, request } = await create(protections, pushRule);
    expect((await open().standing!(intent)).obstacles).toEqual([]);
    await expect(open().commit(request)).resolves.toBeDefined();
  });

  it('does not know whether the account is one of those who are named', async () => {
    const { open } = await create([
      protection('databases/*', { access_level: 40, user_id: 7 }),
      protection('databases/**', { access_level: null, group_id: 7 }),
    ]);
    expect((await open().standing!(intent)).obstacles).toEqual([]);
  });

  it('asks for rules only who may know them, and leaves nothing behind', async () => {
    const { open, request, project } = await create([
      protection('databases/*', nobody),
    ]);
    const repository = open(tokens.developer);
    expect(await repository.standing!(intent)).toEqual({
      ...{ obstacles: [], notes: [] },
    });
    expect(proxy.requests).toHaveLength(1);
    await expect(repository.commit(request)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(await project.git.head(branch)).toBeUndefined();
  });

  it.each([
    { methods: ['fast-forward'], as: 'developer', by: /by fast-forward only/ },
    { methods: ['squash'], as: 'maintainer', by: /by squashing only/ },
  ] as const)('notes to a $as that it merges $by', async row => {
    const { open, project } = await create();
    project.mergeMethods.clear();
    row.methods.forEach(method => project.mergeMethods.add(method));
    const { notes } = await open(tokens[row.as]).standing!(intent);
    expect(notes).toEqual([expect.stringMatching(row.by)]);
  });

  it('opens the merge request of a fork in the fork, and notes it', async () => {
    const { open, request, project } = await create();
    project.parent = 'upstream/shop';
    const repository = open();
    expect((await repository.standing!(intent)).notes).toEqual([
      expect.stringMatching(/is a fork of upstream\/shop\./),
    ]);
    await repository.commit(request);
    await repository.createPullRequest({
      ...{ branch, title: 'Add', body: '', draft: false },
    });
    expect(await project.pulls()).toHaveLength(1);
  });
});

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
  describeWithServers,
  ForgeConformanceHost,
  forgeConformance,
  ForgeUnderTest,
  ForgeWorkingCopy,
  GiteaServer,
  RepositorySeed,
  startGitea,
} from '@basewell/testkit';
import { createGiteaForge } from './gitea';

jest.setTimeout(30_000);

describeWithServers('gitea')('Gitea', () => {
  forgeConformance({ name: 'Gitea', start: startGiteaHost });

  it('sees a branch that the host has not noticed yet', async () => {
    const gitea = await startGitea();
    try {
      await gitea.createRepository({
        owner: 'owner',
        name: 'gitops',
        files: { 'a.yaml': 'a: 1\n' },
      });
      const { host } = new URL(gitea.url);
      const repository = createGiteaForge({
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              gitea: [
                {
                  host,
                  baseUrl: gitea.url,
                  password: await gitea.token('owner', ['write:repository']),
                },
              ],
            },
          }),
        ),
      }).open({ host, owner: 'owner', repo: 'gitops', branch: 'main' });
      const { commit: onto } = (await repository.findBranch('main'))!;
      const change = {
        create: true,
        onto,
        message: 'Add',
        changes: [{ path: 'b.yaml', content: 'b: 1\n' }],
      };
      const { commit } = await repository.commit({ ...change, branch: 'one' });
      await gitea.createUnnoticedBranch('owner/gitops', 'two', commit);

      // The host answers 500, as if it had a problem of its own.
      await expect(
        repository.commit({
          ...change,
          branch: 'two',
          changes: [{ path: 'c.yaml', content: 'c: 1\n' }],
        }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(await repository.findBranch('two')).toEqual({
        name: 'two',
        commit,
      });
      await expect(
        repository.createPullRequest({
          branch: 'two',
          title: 'Two',
          body: '',
          draft: false,
        }),
      ).resolves.toMatchObject({ state: 'open', commit });
    } finally {
      await gitea.stop();
    }
  }, 120_000);
});

async function startGiteaHost(): Promise<ForgeConformanceHost> {
  const gitea = await startGitea();
  for (const user of ['owner', 'writer', 'reader', 'stranger']) {
    await gitea.createUser(user);
  }
  const scopes = ['write:repository', 'write:issue'];
  const tokens = {
    writer: await gitea.token('writer', scopes),
    reader: await gitea.token('reader', scopes),
    stranger: await gitea.token('stranger', scopes),
    wrong: '0'.repeat(40),
  };
  const { host } = new URL(gitea.url);
  let repositories = 0;

  return {
    url: gitea.url,
    tokens,
    writer: 'writer',
    forge: ({ baseUrl = gitea.url, timeout }: ForgeUnderTest = {}) =>
      createGiteaForge({
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              gitea: [{ host, baseUrl, password: tokens.writer }],
            },
          }),
        ),
        runtime: timeout ? { timeout } : undefined,
      }),
    tellsBeforehand: true,
    async createRepository(seed) {
      const repo = `repository-${++repositories}`;
      const ref = { host, owner: 'owner', repo, branch: 'main' };
      await gitea.createRepository({
        owner: 'owner',
        name: repo,
        files: {},
        private: true,
      });
      for (const [user, permission] of [
        ['writer', 'write'],
        ['reader', 'read'],
      ]) {
        await call(gitea, 'PUT', ref, `/collaborators/${user}`, { permission });
      }
      await fill(gitea, ref, tokens.writer, seed);
      return ref;
    },
    gitUrl: ref => gitUrl(gitea, ref, tokens.writer),
    merge: (ref, number) =>
      call(gitea, 'POST', ref, `/pulls/${number}/merge`, { Do: 'merge' }),
    openPullRequest: (ref, { branch, into }) =>
      call(gitea, 'POST', ref, '/pulls', {
        title: `From ${branch} into ${into}`,
        head: branch,
        base: into,
      }),
    gives: ['labels', 'reviewers'],
    prepareLabel: (ref, name) =>
      call(gitea, 'POST', ref, '/labels', { name, color: '#336791' }),
    async given(ref, number) {
      const { labels, requested_reviewers } = await gitea.api(
        `/repos/${ref.owner}/${ref.repo}/pulls/${number}`,
      );
      return {
        labels: labels.map(({ name }: any) => name),
        reviewers: (requested_reviewers ?? []).map(({ login }: any) => login),
      };
    },
    async statuses(ref, commit) {
      const { statuses } = await gitea.api(
        `/repos/${ref.owner}/${ref.repo}/commits/${commit}/status`,
      );
      return statuses.map((status: any) => ({
        context: status.context,
        state: status.status,
        description: status.description,
        url: status.target_url,
      }));
    },
    stop: () => gitea.stop(),
  };
}

async function fill(
  gitea: GiteaServer,
  ref: RepositoryRef,
  token: string,
  seed: RepositorySeed,
) {
  if (seed.files) {
    const copy = await ForgeWorkingCopy.clone(gitUrl(gitea, ref, token));
    await copy.push('main', seed);
    await copy.remove();
    await untilPushIsSeen(gitea, ref);
  }
  if (seed.protectedBranch) {
    await call(gitea, 'POST', ref, '/branch_protections', {
      rule_name: seed.protectedBranch,
      enable_push: false,
    });
  }
  if (seed.archived) {
    await call(gitea, 'PATCH', ref, '', { archived: true });
  }
}

/** Gitea looks at a push after it has answered it, and takes the next branch for the default one until then. */
async function untilPushIsSeen(gitea: GiteaServer, ref: RepositoryRef) {
  while ((await gitea.api(`/repos/${ref.owner}/${ref.repo}`)).empty) {
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}

function gitUrl(gitea: GiteaServer, ref: RepositoryRef, token: string) {
  const url = new URL(`${gitea.url}/${ref.owner}/${ref.repo}.git`);
  url.username = 'writer';
  url.password = token;
  return url.toString();
}

/** As the administrator. */
async function call(
  gitea: GiteaServer,
  method: string,
  { owner, repo }: RepositoryRef,
  path: string,
  body: object,
): Promise<void> {
  await gitea.api(`/repos/${owner}/${repo}${path}`, {
    method,
    body: JSON.stringify(body),
  });
}

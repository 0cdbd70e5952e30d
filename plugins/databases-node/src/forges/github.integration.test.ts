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
  ForgeConformanceHost,
  forgeConformance,
  ForgeSimulator,
  ForgeUnderTest,
  ForgeWorkingCopy,
  startGithub,
} from '@basewell/testkit';
import { createGithubForge } from './github';

jest.setTimeout(30_000);

forgeConformance({ name: 'GitHub', start: startGithubHost });

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
    forge: options => forgeFor(simulator, tokens.writer, options),
    async createRepository(seed) {
      const repo = `repository-${++repositories}`;
      const repository = await simulator.createRepository({
        owner: 'owner',
        name: repo,
        roles: { writer: 'write', reader: 'read' },
      });
      if (seed.files) {
        const copy = await ForgeWorkingCopy.clone(repository.git.folder);
        await copy.push('main', seed);
        await copy.remove();
      }
      repository.archived = seed.archived ?? false;
      if (seed.protectedBranch) {
        repository.protectedBranches.add(seed.protectedBranch);
      }
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

function forgeFor(
  { url }: ForgeSimulator,
  token: string,
  { baseUrl = url, timeout }: ForgeUnderTest = {},
) {
  const { host } = new URL(url);
  return createGithubForge({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host, apiBaseUrl: `${baseUrl}/api/v3`, token }],
        },
      }),
    ),
    runtime: timeout ? { timeout } : undefined,
  });
}

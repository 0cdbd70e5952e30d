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
  ForgeSimulator,
  ForgeUnderTest,
  ForgeWorkingCopy,
  gitlabDialect,
  SimulatedRepository,
} from '@basewell/testkit';
import { createGitlabForge } from './gitlab';

jest.setTimeout(30_000);

const tokens = {
  writer: 'glpat-TEST-ONLY-writer',
  reader: 'glpat-TEST-ONLY-reader',
  stranger: 'glpat-TEST-ONLY-stranger',
  wrong: 'glpat-TEST-ONLY-wrong',
};

describe('GitLab, simulated', () => {
  forgeConformance({ name: 'GitLab', start: startGitlabHost });
});

async function startGitlabHost(): Promise<ForgeConformanceHost> {
  const simulator = await ForgeSimulator.start(gitlabDialect);
  for (const [login, scope] of [
    ['writer', 'api'],
    ['reader', 'api'],
    ['stranger', 'api'],
  ] as const) {
    simulator.addToken(tokens[login], login, [scope]);
  }
  const { host } = new URL(simulator.url);
  const find = ({ owner, repo }: RepositoryRef) =>
    simulator.repository(`${owner}/${repo}`)!;
  let projects = 0;

  return {
    url: simulator.url,
    tokens,
    writer: 'writer',
    forge: ({ baseUrl = simulator.url, timeout }: ForgeUnderTest = {}) =>
      createGitlabForge({
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              gitlab: [
                {
                  host,
                  baseUrl,
                  apiBaseUrl: `${baseUrl}/api/v4`,
                  token: tokens.writer,
                },
              ],
            },
          }),
        ),
        runtime: timeout ? { timeout } : undefined,
      }),
    async createRepository({ archived, protectedBranch, ...seed }) {
      const repo = `project-${++projects}`;
      const ref = { host, owner: 'group/subgroup', repo, branch: 'main' };
      const project = await simulator.createRepository({
        owner: ref.owner,
        name: repo,
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
      return ref;
    },
    gitUrl: ref => find(ref).git.folder,
    async merge(ref, number) {
      await find(ref).merge(number, 'writer');
    },
    async openPullRequest(ref, { branch, into }) {
      await open(find(ref), branch, into);
    },
    statuses: async (ref, commit) =>
      find(ref)
        .statusesOf(commit)
        .map(({ context, state, description, url }) => ({
          ...{ context, state, description, url },
        })),
    stop: () => simulator.stop(),
  };
}

async function open(
  project: SimulatedRepository,
  branch: string,
  base: string,
) {
  await project.open({
    title: `From ${branch} into ${base}`,
    ...{ branch, base, body: '', draft: false, author: 'writer' },
    head: (await project.git.head(branch))!,
  });
}

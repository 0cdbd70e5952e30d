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

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { createGiteaForge } from '@basewell/plugin-databases-node';
import {
  ForgeConformanceHost,
  forgeConformance,
  ForgeUnderTest,
  ForgeWorkingCopy,
} from '@basewell/testkit';
import express from 'express';
import { createDemoForge } from './createDemoForge';
import { DemoUser } from './DemoUser';

jest.setTimeout(30_000);

const tokens = {
  writer: 'token-of-the-writer',
  reader: 'token-of-the-reader',
  stranger: 'token-of-the-stranger',
  wrong: 'token-of-nobody',
};
const writer: DemoUser = {
  login: 'writer',
  name: 'Writer',
  token: tokens.writer,
  access: 'write',
};
const users: readonly DemoUser[] = [
  writer,
  { login: 'reader', name: 'Reader', token: tokens.reader, access: 'read' },
  { login: 'other', name: 'Other', token: tokens.stranger, access: 'none' },
];

forgeConformance({ name: 'The demo forge', start: startDemoHost });

async function startDemoHost(): Promise<ForgeConformanceHost> {
  const directory = await mkdtemp(join(tmpdir(), 'basewell-demo-'));
  const app = express();
  const server = createServer(app);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const url = `http://${host}`;
  const demo = await createDemoForge({
    directory,
    baseUrl: url,
    repositories: [],
    users,
  });
  app.use(demo.router);
  let repositories = 0;
  const find = ({ owner, repo }: RepositoryRef) => demo.repository(owner, repo);
  const gitUrl = (ref: RepositoryRef) => find(ref).git.folder;

  return {
    url,
    tokens,
    writer: writer.login,
    forge: ({ baseUrl = url, timeout }: ForgeUnderTest = {}) =>
      createGiteaForge({
        integrations: ScmIntegrations.fromConfig(
          new ConfigReader({
            integrations: {
              gitea: [
                {
                  host,
                  baseUrl,
                  username: writer.login,
                  password: tokens.writer,
                },
              ],
            },
          }),
        ),
        runtime: timeout ? { timeout } : undefined,
      }),
    async createRepository(seed) {
      const repo = `repository-${++repositories}`;
      const ref = { host, owner: 'owner', repo, branch: 'main' };
      await demo.createRepository({ owner: ref.owner, name: repo });
      if (seed.files) {
        const copy = await ForgeWorkingCopy.clone(gitUrl(ref));
        await copy.push('main', seed);
        await copy.remove();
      }
      await find(ref).configure({
        archived: seed.archived ?? false,
        protectedBranches: seed.protectedBranch ? [seed.protectedBranch] : [],
      });
      return ref;
    },
    gitUrl,
    async merge(ref, number) {
      await find(ref).merge(writer, number);
    },
    async openPullRequest(ref, { branch, into }) {
      const text = { title: `From ${branch} into ${into}`, body: '' };
      await find(ref).pulls.open(writer, { ...text, branch, base: into });
    },
    tellsBeforehand: true,
    // The demo has no labels, and nobody who would be asked for a review.
    gives: [],
    refusesLabels: true,
    given: async () => ({ labels: [], reviewers: [] }),
    async statuses(ref, commit) {
      const statuses = await find(ref).statuses(commit);
      return statuses.map(status => ({ url: '', ...status }));
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

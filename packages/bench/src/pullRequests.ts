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

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createGiteaForge } from '@basewell/plugin-databases-node';
import {
  ForgeProxy,
  GiteaServer,
  largeRepository,
  startGitea,
} from '@basewell/testkit';
import { branchOf, newFiles } from './publishing/newFiles';
import { publishByPlan, sopsRules } from './publishing/publishByPlan';
import type { Benchmark } from './runBenchmark';

/** What a variant came to. */
interface Opened {
  readonly app: string;
  readonly requests: number;
}

/** The proxy is in this process: waiting for git must not stop it. */
const execFileAsync = promisify(execFile);
const repositories = ['gitops', 'web-core'] as const;
/** With the least rights that docs/how-to/connect-gitea.md names. */
const ACCOUNT = 'portal';

/**
 * Two linked pull requests for a database in two environments, on a real Gitea
 * behind a network that is slow: planning, sealing and publishing. The peer
 * does what actions that clone do, with files that are made already. The limit
 * is one commit and one pull request in each repository, by bare requests.
 *
 * @param options - `files` of each repository; `delay` of every request in
 *   milliseconds
 *
 * @public
 */
export async function pullRequests(options: {
  readonly files: number;
  readonly delay: number;
}): Promise<Benchmark<Opened>> {
  const gitea = await startGitea();
  await gitea.createUser('owner');
  await gitea.createUser(ACCOUNT);
  const token = await gitea.token(ACCOUNT, ['write:repository']);
  for (const name of repositories) {
    await gitea.createRepository({
      owner: 'owner',
      name,
      files: { ...largeRepository(options.files), '.sops.yaml': sopsRules },
    });
    await gitea.api(`/repos/owner/${name}/collaborators/${ACCOUNT}`, {
      method: 'PUT',
      body: JSON.stringify({ permission: 'write' }),
    });
  }
  const proxy = await ForgeProxy.start(gitea.url);
  proxy.reply = async () => {
    await sleep(options.delay);
    return 'pass' as const;
  };
  const host = new URL(proxy.url).host;
  let count = 0;
  const measured = async (
    open: (app: string) => Promise<void>,
  ): Promise<Opened> => {
    const app = `app${++count}x`;
    const before = proxy.requests.length;
    await open(app);
    return { app, requests: proxy.requests.length - before };
  };
  const check = ({ app }: Opened) => expectTwo(gitea, app);
  const counts = ({ requests }: Opened) => ({ requests });

  return {
    id: `two pull requests, ${options.files} files, ${options.delay} ms`,
    variants: [
      {
        name: 'ours, planning and sealing included',
        role: 'ours',
        run: () => measured(app => byPlan(host, proxy.url, token, app)),
        check,
        counts,
      },
      {
        name: 'shallow clone, commit, push',
        role: 'peer',
        run: () => measured(app => byClone(proxy.url, token, app)),
        check,
        counts,
      },
      {
        name: 'one commit and one pull request each',
        role: 'limit',
        run: () => measured(app => byBareRequests(proxy.url, token, app)),
        check,
        counts,
      },
    ],
    async end() {
      await proxy.stop();
      await gitea.stop();
    },
  };
}

function byPlan(host: string, url: string, token: string, app: string) {
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: { gitea: [{ host, baseUrl: url, password: token }] },
    }),
  );
  return publishByPlan({
    forge: createGiteaForge({ integrations }),
    repoUrls: {
      platform: `${host}?owner=owner&repo=gitops`,
      app: `${host}?owner=owner&repo=web-core`,
    },
    app,
  });
}

async function byClone(url: string, token: string, app: string) {
  for (const name of repositories) {
    const folder = mkdtempSync(join(tmpdir(), 'basewell-bench-'));
    const git = (...args: string[]) =>
      execFileAsync('git', ['-C', folder, ...args]);
    const remote = new URL(`${url}/owner/${name}.git`);
    remote.username = ACCOUNT;
    remote.password = token;
    await git('clone', '--quiet', '--depth=1', remote.toString(), '.');
    await git('checkout', '--quiet', '-b', branchOf(app));
    for (const [path, content] of newFiles(app)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    await git('add', '--all');
    await git(
      ...['-c', 'user.name=bench', '-c', 'user.email=bench@example.test'],
      ...['commit', '--quiet', '--message', app],
    );
    await git('push', '--quiet', 'origin', branchOf(app));
    await openPullRequest(url, token, name, app);
    rmSync(folder, { recursive: true });
  }
}

async function byBareRequests(url: string, token: string, app: string) {
  for (const name of repositories) {
    await post(url, token, `/repos/owner/${name}/contents`, {
      branch: 'main',
      new_branch: branchOf(app),
      message: app,
      files: newFiles(app).map(([path, content]) => ({
        operation: 'create',
        path,
        content: Buffer.from(content).toString('base64'),
      })),
    });
    await openPullRequest(url, token, name, app);
  }
}

async function openPullRequest(
  url: string,
  token: string,
  name: string,
  app: string,
) {
  await post(url, token, `/repos/owner/${name}/pulls`, {
    head: branchOf(app),
    base: 'main',
    title: app,
  });
}

async function post(url: string, token: string, path: string, body: object) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `token ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  await response.arrayBuffer();
}

/** A wrong answer is no result: there is one open pull request in each. */
async function expectTwo(gitea: GiteaServer, app: string) {
  for (const name of repositories) {
    const path = `/repos/owner/${name}/pulls/main/${branchOf(app)}`;
    const { state, changed_files } = await gitea.api(path);
    if (state !== 'open' || !(changed_files > 0)) {
      throw new Error(`${path}: ${state}, ${changed_files} files`);
    }
  }
}

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

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { readFolder } from '../builders/readFolder';
import { ForgeWorkingCopy } from '../conformance/ForgeWorkingCopy';
import { GiteaServer } from '../gitea/GiteaServer';
import { startGitea } from '../gitea/startGitea';
import { packageFolder } from '../packageFolder';
import { CanonSecrets, canonSecrets } from './canonSecrets';

/**
 * The example repositories on a real Gitea, as `owner/gitops` and
 * `owner/web-core`.
 *
 * @public
 */
export interface CanonForge {
  readonly gitea: GiteaServer;
  /** `integrations` and `databases` of app-config; the target is `storefront`. */
  readonly config: CanonConfig;
  /** Of the user `owner`; it is in the configuration too. */
  readonly token: string;
  /** One call of Gitea's API below a repository, as the administrator. */
  api(role: CanonRole, path: string, init?: RequestInit): Promise<any>;
  /** Branches and open pull requests of both repositories: what can be written. */
  state(): Promise<CanonState>;
  /** Closes all pull requests and deletes every branch but `main`. */
  clear(): Promise<void>;
  /** Somebody else's clone. */
  clone(role: CanonRole): Promise<ForgeWorkingCopy>;
  /** `stringData` of every file on a branch of the platform repository that the canon's public key opens and `main` does not have. */
  secrets(branch: string): Promise<CanonSecrets>;
  stop(): Promise<void>;
}

/** @public */
export type CanonRole = 'platform' | 'app';

/** @public */
export type CanonConfig = JsonObject & {
  readonly integrations: JsonObject;
  readonly databases: { readonly targets: JsonObject[] };
};

/** @public */
export interface CanonState {
  /** `role branch commit`, sorted. */
  readonly branches: readonly string[];
  readonly pullRequests: readonly {
    readonly repository: CanonRole;
    readonly number: number;
    readonly url: string;
    readonly title: string;
    readonly body: string;
    readonly branch: string;
    readonly author: string;
  }[];
}

const REPOSITORIES = [
  { role: 'platform', name: 'gitops', folder: 'platform' },
  { role: 'app', name: 'web-core', folder: 'web-core' },
] as const;

/**
 * Starts a Gitea that holds the example repositories.
 *
 * @public
 */
export async function startCanonForge(): Promise<CanonForge> {
  const canon = resolve(packageFolder, '../../examples/canon');
  const gitea = await startGitea();
  await gitea.createUser('owner');
  const token = await gitea.token('owner', ['write:repository']);
  for (const { name, folder } of REPOSITORIES) {
    const files = await readFolder(`${canon}/${folder}`);
    await gitea.createRepository({ owner: 'owner', name, files });
  }
  const nameOf = (role: CanonRole) =>
    REPOSITORIES.find(repository => repository.role === role)!.name;

  function api(role: CanonRole, path: string, init?: RequestInit) {
    return gitea.api(`/repos/owner/${nameOf(role)}${path}`, init);
  }

  async function clone(role: CanonRole) {
    const url = new URL(`${gitea.url}/owner/${nameOf(role)}.git`);
    url.username = 'owner';
    url.password = token;
    return ForgeWorkingCopy.clone(url.toString());
  }

  return {
    gitea,
    config: await canonConfig(canon, gitea.url, token),
    token,
    api,
    clone,
    async state() {
      const [branches, pullRequests] = await Promise.all(
        ['/branches?limit=50', '/pulls?state=open&limit=50'].map(path =>
          Promise.all(
            REPOSITORIES.map(async ({ role }) =>
              ((await api(role, path)) as any[]).map(item => ({ role, item })),
            ),
          ),
        ),
      );
      return {
        branches: branches
          .flat()
          .map(({ role, item }) => `${role} ${item.name} ${item.commit.id}`)
          .sort(),
        pullRequests: pullRequests.flat().map(({ role, item }) => ({
          repository: role,
          number: item.number,
          url: item.html_url,
          title: item.title,
          body: item.body,
          branch: item.head.ref,
          author: item.user.login,
        })),
      };
    },
    async clear() {
      for (const { role } of REPOSITORIES) {
        // Not left to the branch's deletion: that closes them some time later.
        for (const { number } of await api(role, '/pulls?state=open')) {
          await api(role, `/pulls/${number}`, {
            method: 'PATCH',
            body: JSON.stringify({ state: 'closed' }),
          });
        }
        for (const { name } of await api(role, '/branches?limit=50')) {
          if (name !== 'main') {
            await api(role, `/branches/${encodeURIComponent(name)}`, {
              method: 'DELETE',
            });
          }
        }
      }
    },
    async secrets(branch) {
      const copy = await clone('platform');
      try {
        return await canonSecrets(copy, branch);
      } finally {
        await copy.remove();
      }
    },
    stop: () => gitea.stop(),
  };
}

async function canonConfig(
  canon: string,
  url: string,
  token: string,
): Promise<CanonConfig> {
  const { host } = new URL(url);
  const { databases } = parse(await readFile(`${canon}/target.yaml`, 'utf8'));
  return {
    integrations: { gitea: [{ host, baseUrl: url, password: token }] },
    databases: {
      targets: [
        {
          ...databases.targets[0],
          platform: { repoUrl: `${host}?owner=owner&repo=gitops` },
          app: { repoUrl: `${host}?owner=owner&repo=web-core` },
        },
      ],
    },
  };
}

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

import { ForgePullRequest } from '@basewell/plugin-databases-node';
import {
  canonSecrets,
  CanonSecrets,
  ForgeSimulator,
  ForgeWorkingCopy,
  SimulatedHost,
  simulatedPortal,
  SimulatedRepository,
} from '@basewell/testkit';

export const roles = ['platform', 'app'] as const;
type Role = (typeof roles)[number];

/** A host that runs. */
export interface RunningHost {
  readonly host: SimulatedHost;
  readonly simulator: ForgeSimulator;
}

/** A platform and an app repository, each on a simulated host. */
export class HostedPair {
  /** Of its target. */
  readonly id: string;
  readonly #hosts: { readonly [role in Role]: RunningHost };
  readonly #repositories: { readonly [role in Role]: SimulatedRepository };

  private constructor(
    id: string,
    hosts: { readonly [role in Role]: RunningHost },
    repositories: { readonly [role in Role]: SimulatedRepository },
  ) {
    this.id = id;
    this.#hosts = hosts;
    this.#repositories = repositories;
  }

  /** @param files - of each repository, content by path */
  static async create(
    id: string,
    hosts: { readonly [role in Role]: RunningHost },
    files: { readonly [role in Role]: { readonly [path: string]: Uint8Array } },
  ): Promise<HostedPair> {
    const [platform, app] = await Promise.all(
      roles.map(async role => {
        const { host, simulator } = hosts[role];
        const repository = await simulator.createRepository({
          owner: host.owner,
          name: `${role}-${id}`,
          // Grace is a code owner of the canon.
          roles: { [simulatedPortal.login]: 'write', grace: 'read' },
        });
        await repository.seed(files[role]);
        return repository;
      }),
    );
    return new HostedPair(id, hosts, { platform, app });
  }

  repository(role: Role): SimulatedRepository {
    return this.#repositories[role];
  }

  simulator(role: Role): ForgeSimulator {
    return this.#hosts[role].simulator;
  }

  /** As in app-config. */
  repoUrl(role: Role): string {
    const { host, simulator } = this.#hosts[role];
    return host.repoUrl(simulator.url, this.#repositories[role].name);
  }

  /** Pull requests of a branch, platform first, as a portal reads them. */
  async pulls(
    target: any,
    branch: string,
  ): Promise<readonly (readonly ForgePullRequest[])[]> {
    return Promise.all(
      roles.map(role => {
        const { host, simulator } = this.#hosts[role];
        const forge = host.forge(simulator.url);
        return forge.open(target[role]).findPullRequests(branch);
      }),
    );
  }

  /** Secrets that a branch of the platform repository adds, decrypted. */
  async secrets(branch: string): Promise<CanonSecrets> {
    const copy = await this.#clone('platform');
    const found = await canonSecrets(copy, branch);
    await copy.remove();
    return found;
  }

  /** Added and removed lines of a branch, by path. */
  async changes(
    role: Role,
    branch: string,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const copy = await this.#clone(role);
    const range = `origin/main...origin/${branch}`;
    const names = await copy.git('diff', '--name-only', range);
    const changes = new Map<string, readonly string[]>();
    for (const path of names.split('\n').filter(Boolean)) {
      const diff = await copy.git('diff', '--unified=0', range, '--', path);
      changes.set(path, changedLines(diff));
    }
    await copy.remove();
    return changes;
  }

  #clone(role: Role): Promise<ForgeWorkingCopy> {
    return ForgeWorkingCopy.clone(this.#repositories[role].git.folder);
  }
}

/** Of a unified diff of one file. */
export function changedLines(diff: string): readonly string[] {
  return diff.split('\n').filter(line => /^[-+](?![-+]{2} )/.test(line));
}

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

import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError, ResponseError } from '@backstage/errors';
import { Supervisor } from '../processes/Supervisor';
import { GiteaRepositorySeed, GiteaServer } from './GiteaServer';
import { importFiles } from './importFiles';

/**
 * The API of a Gitea that is ready.
 *
 * @internal
 */
export class RunningGitea implements GiteaServer {
  readonly url: string;
  readonly adminToken: string;
  readonly #repositories: string;
  readonly #supervisor: Supervisor;
  readonly #passwords = new Map<string, string>();

  constructor(
    server: Pick<GiteaServer, 'url' | 'adminToken'> & {
      /** Folder of the bare repositories. */
      readonly repositories: string;
    },
    supervisor: Supervisor,
  ) {
    this.url = server.url;
    this.adminToken = server.adminToken;
    this.#repositories = server.repositories;
    this.#supervisor = supervisor;
  }

  async createUser(name: string): Promise<string> {
    const password = randomBytes(16).toString('hex');
    await this.#post('/admin/users', {
      username: name,
      email: `${name}@example.org`,
      password,
      must_change_password: false,
    });
    this.#passwords.set(name, password);
    return password;
  }

  async createOrganization(name: string): Promise<void> {
    await this.#post('/orgs', { username: name });
  }

  async createRepository(seed: GiteaRepositorySeed): Promise<void> {
    const { owner, name } = seed;
    const isKnown = await fetch(`${this.url}/api/v1/users/${owner}`);
    if (!isKnown.ok) {
      await this.createUser(owner);
    }
    await this.#post(`/admin/users/${owner}/repos`, {
      name,
      private: seed.private ?? false,
    });
    if (Object.keys(seed.files).length > 0) {
      await importFiles(
        { url: `${this.url}/${owner}/${name}.git`, token: this.adminToken },
        seed.files,
      );
      await this.#untilPushIsSeen(`/repos/${owner}/${name}`);
    }
  }

  async token(user: string, scopes: readonly string[]): Promise<string> {
    const password = this.#passwords.get(user);
    if (!password) {
      throw new InputError(
        `createUser('${user}') has to come before its token`,
      );
    }
    const credentials = `${user}:${password}`;
    const { sha1 } = await this.api(`/users/${user}/tokens`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name: randomBytes(4).toString('hex'), scopes }),
    });
    return sha1;
  }

  async api(path: string, init: RequestInit = {}): Promise<any> {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) {
      headers.set('authorization', `token ${this.adminToken}`);
    }
    if (init.body && !headers.has('content-type')) {
      headers.set('content-type', 'application/json');
    }
    const response = await fetch(`${this.url}/api/v1${path}`, {
      ...init,
      headers,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const body = await response.text();
    return body ? JSON.parse(body) : undefined;
  }

  async createUnnoticedBranch(
    repository: string,
    branch: string,
    commit: string,
  ): Promise<void> {
    const file = join(
      this.#repositories,
      `${repository.toLowerCase()}.git`,
      'refs/heads',
      branch,
    );
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${commit}\n`);
  }

  async stop(): Promise<void> {
    await this.#supervisor.stop();
  }

  /** Gitea looks at a push after it has answered it. */
  async #untilPushIsSeen(repository: string): Promise<void> {
    while ((await this.api(repository)).empty) {
      await sleep(20);
    }
  }

  async #post(path: string, body: object): Promise<void> {
    await this.api(path, { method: 'POST', body: JSON.stringify(body) });
  }
}

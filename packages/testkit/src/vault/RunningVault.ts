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

import { ResponseError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { Supervisor } from '../processes/Supervisor';
import { VaultServer } from './VaultServer';

/** @internal */
export class RunningVault implements VaultServer {
  readonly url: string;
  readonly rootToken: string;
  readonly #key: string;
  readonly #supervisor: Supervisor;

  constructor(options: {
    readonly url: string;
    readonly rootToken: string;
    readonly key: string;
    readonly supervisor: Supervisor;
  }) {
    this.url = options.url;
    this.rootToken = options.rootToken;
    this.#key = options.key;
    this.#supervisor = options.supervisor;
  }

  async api(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
    token = this.rootToken,
  ): Promise<any> {
    const response = await fetch(`${this.url}/v1/${path}`, {
      method,
      headers: { 'x-vault-token': token },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  }

  async mountKv(mount: string, version: 1 | 2): Promise<void> {
    await this.api('POST', `sys/mounts/${mount}`, {
      type: 'kv',
      options: { version: String(version) },
    });
    // Version 2 answers 400 until its keys are made.
    await retry(() =>
      version === 2 ? this.api('GET', `${mount}/config`) : undefined,
    );
  }

  async mountDatabases(mount: string): Promise<void> {
    await this.api('POST', `sys/mounts/${mount}`, { type: 'database' });
    await this.api('POST', `${mount}/config/shop`, {
      plugin_name: 'agreeable',
      allowed_roles: '*',
      verify_connection: false,
    });
  }

  async tokenWith(policy: string, hcl: string): Promise<string> {
    await this.api('POST', `sys/policies/acl/${policy}`, { policy: hcl });
    const { auth } = await this.api('POST', 'auth/token/create', {
      policies: [policy],
      no_default_policy: true,
    });
    return auth.client_token;
  }

  async seal(): Promise<void> {
    await this.api('POST', 'sys/seal');
  }

  async unseal(): Promise<void> {
    await this.api('POST', 'sys/unseal', { key: this.#key });
    await retry(() => this.api('GET', 'sys/mounts'));
  }

  async stop(): Promise<void> {
    await this.#supervisor.stop();
  }
}

/** Engines become ready within moments of an unseal or a mount. */
async function retry(attempt: () => unknown): Promise<void> {
  for (let left = 50; ; left--) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!left) {
        throw error;
      }
      await sleep(50);
    }
  }
}

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

import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

/** A backend that runs the real Kubernetes plugin. */
export interface KubernetesPluginHost {
  readonly discovery: DiscoveryService;
  /** Its tokens can be spoiled, as if they had expired. */
  readonly auth: AuthService & { spoiled: boolean };
  stop(): Promise<void>;
}

const TOKEN = 'testkit-token-of-a-plugin';

/** @param kubernetes - the plugin's part of an app-config */
export async function startKubernetesPlugin(
  kubernetes: JsonObject,
): Promise<KubernetesPluginHost> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const config: JsonObject = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'databases' } },
        ],
      },
    },
    kubernetes,
  };
  const host = fork(
    join(__dirname, 'kubernetesPluginHost.cjs'),
    [JSON.stringify(config)],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] },
  );
  let output = '';
  host.stdout?.on('data', data => {
    output += data;
  });
  host.stderr?.on('data', data => {
    output += data;
  });
  const ended = once(host, 'exit');
  const started = await Promise.race([
    once(host, 'message').then(() => true),
    ended.then(() => false),
  ]);
  if (!started) {
    throw new Error(`The Kubernetes plugin did not start:\n${output}`);
  }
  const auth = Object.assign(mockServices.auth.mock(), {
    spoiled: false,
    getPluginRequestToken: async () => ({
      token: auth.spoiled ? 'expired' : TOKEN,
    }),
  });
  return {
    discovery: mockServices.discovery.mock({
      getBaseUrl: async plugin => `${baseUrl}/api/${plugin}`,
    }),
    auth,
    async stop() {
      host.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

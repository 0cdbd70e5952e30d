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

import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { kubernetesListener, KubernetesApiOptions } from './kubernetesListener';

/** @internal */
export interface KubernetesServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** By name; each is served below a path of that name. */
  readonly kubernetesClusters: ReadonlyMap<string, KubernetesApiOptions>;
  /** What else is served, likewise. */
  readonly others?: ReadonlyMap<string, RequestListener>;
}

/** @internal */
export interface KubernetesServer {
  /** `http://127.0.0.1:<port>`; `/<name>` below it is one Kubernetes cluster. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves several Kubernetes clusters on one loopback port. Under any other name
 * the connection breaks: that one is unreachable.
 *
 * @internal
 */
export async function startKubernetesServer(
  options: KubernetesServerOptions,
): Promise<KubernetesServer> {
  const { kubernetesClusters, others = [] } = options;
  const listeners = new Map([
    ...[...kubernetesClusters].map(
      ([name, api]) => [name, kubernetesListener(api)] as const,
    ),
    ...others,
  ]);
  const server = createServer((request, response) => {
    const [, name, rest] = /^\/([^/?]+)(.*)$/.exec(request.url ?? '') ?? [];
    const listener = listeners.get(name);
    if (!listener) {
      request.socket.destroy();
      return;
    }
    request.url = rest || '/';
    listener(request, response);
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number) {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

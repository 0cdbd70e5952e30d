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

import { createServer, IncomingMessage, request, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the proxy does with a request instead of passing it on. */
export type ProxyReply =
  | 'pass'
  /** Never answers. */
  | 'stall'
  | {
      readonly status: number;
      readonly headers?: { readonly [name: string]: string };
      readonly body?: string;
    };

export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/**
 * A gateway between a forge and its host that fails on demand, and sees what is
 * sent.
 */
export class ForgeProxy {
  readonly #server: Server;
  /** Decides about each request; everything passes until it is set. */
  reply: (request: ProxiedRequest) => ProxyReply | Promise<ProxyReply> = () =>
    'pass';
  readonly requests: ProxiedRequest[] = [];
  /** Most requests that were under way at the same time. */
  mostAtOnce = 0;
  #atOnce = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(target: string): Promise<ForgeProxy> {
    const server = createServer();
    const proxy = new ForgeProxy(server);
    server.on('request', async (incoming, response) => {
      const seen = {
        method: incoming.method ?? 'GET',
        path: incoming.url ?? '/',
        headers: incoming.headers,
        body: await buffer(incoming),
      };
      proxy.requests.push(seen);
      proxy.mostAtOnce = Math.max(proxy.mostAtOnce, ++proxy.#atOnce);
      response.on('close', () => proxy.#atOnce--);
      const reply = await proxy.reply(seen);
      if (reply === 'stall') {
        return;
      }
      if (reply !== 'pass') {
        response.writeHead(reply.status, reply.headers).end(reply.body);
        return;
      }
      const { host, ...headers } = incoming.headers;
      request(
        `${target}${seen.path}`,
        { method: seen.method, headers },
        answer => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        },
      )
        .on('error', error => response.destroy(error))
        .end(seen.body);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

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

import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A way to an API server that looks like an API server of its own: TCP, so that
 * TLS and its certificate pass. It counts, delays, and can swallow everything.
 */
export class Tunnel {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #target: number;
  /** Milliseconds, each way of each packet. */
  delay = 0;
  /** Accepts, and never answers again. */
  dead = false;
  /** Since the beginning. */
  connections = 0;
  /** From the API server. */
  bytes = 0;

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.#target = target;
  }

  /** @param url - of the API server */
  static async start(url: string): Promise<Tunnel> {
    const server = createServer({ noDelay: true });
    const tunnel = new Tunnel(server, Number(new URL(url).port));
    server.on('connection', socket => tunnel.#accept(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return tunnel;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  /** Breaks what is open. */
  cut(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }

  stop(): void {
    this.#server.close();
    this.cut();
  }

  #accept(near: Socket): void {
    this.connections += 1;
    const far = connect({ port: this.#target, host: '127.0.0.1' });
    far.setNoDelay(true);
    this.#carry(near, far, () => {});
    this.#carry(far, near, bytes => {
      this.bytes += bytes;
    });
  }

  #carry(from: Socket, to: Socket, count: (bytes: number) => void): void {
    // Packets stay in order: each waits for the one before, and the end for all.
    let last = Promise.resolve();
    this.#sockets.add(from);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      last.then(() => to.destroy());
    });
    from.on('data', data => {
      if (this.dead) {
        return;
      }
      count(data.length);
      if (!this.delay) {
        if (!to.write(data)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
        return;
      }
      const due = sleep(this.delay);
      last = last.then(async () => {
        await due;
        if (!to.destroyed) {
          to.write(data);
        }
      });
    });
  }
}

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

/** A line to an API server that can be cut: what is open then carries nothing, and nobody is told. */
export class Relay {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;

  /** @param url - of the API server */
  static async to(url: string): Promise<Relay> {
    const relay = new Relay(new URL(url));
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  private constructor({ hostname, port }: URL) {
    this.#server = createServer(near => {
      const far = connect(Number(port), hostname);
      const pair = [near, far] as const;
      for (const [index, socket] of pair.entries()) {
        const other = pair[1 - index];
        this.#sockets.add(socket);
        socket.on('data', data => {
          if (!this.#cut) {
            other.write(data);
          }
        });
        socket.on('error', () => {});
        socket.on('close', () => {
          this.#sockets.delete(socket);
          if (!this.#cut) {
            other.destroy();
          }
        });
      }
    });
  }

  /** `https://127.0.0.1:<port>` */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  cut(): void {
    this.#cut = true;
  }

  /** What was open before has lost bytes, and ends; new connections work. */
  mend(): void {
    this.#cut = false;
    this.#end();
  }

  async stop(): Promise<void> {
    this.#end();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #end(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }
}

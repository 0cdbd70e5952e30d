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

import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { PortalUsage } from './benchPlugin';

/** An answer, and how many bytes it was on the wire. */
export interface PortalAnswer {
  readonly body: any;
  readonly bytes: number;
}

/** A portal that runs, asked over HTTP as its pages do. */
export class Portal {
  /** `http://host:port/api` */
  readonly url: string;
  readonly token: string;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #end: () => Promise<void>;

  constructor(url: string, token: string, end: () => Promise<void>) {
    this.url = url;
    this.token = token;
    this.#end = end;
  }

  /** @throws when the answer is not 200, or does not come in time */
  async ask(
    path: string,
    options: {
      readonly body?: object;
      readonly gzip?: boolean;
      /** Milliseconds. */
      readonly within?: number;
    } = {},
  ): Promise<PortalAnswer> {
    const { body, gzip = false, within = 600_000 } = options;
    const outgoing = request(`${this.url}${path}`, {
      method: body ? 'POST' : 'GET',
      agent: this.#agent,
      signal: AbortSignal.timeout(within),
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(gzip && { 'accept-encoding': 'gzip' }),
      },
    });
    outgoing.end(body && JSON.stringify(body));
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const content = await buffer(incoming);
    const zipped = incoming.headers['content-encoding'] === 'gzip';
    const text = (zipped ? gunzipSync(content) : content).toString();
    if (incoming.statusCode !== 200) {
      throw new Error(`${path} answers ${incoming.statusCode}: ${text}`);
    }
    return { body: JSON.parse(text), bytes: content.length };
  }

  async usage(): Promise<PortalUsage> {
    const { body } = await this.ask('/bench/usage');
    return body;
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await this.#end();
  }
}

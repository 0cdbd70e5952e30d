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

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { KubernetesObject } from './KubernetesObject';

/** etcd takes up to 128 operations and 1.5 MB at once; an object is about 10 kB. */
const AT_ONCE = 64;

/**
 * etcd, as the API server keeps objects in it: one key each, the object's JSON.
 * It speaks JSON over HTTP on the socket on which it speaks gRPC, all bytes in
 * Base64 (https://etcd.io/docs/v3.6/dev-guide/api_grpc_gateway/).
 */
export class ObjectStore {
  readonly #socket: string;

  /** @param socket - the path of etcd's socket */
  constructor(socket: string) {
    this.#socket = socket;
  }

  /** @param objects - by the key that the API server has for each */
  async put(objects: ReadonlyMap<string, KubernetesObject>): Promise<void> {
    const puts = Array.from(objects, ([key, object]) => ({
      requestPut: { key: base64(key), value: base64(stored(object)) },
    }));
    for (let start = 0; start < puts.length; start += AT_ONCE) {
      await this.#write(puts.slice(start, start + AT_ONCE));
    }
  }

  async #write(success: readonly object[]): Promise<void> {
    const outgoing = request({
      socketPath: this.#socket,
      method: 'POST',
      path: '/v3/kv/txn',
      headers: { 'content-type': 'application/json', host: 'etcd' },
    });
    outgoing.end(JSON.stringify({ success }));
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const answer = await text(incoming);
    if (incoming.statusCode !== 200) {
      throw new Error(`etcd answered ${incoming.statusCode}: ${answer}`);
    }
  }
}

/** With what the API server adds to an object that it creates, and that has none. */
function stored(object: KubernetesObject): string {
  return JSON.stringify({
    ...object,
    metadata: {
      uid: randomUUID(),
      generation: 1,
      creationTimestamp: `${new Date().toISOString().slice(0, 19)}Z`,
      ...object.metadata,
    },
  });
}

function base64(content: string): string {
  return Buffer.from(content).toString('base64');
}

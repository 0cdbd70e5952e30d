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

import { IncomingMessage, RequestListener } from 'node:http';
import { Moment } from '../estate/renderInstant';
import { VaultDocument, vaultDataAt } from './VaultDocument';

/** @internal */
export interface DemoVaultOptions {
  readonly documents: readonly VaultDocument[];
  /** Who asks has to show it. */
  readonly token: string;
  readonly moment: () => Moment;
}

/**
 * A Vault that has metadata and nothing else: what holds no value cannot give one
 * away. It answers as a real one does; its token may read no value anywhere.
 *
 * ```
 * GET  sys/health
 * GET  auth/token/lookup-self
 * POST sys/capabilities-self      { paths }
 * GET  what the documents say, by X-Vault-Namespace
 * ```
 *
 * @internal
 */
export function vaultListener(options: DemoVaultOptions): RequestListener {
  const { documents, token, moment } = options;

  async function answer(
    request: IncomingMessage,
  ): Promise<{ readonly status: number; readonly body: object }> {
    const { headers, url = '/' } = request;
    const path = new URL(url, 'http://vault').pathname.replace('/v1/', '');
    if (path === 'sys/health') {
      return {
        status: 200,
        body: {
          initialized: true,
          sealed: false,
          standby: false,
          version: '1.21.4',
          cluster_name: 'demo',
        },
      };
    }
    if (headers['x-vault-token'] !== token) {
      return refuse(403, 'permission denied');
    }
    switch (path) {
      case 'auth/token/lookup-self':
        return data({ ttl: 0, renewable: false, policies: ['metadata'] });
      case 'sys/capabilities-self': {
        const { paths = [] } = JSON.parse(await readText(request));
        return data(
          Object.fromEntries(paths.map((asked: string) => [asked, ['deny']])),
        );
      }
      default: {
        const { 'x-vault-namespace': namespace = '' } = headers;
        const document = documents.find(
          known => known.path === path && (known.namespace ?? '') === namespace,
        );
        return request.method === 'GET' && document
          ? data(vaultDataAt(document, moment()))
          : refuse(404);
      }
    }
  }

  return (request, response) => {
    answer(request)
      .catch(error => refuse(400, String(error)))
      .then(({ status, body }) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify(body)),
      );
  };
}

function data(body: object) {
  return { status: 200, body: { data: body } };
}

function refuse(status: number, ...errors: readonly string[]) {
  return { status, body: { errors } };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

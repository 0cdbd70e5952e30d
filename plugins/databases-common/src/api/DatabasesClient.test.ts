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

import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { DatabasesClient } from './DatabasesClient';

describe('DatabasesClient', () => {
  let server: Server;
  let answer: { status: number; body: unknown };
  const seen: unknown[] = [];
  let headers: IncomingHttpHeaders;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) {
        body += chunk;
      }
      headers = request.headers;
      const { authorization } = headers;
      seen.push([request.method, request.url, body, authorization]);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
  });

  beforeEach(() => {
    seen.length = 0;
    answer = { status: 200, body: { items: [], problems: [] } };
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  const client = () =>
    new DatabasesClient({
      discoveryApi: {
        getBaseUrl: async id =>
          `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/${id}`,
      },
      fetchApi: { fetch },
    });

  it('asks for targets', async () => {
    await expect(client().getTargets()).resolves.toEqual(answer.body);
    expect(seen).toEqual([['GET', '/api/databases/targets', '', undefined]]);
  });

  it('sends a request for its preview', async () => {
    await client().previewPlan({ request: { a: 1 } }, { token: 'mine' });
    expect(seen).toEqual([
      ['POST', '/api/databases/plans', '{"request":{"a":1}}', 'Bearer mine'],
    ]);
  });

  it('sends tokens for Kubernetes when it is given some', async () => {
    const kubernetesTokens = { 'oidc-okta': 'mine' };
    await client().getDatabase('a', { kubernetesTokens });
    expect(headers).toMatchObject({
      'backstage-kubernetes-authorization-oidc-okta': 'mine',
    });
  });

  it('escapes what it puts into a path', async () => {
    await client().getRequests({
      kind: 'component',
      namespace: 'default',
      name: '../shop',
    });
    expect(seen).toEqual([
      [
        'GET',
        '/api/databases/entities/component/default/..%2Fshop/requests',
        '',
        undefined,
      ],
    ]);
  });

  it('asks for a page of the fleet', async () => {
    await client().getFleet({
      search: 'shop & co',
      health: ['failed', 'unknown'],
      offset: 50,
      owner: undefined,
    });
    await client().getFleet({});
    expect(seen.map(([, url]: any) => url)).toEqual([
      '/api/databases/databases?search=shop+%26+co&health=failed&health=unknown&offset=50',
      '/api/databases/databases',
    ]);
  });

  it("passes the server's words on", async () => {
    answer = {
      status: 409,
      body: {
        error: { name: 'ConflictError', message: 'Look again' },
        response: { statusCode: 409 },
      },
    };
    await expect(client().getTargets()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: { name: 'ConflictError', message: 'Look again' },
    });
  });

  it('stops when told', async () => {
    await expect(
      client().getTargets({ signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([]);
  });
});

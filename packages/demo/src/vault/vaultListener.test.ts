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

import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseVaultFile } from './VaultDocument';
import { vaultListener } from './vaultListener';

const FILE = resolve(__dirname, '../../../../examples/estate-vault.yaml');
const NOW = Date.parse('2026-11-21T12:00:00Z');
const token = 'demo-token-not-a-secret-vault';

describe('the Vault of the demo', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer(
      vaultListener({
        documents: parseVaultFile(FILE, readFileSync(FILE, 'utf8')),
        token,
        moment: () => ({ now: NOW, start: NOW }),
      }),
    );
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  afterAll(() => server.close());

  const ask = async (
    path: string,
    headers: Record<string, string> = {},
    body?: object,
  ) => {
    const response = await fetch(`${url}/${path}`, {
      headers: { 'x-vault-token': token, ...headers },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return [response.status, await response.json()];
  };

  it('tells when an entry was written', async () => {
    expect(await ask('kv/metadata/apps/checkout/database')).toEqual([
      200,
      {
        data: expect.objectContaining({
          current_version: 7,
          updated_time: '2026-11-21T10:00:00Z',
        }),
      },
    ]);
  });

  it.each([
    { reason: 'another namespace', headers: {}, status: 404 },
    {
      reason: 'its own namespace',
      headers: { 'x-vault-namespace': 'finance' },
      status: 200,
    },
    {
      reason: 'another token',
      headers: { 'x-vault-namespace': 'finance', 'x-vault-token': 'other' },
      status: 403,
    },
  ])('answers $status in $reason', async ({ headers, status }) => {
    expect(
      (await ask('kv/metadata/ledger/database', { ...headers } as any))[0],
    ).toBe(status);
  });

  it('has no values, and gives nobody a right to any', async () => {
    const path = 'kv/data/apps/checkout/database';
    expect((await ask(path))[0]).toBe(404);
    expect(await ask('sys/capabilities-self', {}, { paths: [path] })).toEqual([
      200,
      { data: { [path]: ['deny'] } },
    ]);
  });

  it.each([
    ['path: kv', /is no list/],
    ['- { path: kv/data/shop, data: {} }', /item 1 is no metadata/],
    ['- { path: kv/metadata/shop }', /item 1 is no metadata/],
  ])('takes nothing but metadata: %s', (text, message) => {
    expect(() => parseVaultFile('vault.yaml', text)).toThrow(message);
  });
});

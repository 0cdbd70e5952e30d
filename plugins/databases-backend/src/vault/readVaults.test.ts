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

import { ConfigReader } from '@backstage/config';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVaults } from './readVaults';

const kubernetes = { method: 'kubernetes', role: 'basewell' };
const main = {
  id: 'main',
  url: 'https://vault.example.org/',
  auth: kubernetes,
};

function read(...vaults: readonly object[]) {
  return readVaults(new ConfigReader({ databases: { vaults } } as any));
}

describe('readVaults', () => {
  it('is empty without a configuration', () => {
    expect(readVaults(new ConfigReader({}))).toEqual({
      vaults: [],
      problems: [],
    });
  });

  it.each([
    {
      reason: 'what is left out',
      auth: kubernetes,
      login: {
        method: 'kubernetes',
        mount: 'kubernetes',
        role: 'basewell',
        tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
      },
    },
    {
      reason: 'a JWT',
      auth: { method: 'jwt', mount: '/ci/', role: 'r', tokenFile: '/token' },
      login: { method: 'jwt', mount: 'ci', role: 'r', tokenFile: '/token' },
    },
    {
      reason: 'an AppRole',
      auth: { method: 'approle', roleId: 'a', secretId: 'b' },
      login: {
        method: 'approle',
        mount: 'approle',
        roleId: 'a',
        secretId: 'b',
      },
    },
    {
      reason: 'a token',
      auth: { method: 'token', token: 'hvs.test' },
      login: { method: 'token', token: 'hvs.test' },
    },
  ])('reads $reason', ({ auth, login }) => {
    const { vaults, problems } = read({ ...main, auth });
    expect(problems).toEqual([]);
    expect(vaults).toEqual([
      {
        id: 'main',
        url: 'https://vault.example.org',
        addresses: ['https://vault.example.org'],
        namespace: '',
        mounts: undefined,
        login,
      },
    ]);
  });

  it.each([
    { leases: undefined, looksUp: undefined },
    { leases: false, looksUp: undefined },
    { leases: true, looksUp: true },
  ])('looks leases up when told to: $leases', ({ leases, looksUp }) => {
    const { vaults } = read({ ...main, leases });
    expect(vaults[0].leases).toBe(looksUp);
  });

  it('reads addresses, mounts, namespace and certificate authority', () => {
    const folder = mkdtempSync(join(tmpdir(), 'basewell-vault-'));
    writeFileSync(join(folder, 'ca.pem'), 'PEM');
    const { vaults } = read({
      ...main,
      addresses: ['http://vault.vault.svc:8200/', 'HTTPS://Vault.internal:443'],
      mounts: ['kv/', '/team/database/'],
      namespace: '/platform/',
      caFile: join(folder, 'ca.pem'),
    });
    rmSync(folder, { recursive: true });
    expect(vaults[0]).toMatchObject({
      addresses: [
        'https://vault.example.org',
        'http://vault.vault.svc:8200',
        'https://vault.internal',
      ],
      mounts: ['kv', 'team/database'],
      namespace: 'platform',
      ca: 'PEM',
    });
  });

  it.each([
    { wrong: { id: 'Main' }, at: 'databases.vaults[0].id' },
    { wrong: { url: 'vault:8200' }, at: 'databases.vaults[0].url' },
    {
      wrong: { url: 'https://ada:hunter2@vault.example.org' },
      at: 'databases.vaults[0].url',
    },
    {
      wrong: { addresses: ['nowhere'] },
      at: 'databases.vaults[0].addresses[0]',
    },
    {
      wrong: { caFile: '/does/not/exist.pem' },
      at: 'databases.vaults[0].caFile: /does/not/exist.pem cannot be read (ENOENT)',
    },
    { wrong: { auth: undefined }, at: 'databases.vaults[0].auth' },
    {
      wrong: { auth: { method: 'oidc' } },
      at: 'databases.vaults[0].auth.method',
    },
    {
      wrong: { auth: { method: 'kubernetes' } },
      at: 'databases.vaults[0].auth.role',
    },
    {
      wrong: { auth: { method: 'approle', roleId: 'a' } },
      at: 'databases.vaults[0].auth.secretId',
    },
  ])('names $at and keeps the others', ({ wrong, at }) => {
    const { vaults, problems } = read(
      { ...main, ...wrong },
      { ...main, id: 'other' },
    );
    expect(vaults.map(({ id }) => id)).toEqual(['other']);
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toContain(at);
    expect(problems[0].message).not.toContain('hunter2');
  });

  it('takes an id once', () => {
    expect(read(main, main)).toMatchObject({
      vaults: [{ id: 'main' }],
      problems: [{ id: 'main', message: expect.stringContaining('[1].id') }],
    });
  });
});

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

import { mockServices } from '@backstage/backend-test-utils';
import { VaultEntryData } from '@basewell/plugin-databases-common/domain';
import {
  describeWithServers,
  ForgeProxy,
  scanForSecret,
  startVault,
  VaultServer,
} from '@basewell/testkit';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hurriedClock } from '../__testUtils__/readerScene';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { systemClock } from '../kubernetes/ReaderClock';
import { VaultSession } from './VaultSession';
import { VaultLogin, VaultSettings } from './VaultSettings';
import { vaultTransport } from './vaultTransport';
import { VaultWatch } from './VaultWatch';
import { WantedEntry } from './WantedEntry';

const policyFile = resolve(
  __dirname,
  '../../../../docs/reference/vault-policy.hcl',
);
const value = 'a-value-that-only-vault-knows';
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A token as Kubernetes gives it to a pod. */
function podToken(account: string): string {
  const part = (content: object) =>
    Buffer.from(JSON.stringify(content)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const head = part({ alg: 'ES256', typ: 'JWT' });
  const claims = part({
    iss: 'kubernetes',
    aud: 'vault',
    sub: account,
    iat: now,
    exp: now + 600,
  });
  const signature = sign('sha256', Buffer.from(`${head}.${claims}`), {
    key: key.privateKey,
    dsaEncoding: 'ieee-p1363',
  }).toString('base64url');
  return `${head}.${claims}.${signature}`;
}

function wanted(
  type: WantedEntry['type'],
  mount: string,
  path: string,
): WantedEntry {
  const where = { kubernetesCluster: 'north', namespace: '' };
  return { ...where, address: 'https://vault.example.org', type, mount, path };
}

const kvShop = wanted('kv', 'kv', 'apps/shop');
const everything = [
  kvShop,
  wanted('kv', 'kv', 'apps/nothing'),
  wanted('kv', 'old', 'apps/shop'),
  wanted('dynamic-role', 'database', 'roles/shop'),
  wanted('static-role', 'database', 'static-roles/owner'),
  wanted('dynamic-role', 'database', 'roles/nothing'),
];

describeWithServers('vault')('a real Vault', () => {
  const logger = mockServices.logger.mock();
  const lifetime = new AbortController();
  let folder: string;
  let tokenFile: string;
  let vault: VaultServer;
  let portalToken: string;
  /** With the block for leases. */
  let leaseToken: string;
  let sink: RecordingSink;
  let watch: VaultWatch | undefined;
  let running: Promise<void>;
  /** Milliseconds by which a session believes that it is later. */
  let ahead = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-vault-'));
    tokenFile = join(folder, 'token');
    vault = await startVault();
    await vault.mountKv('kv', 2);
    await vault.mountKv('old', 1);
    await vault.mountDatabases('database');
    await vault.api('POST', 'kv/data/apps/shop', { data: { password: value } });
    await vault.api('POST', 'kv/metadata/apps/shop', {
      custom_metadata: { note: value },
    });
    await vault.api('POST', 'old/apps/shop', { password: value });
    await vault.api('POST', 'old/metadata/apps/shop', { password: value });
    await vault.api('POST', 'database/roles/shop', {
      db_name: 'shop',
      creation_statements: [`-- ${value}`],
      default_ttl: '1h',
      max_ttl: '24h',
    });
    await vault.api('POST', 'database/static-roles/owner', {
      db_name: 'shop',
      username: 'shop',
      rotation_period: '24h',
    });
    const policy = await readFile(policyFile, 'utf8');
    portalToken = await vault.tokenWith(
      'basewell',
      // The mount of version 1 is called otherwise here.
      policy
        .replace('# path "secret/basewell" {\n#', 'path "old/basewell" {\n')
        .replace('# }', '}'),
    );
    leaseToken = await vault.tokenWith(
      'basewell-leases',
      policy.replace(
        /# (path "sys\/leases\/lookup" .*)\n# (.*)\n# }/,
        '$1\n$2\n}',
      ),
    );
    await vault.api('POST', 'sys/auth/kubernetes', { type: 'jwt' });
    await vault.api('POST', 'auth/kubernetes/config', {
      jwt_validation_pubkeys: [
        key.publicKey.export({ type: 'spki', format: 'pem' }),
      ],
    });
    await vault.api('POST', 'auth/kubernetes/role/basewell', {
      role_type: 'jwt',
      user_claim: 'sub',
      bound_audiences: ['vault'],
      bound_subject: 'system:serviceaccount:backstage:backstage',
      token_policies: ['basewell'],
      token_no_default_policy: true,
      token_ttl: '60s',
    });
    await vault.api('POST', 'sys/auth/approle', { type: 'approle' });
    await vault.api('POST', 'auth/approle/role/basewell', {
      token_policies: ['basewell'],
      token_no_default_policy: true,
      token_ttl: '1h',
    });
  });
  afterAll(async () => {
    lifetime.abort();
    await vault?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    jest.clearAllMocks();
    sink = new RecordingSink();
    ahead = 0;
  });
  afterEach(async () => {
    await watch?.stop();
    await running;
    watch = undefined;
  });

  function settingsWith(
    login: VaultLogin = { method: 'token', token: portalToken },
  ): VaultSettings {
    const { url } = vault;
    return { id: 'main', url, addresses: [url], namespace: '', login };
  }

  function sessionWith(login: VaultLogin, settings = settingsWith(login)) {
    const { signal } = lifetime;
    const transport = vaultTransport(settings, { signal });
    return new VaultSession({
      settings,
      transport,
      clock: { ...systemClock, now: () => Date.now() + ahead },
    });
  }

  function begin(
    entries: readonly WantedEntry[],
    settings = settingsWith(),
  ): void {
    watch = new VaultWatch({ settings, sink, logger, clock: hurriedClock(20) });
    watch.want(entries);
    running = watch.run();
  }

  const coverage = () => sink.coverage.get('vault:main entries.vault')!;
  const entries = () =>
    Object.fromEntries(
      [...sink.facts.values()].map(({ name, data }) => [
        name,
        (data as VaultEntryData).entry,
      ]),
    );
  const told = () =>
    JSON.stringify([
      [...sink.coverage.values()],
      [...sink.facts.values()],
      [logger.debug, logger.info, logger.warn, logger.error].map(
        ({ mock }) => mock.calls,
      ),
    ]);

  it('is read with the policy that we ship, and with nothing more', async () => {
    begin(everything);
    await sink.until(() => coverage().state !== 'syncing');
    expect(coverage()).toMatchObject({ state: 'synced', objects: 6 });
    expect(coverage().message).toBeUndefined();
    expect(entries()).toEqual({
      '/kv/apps/shop': {
        type: 'kv',
        version: 2,
        currentVersion: 1,
        updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      '/kv/apps/nothing': { type: 'kv', version: 2, missing: true },
      '/old/apps/shop': { type: 'kv', version: 1 },
      '/database/roles/shop': {
        type: 'dynamic-role',
        connection: 'shop',
        defaultTtl: 3600,
        maxTtl: 86_400,
      },
      '/database/static-roles/owner': {
        type: 'static-role',
        connection: 'shop',
        username: 'shop',
        rotationPeriod: 86_400,
        lastRotation: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      '/database/roles/nothing': { type: 'dynamic-role', missing: true },
    });
    expect(scanForSecret({ value }, told(), 'told')).toEqual([]);
    expect(scanForSecret({ value: portalToken }, told(), 'told')).toEqual([]);
  });

  it.each([
    ['GET', 'kv/data/apps/shop'],
    ['GET', 'kv/subkeys/apps/shop'],
    ['GET', 'old/apps/shop'],
    ['GET', 'database/creds/shop'],
    ['GET', 'database/static-creds/owner'],
    ['GET', 'database/config/shop'],
    ['POST', 'kv/metadata/apps/shop'],
    ['DELETE', 'kv/metadata/apps/shop'],
    ['POST', 'database/rotate-role/owner'],
    ['POST', 'sys/leases/lookup'],
    ['POST', 'sys/leases/renew'],
    ['POST', 'sys/leases/revoke'],
  ] as const)('the policy denies %s %s', async (method, path) => {
    await expect(
      vault.api(method, path, method === 'GET' ? undefined : {}, portalToken),
    ).rejects.toThrow('403');
  });

  it('sees a rotation', async () => {
    begin([kvShop]);
    await sink.until(() => coverage().state === 'synced');
    const before = entries()['/kv/apps/shop'];
    await vault.api('POST', 'kv/data/apps/shop', { data: { password: value } });
    // Somebody else reads it, so it is read again.
    watch!.want([kvShop, { ...kvShop, kubernetesCluster: 'south' }]);
    await sink.until(() => {
      const entry = entries()['/kv/apps/shop'];
      return 'currentVersion' in entry && entry.currentVersion === 2;
    });
    expect(entries()['/kv/apps/shop']).not.toEqual(before);
    await vault.api('DELETE', 'kv/data/apps/shop');
    watch!.want([kvShop]);
    await sink.until(() => 'deleted' in entries()['/kv/apps/shop']);
    await vault.api('POST', 'kv/data/apps/shop', { data: { password: value } });
  });

  it('warns of a token that could read values', async () => {
    begin(everything, {
      ...settingsWith({ method: 'token', token: vault.rootToken }),
    });
    await sink.until(() => coverage().state === 'synced');
    expect(coverage().message).toMatch(
      /can read values, such as .*vault-policy.hcl/,
    );
    expect(JSON.stringify(logger.warn.mock.calls)).toContain('can read values');
    expect(scanForSecret({ value: vault.rootToken }, told(), 'told')).toEqual(
      [],
    );
  });

  it('names the right that is missing', async () => {
    const token = await vault.tokenWith(
      'too-little',
      'path "sys/internal/ui/mounts/*" { capabilities = ["read"] }\n' +
        'path "kv/metadata/apps/nothing" { capabilities = ["read"] }\n' +
        'path "sys/capabilities-self" { capabilities = ["update"] }\n' +
        'path "auth/token/lookup-self" { capabilities = ["read"] }\n',
    );
    begin(
      [kvShop, wanted('kv', 'kv', 'apps/nothing')],
      settingsWith({ method: 'token', token }),
    );
    await sink.until(() => coverage().state === 'synced');
    expect(coverage().message).toMatch(
      /1 of 2 entries .* read kv\/metadata\/apps\/shop \(403\)/,
    );
    expect(entries()).toEqual({
      '/kv/apps/nothing': expect.objectContaining({ missing: true }),
    });
  });

  it('logs in like a pod, again before the token ends, with the file as it is then', async () => {
    const account = 'system:serviceaccount:backstage:backstage';
    await writeFile(tokenFile, `${podToken(account)}\n`);
    const session = sessionWith({
      method: 'kubernetes',
      mount: 'kubernetes',
      role: 'basewell',
      tokenFile,
    });
    await session.read('kv/metadata/apps/shop', '');
    await session.read('kv/metadata/apps/shop', '');
    expect(session.logins).toBe(1);
    ahead = 45_000;
    await session.read('kv/metadata/apps/shop', '');
    expect(session.logins).toBe(2);

    await writeFile(tokenFile, podToken('system:serviceaccount:web:web'));
    ahead = 200_000;
    const refused = session.read('kv/metadata/apps/shop', '');
    await expect(refused).rejects.toMatchObject({
      state: 'unauthorized',
      message: expect.stringMatching(/let the portal in by kubernetes/),
    });
    const error = await refused.catch(reason => reason);
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain(
      'eyJ',
    );
    await rm(tokenFile);
    await expect(session.read('kv/metadata/apps/shop', '')).rejects.toThrow(
      `${tokenFile} (ENOENT)`,
    );
  });

  it('logs in by AppRole, and gives the token back', async () => {
    const { data: role } = await vault.api(
      'GET',
      'auth/approle/role/basewell/role-id',
    );
    const { data: secret } = await vault.api(
      'POST',
      'auth/approle/role/basewell/secret-id',
      {},
    );
    const login: VaultLogin = {
      method: 'approle',
      mount: 'approle',
      roleId: role.role_id,
      secretId: secret.secret_id,
    };
    const session = sessionWith(login);
    const answer = await session.read('auth/token/lookup-self', '');
    const token = answer.string('data', 'id')!;
    await session.end(
      vaultTransport(settingsWith(login), { signal: lifetime.signal }),
    );
    await expect(
      vault.api('GET', 'auth/token/lookup-self', undefined, token),
    ).rejects.toThrow('403');
    const wrong = sessionWith({ ...login, secretId: value });
    const error = await wrong
      .read('kv/metadata/apps/shop', '')
      .catch(reason => reason);
    expect(error).toMatchObject({ state: 'unauthorized' });
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain(
      value,
    );
  });

  it('logs in again when its token was revoked', async () => {
    const account = 'system:serviceaccount:backstage:backstage';
    await writeFile(tokenFile, podToken(account));
    const session = sessionWith({
      method: 'jwt',
      mount: 'kubernetes',
      role: 'basewell',
      tokenFile,
    });
    const answer = await session.read('auth/token/lookup-self', '');
    await vault.api('POST', 'auth/token/revoke', {
      token: answer.string('data', 'id'),
    });
    await session.read('kv/metadata/apps/shop', '');
    expect(session.logins).toBe(2);
  });

  /** Of a user that Vault makes now. */
  async function newLease(): Promise<WantedEntry> {
    const { lease_id: id } = await vault.api('GET', 'database/creds/shop');
    return wanted('lease', 'database', id.slice('database/'.length));
  }

  it('looks up leases with the block of the policy for it, and until they are gone', async () => {
    const lease = await newLease();
    begin([lease], {
      ...settingsWith({ method: 'token', token: leaseToken }),
      leases: true,
    });
    await sink.until(() => coverage().state === 'synced');
    expect(coverage().message).toBeUndefined();
    const name = `/database/${lease.path}`;
    expect(entries()[name]).toEqual({
      type: 'lease',
      renewable: true,
      expireTime: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const before = JSON.stringify(entries()[name]);
    const lease_id = `database/${lease.path}`;
    await vault.api('POST', 'sys/leases/renew', { lease_id, increment: 60 });
    watch!.want([lease, { ...lease, kubernetesCluster: 'south' }]);
    await sink.until(() => JSON.stringify(entries()[name]) !== before);
    expect(entries()[name]).toHaveProperty('lastRenewal');
    await vault.api('POST', 'sys/leases/revoke', { lease_id, sync: true });
    watch!.want([lease]);
    await sink.until(() => 'missing' in entries()[name]);
    expect(entries()[name]).toEqual({ type: 'lease', missing: true });
    expect(coverage()).toMatchObject({ state: 'synced', objects: 1 });
    sink.facts.clear();
    expect(scanForSecret({ name }, told(), 'told')).toEqual([]);
  });

  it('says that the policy has no block for leases', async () => {
    begin([kvShop, await newLease()], { ...settingsWith(), leases: true });
    await sink.until(() => coverage().state === 'synced');
    expect(coverage().message).toMatch(
      /1 of 2 entries .* answer sys\/leases\/lookup \(403\).* may not look up leases/,
    );
    expect(Object.keys(entries())).toEqual(['/kv/apps/shop']);
  });

  it('warns of a token that could revoke leases', async () => {
    const token = await vault.tokenWith(
      'too-much',
      'path "sys/leases/*" { capabilities = ["update"] }\n' +
        'path "sys/capabilities-self" { capabilities = ["update"] }\n' +
        'path "auth/token/lookup-self" { capabilities = ["read"] }\n',
    );
    begin([], { ...settingsWith({ method: 'token', token }), leases: true });
    await sink.until(() => coverage().state === 'synced');
    expect(coverage().message).toMatch(/may revoke leases/);
  });

  it('renews a token of the configuration', async () => {
    const { auth } = await vault.api('POST', 'auth/token/create', {
      policies: ['basewell'],
      no_default_policy: true,
      ttl: '60s',
    });
    const session = sessionWith({ method: 'token', token: auth.client_token });
    await session.read('kv/metadata/apps/shop', '');
    ahead = 45_000;
    await session.read('kv/metadata/apps/shop', '');
    expect(session.logins).toBe(2);
    const { data } = await vault.api(
      'GET',
      'auth/token/lookup-self',
      undefined,
      auth.client_token,
    );
    expect(data.last_renewal_time).toEqual(expect.any(Number));
  });

  it('sends nothing but what is allowed, whatever happens', async () => {
    const proxy = await ForgeProxy.start(vault.url);
    begin(everything, { ...settingsWith(), url: proxy.url });
    await sink.until(() => coverage().state === 'synced');
    await watch!.stop();
    const asked = new Set(
      proxy.requests.map(({ method, path }) => `${method} ${path}`),
    );
    expect([...asked].sort()).toEqual([
      'GET /v1/auth/token/lookup-self',
      'GET /v1/database/roles/nothing',
      'GET /v1/database/roles/shop',
      'GET /v1/database/static-roles/owner',
      'GET /v1/kv/metadata/apps/nothing',
      'GET /v1/kv/metadata/apps/shop',
      'GET /v1/sys/health',
      'GET /v1/sys/internal/ui/mounts/database',
      'GET /v1/sys/internal/ui/mounts/kv',
      'GET /v1/sys/internal/ui/mounts/old',
      'POST /v1/auth/token/renew-self',
      'POST /v1/sys/capabilities-self',
    ]);
    await proxy.stop();
  });

  it('says when it is sealed, keeps what it knows, and goes on afterwards', async () => {
    begin([kvShop]);
    await sink.until(() => coverage().state === 'synced');
    await vault.seal();
    watch!.want([kvShop, wanted('kv', 'old', 'apps/shop')]);
    await sink.until(() => coverage().state === 'failing');
    expect(coverage().message).toContain('is sealed. Unseal it.');
    expect(Object.keys(entries())).toEqual(['/kv/apps/shop']);
    await vault.unseal();
    await sink.until(() => sink.facts.size === 2);
    await sink.until(() => coverage().state === 'synced');
  });
});

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

import {
  clusterSecretStore,
  deployment,
  externalSecret,
  Fact,
  KubeObject,
  ObservedKind,
  secretStore,
  statefulSet,
  toFact,
  vaultAuth,
  vaultConnection,
  vaultDynamicSecret,
  vaultStaticSecret,
} from '@basewell/plugin-databases-common/domain';
import { wantedEntries } from './wantedEntries';

const address = 'https://vault.example.org';

/** A fact of an object that is written as `<namespace>/<name>` and a spec. */
function seen(
  kind: ObservedKind,
  reference: string,
  spec: object,
  kubernetesCluster = 'north',
  status: object = {},
): Fact {
  const [name, namespace] = reference.split('/').reverse();
  const object = {
    apiVersion: 'v1',
    kind: kind.kind,
    metadata: { name, namespace },
    spec,
    status,
  } as KubeObject;
  return toFact(kind, object, {
    kubernetesCluster,
    observedAt: '2026-11-21T12:00:00.000Z',
  })!;
}

function wantedBy(...facts: readonly Fact[]) {
  return wantedEntries({
    facts: <Data>(kind: ObservedKind<Data>) =>
      facts.filter(fact => fact.kind === kind.id) as Fact<Data>[],
    isRead: ({ name }) => name === 'db',
  });
}

const copy = (spec: object) => ({ destination: { name: 'db' }, ...spec });
const staticSecret = (spec: object, where = 'web/db') =>
  seen(vaultStaticSecret, where, copy({ type: 'kv-v2', ...spec }));
const dynamicSecret = (path: string, where = 'web/db', lease = '') =>
  seen(
    vaultDynamicSecret,
    where,
    copy({ mount: 'database', path, vaultAuthRef: 'auth' }),
    'north',
    { secretLease: { id: lease } },
  );
const auth = seen(vaultAuth, 'web/auth', { vaultConnectionRef: 'vault' });
const connection = seen(vaultConnection, 'web/vault', { address });
const north = { kubernetesCluster: 'north', address, namespace: '' };
const kvShop = { mount: 'kv', path: 'apps/shop', type: 'kv' };

describe('wantedEntries of the Vault Secrets Operator', () => {
  it('follows a copy to its Vault', () => {
    expect(
      wantedBy(
        staticSecret({ mount: 'kv', path: 'apps/shop', vaultAuthRef: 'auth' }),
        auth,
        connection,
      ),
    ).toEqual([{ ...north, ...kvShop }]);
  });

  it.each([
    { reason: 'says the copy', own: 'a', auths: 'b', namespace: 'a' },
    { reason: 'says the VaultAuth', auths: 'b', namespace: 'b' },
  ])('takes the namespace that $reason', ({ own, auths, namespace }) => {
    const [entry] = wantedBy(
      staticSecret({
        mount: 'kv',
        path: 'apps/shop',
        vaultAuthRef: 'auth',
        namespace: own,
      }),
      seen(vaultAuth, 'web/auth', {
        vaultConnectionRef: 'vault',
        namespace: auths,
      }),
      connection,
    );
    expect(entry.namespace).toBe(namespace);
  });

  it.each([
    ['creds/shop', { path: 'roles/shop', type: 'dynamic-role' }],
    ['static-creds/shop', { path: 'static-roles/shop', type: 'static-role' }],
  ])('takes the role behind %s', (path, role) => {
    expect(wantedBy(dynamicSecret(path), auth, connection)).toEqual([
      { ...north, mount: 'database', ...role },
    ]);
  });

  it('takes the lease of a user that a database rests on', () => {
    const role = {
      mount: 'database',
      path: 'roles/shop',
      type: 'dynamic-role',
    };
    const wantedOf = (where: string) =>
      wantedBy(
        dynamicSecret('creds/shop', where, 'database/creds/shop/7Xq2'),
        auth,
        connection,
      );
    expect(wantedOf('web/db')).toEqual([
      { ...north, ...role },
      { ...north, ...role, path: 'creds/shop/7Xq2', type: 'lease' },
    ]);
    // Nothing of a database was looked for there.
    expect(wantedOf('web/other')).toEqual([{ ...north, ...role }]);
  });

  it.each(['config/shop', 'creds/a/b', 'creds'])(
    'takes no role of %s',
    path => {
      expect(wantedBy(dynamicSecret(path), auth, connection)).toEqual([]);
    },
  );

  it('finds what is default, beside the copy and where the operator runs', () => {
    const wanted = staticSecret({ mount: 'kv', path: 'apps/shop' });
    const ofOperator = [
      seen(vaultAuth, 'vso/default', {}),
      seen(vaultConnection, 'vso/default', { address }),
    ];
    expect(wantedBy(wanted, ...ofOperator)).toEqual([{ ...north, ...kvShop }]);
    expect(
      wantedBy(
        wanted,
        ...ofOperator,
        seen(vaultAuth, 'web/default', { vaultConnectionRef: 'other' }),
        seen(vaultConnection, 'web/other', { address: 'https://other' }),
      ),
    ).toMatchObject([{ address: 'https://other' }]);
  });

  it('finds what lies in another namespace, and nothing of another Kubernetes cluster', () => {
    const wanted = staticSecret({
      mount: 'kv',
      path: 'apps/shop',
      vaultAuthRef: 'vault/auth',
    });
    const spec = { vaultConnectionRef: 'vault' };
    const there = [
      seen(vaultAuth, 'vault/auth', spec),
      seen(vaultConnection, 'vault/vault', { address }),
    ];
    expect(wantedBy(wanted, ...there)).toHaveLength(1);
    expect(
      wantedBy(
        wanted,
        ...there.map(fact => ({ ...fact, kubernetesCluster: 'south' })),
      ),
    ).toEqual([]);
  });
});

describe('wantedEntries of the External Secrets Operator', () => {
  const store = (vault: object, kind = secretStore, where = 'web/vault') =>
    seen(kind, where, { provider: { vault: { server: address, ...vault } } });
  const external = (key: string, kind?: string) =>
    seen(externalSecret, 'web/db', {
      secretStoreRef: { name: 'vault', kind },
      data: [{ secretKey: 'password', remoteRef: { key } }],
    });

  it.each([
    { reason: 'below the mount', path: 'kv', key: 'apps/shop' },
    { reason: 'with the mount again', path: 'kv', key: 'kv/apps/shop' },
    { reason: 'as Vault has it', path: 'kv', key: 'kv/data/apps/shop' },
    { reason: 'without a mount', path: undefined, key: 'kv/apps/shop' },
    { reason: 'whole', path: undefined, key: '/kv/data/apps/shop' },
  ])('reads a key $reason', ({ path, key }) => {
    expect(wantedBy(external(key), store({ path }))).toEqual([
      { ...north, ...kvShop },
    ]);
  });

  it('takes the namespace of Vault, and stores of all namespaces', () => {
    expect(
      wantedBy(
        external('apps/shop', 'ClusterSecretStore'),
        store({ path: 'kv', namespace: 'team/' }, clusterSecretStore, 'vault'),
      ),
    ).toEqual([{ ...north, ...kvShop, namespace: 'team' }]);
  });

  it.each([
    { reason: 'no store is seen', facts: [external('apps/shop')] },
    {
      reason: 'it is another provider',
      facts: [
        external('apps/shop'),
        seen(secretStore, 'web/vault', { provider: { aws: {} } }),
      ],
    },
    {
      reason: 'a mount alone is no entry',
      facts: [external('kv'), store({})],
    },
  ])('leaves out what leads to no entry: $reason', ({ facts }) => {
    expect(wantedBy(...facts)).toEqual([]);
  });
});

describe('wantedEntries of databases that mention Vault', () => {
  const mentioning = (vaultPath: string, kubernetesCluster = 'north') =>
    toFact(
      statefulSet,
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: {
          name: 'postgresql',
          namespace: 'data',
          labels: { 'app.kubernetes.io/name': 'postgresql' },
          annotations: { 'basewell.dev/vault-path': vaultPath },
        },
        spec: {},
      } as KubeObject,
      { kubernetesCluster, observedAt: '2026-11-21T12:00:00.000Z' },
    )!;
  const asking = (path: string) =>
    seen(deployment, 'web/app', {
      template: {
        metadata: {
          annotations: {
            'vault.hashicorp.com/agent-inject-secret-database': path,
          },
        },
      },
    });
  const kvRoot = { mount: 'secret', path: 'postgres', type: 'kv' };
  const role = {
    mount: 'database',
    path: 'roles/app-web',
    type: 'dynamic-role',
  };
  const anywhere = { kubernetesCluster: 'north', namespace: '' };

  it.each([
    {
      reason: 'nothing names a Vault',
      facts: [mentioning('secret/data/postgres')],
      entries: [{ ...anywhere, ...kvRoot }],
    },
    {
      reason: 'an operator there knows one',
      facts: [mentioning('secret/postgres'), connection],
      entries: [{ ...north, ...kvRoot }],
    },
    {
      reason: 'operators there know two, and nobody says which one',
      facts: [
        mentioning('secret/postgres'),
        connection,
        seen(vaultConnection, 'other/vault', {
          address: 'https://other.example.org',
        }),
      ],
      entries: [],
    },
    {
      reason: 'an app asks for a role that is meant',
      facts: [
        mentioning('database/creds/app-*'),
        asking('database/creds/app-web'),
      ],
      entries: [{ ...anywhere, ...role }],
    },
    {
      reason: 'an app asks for what no database means',
      facts: [
        mentioning('database/creds/app-*'),
        asking('database/creds/root'),
      ],
      entries: [],
    },
    {
      reason: 'the database that means it is elsewhere',
      facts: [
        mentioning('database/creds/app-*', 'south'),
        asking('database/creds/app-web'),
      ],
      entries: [],
    },
    {
      reason: 'no entry is called by a pattern',
      facts: [mentioning('secret/*, , /, secret')],
      entries: [],
    },
  ])('$reason', ({ facts, entries }) => {
    expect(wantedBy(...facts)).toEqual(entries);
  });
});

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

import { CredentialCase, Seen } from './__testUtils__/CredentialCase';
import {
  application,
  at,
  cluster,
  deployment,
  externalSecret,
  file,
  generating,
  kvEntry,
  NOW,
  pushSecret,
  secretStore,
  vaultStaticSecret,
} from './__testUtils__/credentialObjects';

/** `<role> <object>: <state>`, with a mark at the hop that decides. */
function wayOf(seen: Seen, id?: string): readonly string[] {
  const { chains } = new CredentialCase(seen).describe()!;
  const chain = chains.find(found => found.id === id) ?? chains[0];
  return chain.hops.map(
    ({ role, object, state, decides }) =>
      `${decides ? '> ' : ''}${role} ${object}: ${state}`,
  );
}

const shop = cluster();
const file10 = file({ valueChange: { commit: 'b', at: at('10:00') } });

describe('the chain of a credential', () => {
  it('goes from the file to the role', () => {
    expect(wayOf({ objects: [shop, application()], files: [file10] })).toEqual([
      'origin file secrets/databases/shop-initdb-secret.yaml: in-sync',
      'transport Application argocd/infra-secrets: in-sync',
      'secret Secret databases/shop-initdb-secret: in-sync',
      'database Cluster databases/shop-cnpg: in-sync',
    ]);
  });

  it('begins at the app where its values name a Secret', () => {
    const secret = 'web-shop-extra';
    const { chains } = new CredentialCase({
      objects: [
        shop,
        vaultStaticSecret({
          name: 'extra',
          namespace: 'web-shop-prod',
          spec: { destination: { name: secret }, path: 'apps/shop/extra' },
        }),
      ],
      files: [file()],
      values: [
        {
          path: 'deploy/env/prod/shop.yaml',
          app: 'shop',
          environment: 'prod',
          secrets: [secret, 'nobody-speaks-of-it'],
        },
        {
          path: 'deploy/env/dev/shop.yaml',
          app: 'shop',
          environment: 'dev',
          secrets: ['of-another-environment'],
        },
      ],
    }).describe()!;
    expect(
      chains.map(({ id, purpose, source }) => [id, purpose, source]).sort(),
    ).toEqual([
      ['databases/shop-initdb-secret', 'app', 'sops'],
      ['web-shop-prod/web-shop-extra', 'runtime', 'vault-static'],
    ]);
  });

  it('leads to the file in git, and a finding to its line', () => {
    const page = 'https://git.example.com/platform/infra/src/commit/c/a.yaml';
    const seen = new CredentialCase({
      objects: [shop, application()],
      files: [
        file({
          commit: 'c',
          url: `${page}#L1`,
          problems: [{ rule: 'copied-ciphertext', line: 7 }],
        }),
      ],
    });
    const [{ hops }] = seen.describe()!.chains;
    expect(hops.map(({ url }) => url)).toEqual([
      `${page}#L1`,
      undefined,
      undefined,
      undefined,
    ]);
    const [{ evidence }] = seen.assess()!.findings;
    expect(evidence).toEqual([
      expect.objectContaining({ field: 'line 7', url: `${page}#L7` }),
      expect.objectContaining({ field: 'commit', value: 'c' }),
    ]);
  });

  it('tells what it is for, since when and by what', () => {
    const { chains } = new CredentialCase({
      objects: [shop, application(), deployment(at('11:00'))],
      files: [file10],
    }).describe()!;
    expect(chains).toEqual([
      expect.objectContaining({
        id: 'databases/shop-initdb-secret',
        purpose: 'app',
        role: 'shop',
        source: 'sops',
        transport: 'Argo CD with KSOPS',
        state: 'in-sync',
        changedAt: '2026-11-21T10:00:00.000Z',
        consumers: [
          {
            object: 'Deployment databases/web',
            reads: 'environment',
            startedAt: '2026-11-21T11:00:00.000Z',
            startedBeforeChange: false,
          },
        ],
      }),
    ]);
  });

  it.each<{ reason: string; seen: Seen; decides: string }>([
    {
      reason: 'the entry in Vault is gone',
      seen: {
        objects: [shop, vaultStaticSecret()],
        entries: [kvEntry({ missing: true })],
      },
      decides: '> origin Vault KV entry kv/apps/shop/database: failing',
    },
    {
      reason: 'Argo CD is behind',
      seen: {
        objects: [shop, application({ reconciledAt: at('07:00') })],
        files: [file10],
      },
      decides: '> transport Application argocd/infra-secrets: drifted',
    },
    {
      reason: 'the copy has not followed',
      seen: {
        objects: [shop, vaultStaticSecret()],
        entries: [kvEntry({ updatedAt: NOW })],
        now: at('12:01'),
        settings: { clockSkew: 1 },
      },
      decides: '> transport VaultStaticSecret databases/shop-db: pending',
    },
    {
      reason: 'the store refuses',
      seen: { objects: [shop, externalSecret(), secretStore(false)] },
      decides: '> transport ClusterSecretStore manager: failing',
    },
    {
      reason: 'the Secret has not moved',
      seen: {
        objects: [shop],
        files: [file10],
        memory: {
          'secret databases/shop-initdb-secret': {
            value: '1001',
            since: at('07:00'),
          },
        },
      },
      decides: '> secret Secret databases/shop-initdb-secret: drifted',
    },
    {
      reason: 'PostgreSQL has an older password of a role',
      seen: {
        objects: [
          cluster({
            spec: {
              managed: {
                roles: [
                  { name: 'reader', passwordSecret: { name: 'reader-db' } },
                ],
              },
            },
            status: {
              secretsResourceVersion: {
                managedRoleSecretVersion: { 'reader-db': '7' },
              },
              managedRolesStatus: {
                passwordStatus: { reader: { resourceVersion: '5' } },
              },
            },
          }),
          vaultStaticSecret({ spec: { destination: { name: 'reader-db' } } }),
          vaultStaticSecret({ name: 'owner' }),
        ],
        memory: {
          'credential-waiting databases/reader-db': {
            value: 'Cluster databases/shop-cnpg',
            since: at('09:00'),
          },
        },
      },
      decides: '> database Cluster databases/shop-cnpg: drifted',
    },
  ])('names the hop that decides when $reason', ({ seen, decides }) => {
    const marked = wayOf(seen).filter(line => line.startsWith('>'));
    expect(marked).toEqual([decides]);
  });

  it('leads from the operator over a store to the app', () => {
    const seen = {
      objects: [
        generating(),
        pushSecret(),
        secretStore(true),
        externalSecret({
          namespace: 'web-shop',
          spec: { target: { name: 'db' } },
        }),
      ],
    };
    expect(wayOf(seen, 'web-shop/db')).toEqual([
      'origin Cluster databases/shop-cnpg: in-sync',
      'transport PushSecret databases/shop-push: in-sync',
      'transport ClusterSecretStore manager: in-sync',
      'transport ExternalSecret web-shop/shop-db: in-sync',
      'secret Secret web-shop/db: in-sync',
    ]);
  });

  it.each([
    {
      reason: 'it is called as it is expected',
      objects: [
        shop,
        externalSecret({
          namespace: 'web-shop-prod',
          spec: { target: { name: 'web-shop-prod-env' }, data: [] },
        }),
      ],
      id: 'web-shop-prod/web-shop-prod-env',
    },
    {
      reason: 'the Cluster names it, and a workload reads it',
      objects: [
        cluster({
          metadata: {
            annotations: { 'basewell.dev/runtime-secrets': 'databases/env' },
          },
        }),
        deployment(at('10:00'), { secret: 'env' }),
      ],
      id: 'databases/env',
    },
    {
      reason: 'it is copied from the same entry of Vault',
      objects: [
        shop,
        vaultStaticSecret(),
        vaultStaticSecret({
          namespace: 'web-shop',
          spec: { destination: { name: 'db' } },
        }),
      ],
      id: 'web-shop/db',
    },
  ])('is one more for what an app reads: $reason', ({ objects, id }) => {
    const { chains } = new CredentialCase({ objects }).describe()!;
    expect(chains.map(chain => [chain.id, chain.purpose])).toContainEqual([
      id,
      'runtime',
    ]);
  });

  it('is none for a Secret that nothing speaks of', () => {
    const { chains } = new CredentialCase({ objects: [shop] }).describe()!;
    expect(chains.map(({ id }) => id)).toEqual([
      'databases/shop-initdb-secret',
    ]);
  });

  it('has all claims where they conflict', () => {
    const { chains } = new CredentialCase({
      objects: [shop, externalSecret(), application()],
      files: [file()],
    }).describe()!;
    expect(chains[0]).toMatchObject({
      source: 'conflicting',
      claims: ['sops', 'external-secret'],
    });
    expect(chains[0].hops.map(({ role, claim }) => [role, claim])).toEqual([
      ['origin', 0],
      ['transport', 0],
      ['origin', 1],
      ['transport', 1],
      ['secret', undefined],
      ['database', undefined],
    ]);
  });
});

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

import { CredentialCase } from '../../credentials/__testUtils__/CredentialCase';
import { at, cluster } from '../../credentials/__testUtils__/credentialObjects';
import { KubeObject } from '../../model';

/** One cluster whose main database is `shop`, with further ones. */
const shared = cluster({
  spec: {
    managed: {
      roles: [
        { name: 'ledger', login: true, passwordSecret: { name: 'ledger-db' } },
      ],
    },
  },
  status: {
    secretsResourceVersion: {
      applicationSecretVersion: '1001',
      managedRoleSecretVersion: { 'ledger-db': '7' },
    },
    managedRolesStatus: {
      passwordStatus: { ledger: { resourceVersion: '7' } },
    },
  },
});

function declared(name: string, owner: string): KubeObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Database',
    metadata: {
      name,
      namespace: 'databases',
      creationTimestamp: at('07:00'),
    },
    spec: { cluster: { name: 'shop-cnpg' }, name, owner },
  };
}

function chainsOf(database: string, objects: readonly KubeObject[]) {
  const seen = new CredentialCase({
    objects,
    database: {
      engine: 'cnpg',
      name: 'shop-cnpg',
      database,
      instance: 'cnpg.databases.shop-cnpg@prod',
    },
  });
  return {
    chains: seen.describe()?.chains.map(({ id }) => id),
    findings: seen.assess()?.findings.map(({ rule, state }) => [rule, state]),
  };
}

describe('credentials of a database in the cluster of another one', () => {
  it.each([
    {
      reason: 'a managed role owns it',
      objects: [shared, declared('ledger', 'ledger')],
      chains: ['databases/ledger-db'],
    },
    {
      reason: 'the owner of the main database owns it as well',
      objects: [shared, declared('ledger', 'shop')],
      chains: ['databases/shop-initdb-secret'],
    },
    {
      reason: 'nobody says who owns it',
      objects: [shared],
      chains: ['databases/shop-initdb-secret'],
    },
  ])('are those of its owner: $reason', ({ objects, chains }) => {
    expect(chainsOf('ledger', objects).chains).toEqual(chains);
  });

  it('are unknown where SQL made the owner', () => {
    expect(chainsOf('ledger', [shared, declared('ledger', 'nobody')])).toEqual({
      chains: undefined,
      findings: [['credential-of-owner', 'unknown']],
    });
  });

  it('are all of the cluster for the database that stands for it', () => {
    const seen = new CredentialCase({ objects: [shared] });
    expect(
      seen
        .describe()
        ?.chains.map(({ id }) => id)
        .sort(),
    ).toEqual(['databases/ledger-db', 'databases/shop-initdb-secret']);
  });
});

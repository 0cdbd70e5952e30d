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

import { CredentialState } from '../model';
import { CredentialCase, Seen } from './__testUtils__/CredentialCase';
import {
  application,
  at,
  cluster,
  condition,
  deployment,
  externalSecret,
  file,
  generating,
  kvEntry,
  NOW,
  pushSecret,
  sealedSecret,
  secretStore,
  sopsSecret,
  staticRole,
  staticRoleSecret,
  vaultAuth,
  vaultDynamicSecret,
  vaultStaticSecret,
  warning,
} from './__testUtils__/credentialObjects';

interface Row extends Seen {
  readonly reason: string;
  readonly state: CredentialState;
  readonly source: string;
  /** Of the finding that decides; left out when nothing is wrong. */
  readonly rule?: string;
}

const shop = cluster();

/** By what a reader would look for. */
const rows: readonly Row[] = [
  // SOPS in git
  {
    reason: 'Argo CD has compared since the file changed',
    objects: [shop, application()],
    files: [file({ valueChange: { commit: 'b', at: at('10:00') } })],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'the database was made after the file was changed last',
    objects: [shop],
    files: [file()],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'the Secret got its version after the file changed',
    objects: [shop],
    files: [file({ valueChange: { commit: 'b', at: at('10:00') } })],
    memory: {
      'secret databases/shop-initdb-secret': {
        value: '1001',
        since: at('10:05'),
        previous: { value: '999', until: at('10:04') },
      },
    },
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'nothing shows that the file has arrived',
    objects: [shop],
    files: [file({ valueChange: { commit: 'b', at: at('10:00') } })],
    state: 'unknown',
    source: 'sops',
  },
  {
    reason: 'the Secret is at its version since before the file changed',
    objects: [shop],
    files: [file({ valueChange: { commit: 'b', at: at('10:00') } })],
    memory: {
      'secret databases/shop-initdb-secret': {
        value: '1001',
        since: at('07:00'),
      },
    },
    state: 'drifted',
    source: 'sops',
    rule: 'credential-drift',
  },
  {
    reason: 'the file changed minutes ago, and Argo CD has not looked since',
    objects: [shop, application({ reconciledAt: at('11:45') })],
    files: [file({ valueChange: { commit: 'b', at: at('11:55') } })],
    state: 'pending',
    source: 'sops',
    rule: 'credential-drift',
  },
  {
    reason: 'Argo CD has not looked for hours',
    objects: [shop, application({ reconciledAt: at('07:00') })],
    files: [file({ valueChange: { commit: 'b', at: at('10:00') } })],
    state: 'drifted',
    source: 'sops',
    rule: 'credential-drift',
  },
  {
    reason: 'Argo CD cannot sync',
    objects: [
      shop,
      application({
        sync: { status: 'OutOfSync' },
        operationState: { phase: 'Failed', finishedAt: at('10:01') },
      }),
    ],
    files: [file({ valueChange: { commit: 'b', at: at('10:00') } })],
    state: 'failing',
    source: 'sops',
    rule: 'credential-failing',
  },
  {
    reason: 'Argo CD cannot sync something, and the file is older than all',
    objects: [
      shop,
      application({
        sync: { status: 'OutOfSync' },
        operationState: { phase: 'Failed', finishedAt: at('10:01') },
      }),
    ],
    files: [file()],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'Argo CD waits for a person, and the file changed since',
    objects: [
      shop,
      application({
        sync: { status: 'OutOfSync' },
        operationState: { phase: 'Succeeded', finishedAt: at('08:00') },
      }),
    ],
    files: [file({ valueChange: { commit: 'b', at: at('10:00') } })],
    state: 'drifted',
    source: 'sops',
    rule: 'credential-drift',
  },
  {
    reason: 'its file names no namespace, and Argo CD puts it there',
    objects: [shop, application()],
    files: [file({ namespace: undefined })],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'another Kubernetes cluster gets the file that Argo CD brings',
    objects: [shop, application({ reconciledAt: at('11:58') })],
    files: [file(), file({ path: 'clusters/dev/secrets/shop.yaml', line: 2 })],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'two files become the Secret, and nobody says which',
    objects: [shop],
    files: [file(), file({ path: 'other/shop.yaml' })],
    state: 'unknown',
    source: 'sops',
    rule: 'credential-known',
  },
  {
    reason: 'an operator decrypts it',
    objects: [shop, sopsSecret('Healthy')],
    files: [file({ decryptedBy: 'sops-operator' })],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'an operator is content, and may not have the newest file',
    objects: [shop, sopsSecret('Healthy')],
    files: [
      file({
        decryptedBy: 'sops-operator',
        valueChange: { commit: 'b', at: at('10:00') },
      }),
    ],
    state: 'unknown',
    source: 'sops',
  },
  {
    reason: 'an operator cannot decrypt it',
    objects: [shop, sopsSecret('Decryption error')],
    state: 'failing',
    source: 'sops',
    rule: 'credential-failing',
  },
  {
    reason: 'the repository cannot be read any more',
    objects: [shop, application()],
    files: [file()],
    coverage: { 'secret-files.git': 'unreachable' },
    state: 'unknown',
    source: 'sops',
    rule: 'credential-coverage',
  },
  {
    reason: 'the password is short, as its ciphertext shows',
    objects: [shop, application()],
    files: [
      file({
        keys: [
          { name: 'username', length: 4 },
          { name: 'password', length: 8 },
        ],
      }),
    ],
    state: 'weak',
    source: 'sops',
    rule: 'password-length',
  },
  {
    reason: 'the file has a problem that makes the value worth less',
    objects: [shop, application()],
    files: [file({ problems: [{ rule: 'copied-ciphertext', line: 7 }] })],
    state: 'weak',
    source: 'sops',
    rule: 'credential-file',
  },
  {
    reason: 'the file has a problem that is a side remark',
    objects: [shop, application()],
    files: [file({ problems: [{ rule: 'config-smells', line: 7 }] })],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'the password is older than it may be',
    objects: [shop, application()],
    files: [file()],
    settings: { credentialAge: 30 * 86_400 },
    state: 'weak',
    source: 'sops',
    rule: 'credential-age',
  },
  {
    reason: 'the username is of another length than the owner',
    objects: [shop, application()],
    files: [
      file({
        keys: [
          { name: 'username', length: 9 },
          { name: 'password', length: 32 },
        ],
      }),
    ],
    state: 'failing',
    source: 'sops',
    rule: 'credential-username',
  },
  {
    reason: 'CloudNativePG finds no username',
    objects: [shop, application()],
    files: [file({ keys: [{ name: 'password', length: 32 }] })],
    state: 'failing',
    source: 'sops',
    rule: 'credential-username',
  },
  {
    reason: 'an app was rolled out before the file changed',
    objects: [shop, application(), deployment('2026-09-01T08:00:00Z')],
    files: [file()],
    state: 'drifted',
    source: 'sops',
    rule: 'credential-consumers',
  },
  {
    reason: 'an app was rolled out since',
    objects: [shop, application(), deployment(at('10:00'))],
    files: [file()],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'an app reads a volume, which follows',
    objects: [
      shop,
      application(),
      deployment('2026-09-01T08:00:00Z', {
        containers: [{ name: 'web' }],
        volumes: [{ secret: { secretName: 'shop-initdb-secret' } }],
      }),
    ],
    files: [file()],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'the values lie open',
    objects: [shop, application()],
    files: [file({ format: 'plain', decryptedBy: undefined })],
    state: 'weak',
    source: 'plain-secret',
    rule: 'credential-plain',
  },

  // Sealed Secrets
  {
    reason: 'the controller has opened it',
    objects: [shop, sealedSecret()],
    state: 'in-sync',
    source: 'sealed-secret',
  },
  {
    reason: 'the controller cannot open it',
    objects: [shop, sealedSecret({ status: 'False', message: 'no key' })],
    state: 'failing',
    source: 'sealed-secret',
    rule: 'credential-failing',
  },
  {
    reason: 'the file was changed after the controller opened the one before',
    objects: [shop, sealedSecret()],
    files: [
      file({
        format: 'sealed-secret',
        valueChange: { commit: 'b', at: at('10:00') },
      }),
    ],
    state: 'drifted',
    source: 'sealed-secret',
    rule: 'credential-drift',
  },

  // Vault KV
  {
    reason: 'the operator has looked since the entry changed',
    objects: [shop, vaultStaticSecret()],
    entries: [kvEntry()],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'no Vault is read, and the operator says that it looks',
    objects: [shop, vaultStaticSecret()],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'the entry is deleted, and the Secret lives on',
    objects: [shop, vaultStaticSecret()],
    entries: [kvEntry({ deleted: at('10:00') })],
    state: 'failing',
    source: 'vault-static',
    rule: 'credential-failing',
  },
  {
    reason: 'Ready is true, and old',
    objects: [
      shop,
      vaultStaticSecret({
        status: {
          conditions: [
            condition('SecretSynced', at('03:00')),
            condition('Healthy', at('03:00')),
            condition('Ready', at('03:00')),
          ],
        },
      }),
    ],
    state: 'failing',
    source: 'vault-static',
    rule: 'credential-silent',
  },
  {
    reason: 'the error is in an event alone',
    objects: [
      shop,
      vaultStaticSecret(),
      warning('VaultStaticSecret', 'SecretSyncError', NOW),
    ],
    state: 'failing',
    source: 'vault-static',
    rule: 'credential-events',
  },
  {
    reason: 'the event is of before the operator looked last',
    objects: [
      shop,
      vaultStaticSecret(),
      warning('VaultStaticSecret', 'SecretSyncError', at('11:50')),
    ],
    state: 'in-sync',
    source: 'vault-static',
  },
  {
    reason: 'the operator is too old to say when it looked',
    objects: [shop, vaultStaticSecret({ status: { conditions: [] } })],
    state: 'unknown',
    source: 'vault-static',
    rule: 'credential-known',
  },
  {
    reason: 'the operator has not come to the newest generation',
    objects: [shop, vaultStaticSecret({ metadata: { generation: 3 } })],
    state: 'pending',
    source: 'vault-static',
    rule: 'credential-waiting',
  },
  {
    reason: 'the operator has not come to it for an hour',
    objects: [shop, vaultStaticSecret({ metadata: { generation: 3 } })],
    memory: {
      'credential-waiting databases/shop-initdb-secret': {
        value: 'VaultStaticSecret databases/shop-db',
        since: at('11:00'),
      },
    },
    state: 'failing',
    source: 'vault-static',
    rule: 'credential-waiting',
  },
  {
    reason: 'the operator cannot log in',
    objects: [
      shop,
      vaultStaticSecret(),
      vaultAuth({ valid: false, error: 'permission denied' }),
    ],
    state: 'failing',
    source: 'vault-static',
    rule: 'credential-failing',
  },
  {
    reason: 'the operator looks seldom, and has not since the entry changed',
    objects: [
      shop,
      vaultStaticSecret({
        spec: { refreshAfter: '24h' },
        status: { conditions: [condition('Healthy', at('01:00'))] },
      }),
    ],
    entries: [kvEntry()],
    state: 'pending',
    source: 'vault-static',
    rule: 'credential-drift',
  },

  // Vault database roles
  {
    reason: 'the lease has not ended',
    objects: [shop, vaultDynamicSecret()],
    state: 'in-sync',
    source: 'vault-dynamic',
  },
  {
    reason: 'the lease has ended, whatever the conditions say',
    objects: [
      shop,
      vaultDynamicSecret({
        status: { lastRenewalTime: Date.parse(at('06:00')) / 1000 },
      }),
    ],
    state: 'expired',
    source: 'vault-dynamic',
    rule: 'credential-expired',
  },
  {
    reason: 'the lease was renewed in a time that is to come',
    objects: [
      shop,
      vaultDynamicSecret({
        status: { lastRenewalTime: Date.parse('2027-11-21T08:00:05Z') / 1000 },
      }),
    ],
    state: 'unknown',
    source: 'vault-dynamic',
    rule: 'credential-known',
  },
  {
    reason: 'the rotation is not due',
    objects: [shop, staticRoleSecret(at('03:00'))],
    state: 'in-sync',
    source: 'vault-dynamic',
  },
  {
    reason: 'the rotation is overdue',
    objects: [shop, staticRoleSecret('2026-11-20T03:00:00Z')],
    state: 'expired',
    source: 'vault-dynamic',
    rule: 'credential-expired',
  },

  // External Secrets Operator
  {
    reason: 'the last poll went well',
    objects: [shop, externalSecret(), secretStore(true)],
    state: 'in-sync',
    source: 'external-secret',
  },
  {
    reason: 'Ready is true, and no poll went well for hours',
    objects: [shop, externalSecret({ status: { refreshTime: at('02:00') } })],
    state: 'failing',
    source: 'external-secret',
    rule: 'credential-silent',
  },
  {
    reason: 'it polls never again, and nobody sees what the store has now',
    objects: [
      shop,
      externalSecret({
        spec: { refreshInterval: '0' },
        status: { refreshTime: '2026-10-01T08:00:05Z' },
      }),
    ],
    state: 'unknown',
    source: 'external-secret',
  },
  {
    reason: 'it polls never again, and has not changed in the store since',
    objects: [
      shop,
      secretStore(true, { vault: { path: 'kv', version: 'v2' } }),
      externalSecret({
        spec: {
          refreshInterval: '0',
          data: [{ remoteRef: { key: 'apps/shop/database' } }],
        },
        status: { refreshTime: NOW },
      }),
    ],
    entries: [kvEntry()],
    state: 'in-sync',
    source: 'external-secret',
  },
  {
    reason: 'its last poll is to come, by a clock that is wrong',
    objects: [
      shop,
      externalSecret({ status: { refreshTime: '2027-11-21T08:00:05Z' } }),
    ],
    state: 'unknown',
    source: 'external-secret',
    rule: 'credential-known',
  },
  {
    reason: 'it polls never again, and the entry has changed',
    objects: [
      shop,
      secretStore(true, { vault: { path: 'kv', version: 'v2' } }),
      externalSecret({
        spec: {
          refreshInterval: '0',
          data: [{ remoteRef: { key: 'apps/shop/database' } }],
        },
        status: { refreshTime: '2026-10-01T08:00:05Z' },
      }),
    ],
    entries: [kvEntry()],
    state: 'drifted',
    source: 'external-secret',
    rule: 'credential-drift',
  },
  {
    reason: 'the store refuses',
    objects: [shop, externalSecret(), secretStore(false)],
    state: 'failing',
    source: 'external-secret',
    rule: 'credential-failing',
  },

  // CloudNativePG
  {
    reason: 'CloudNativePG made the password',
    objects: [generating()],
    state: 'in-sync',
    source: 'operator-generated',
  },
  {
    reason: 'an operator that says nothing of Secrets',
    objects: [generating({ secretsResourceVersion: null })],
    state: 'unknown',
    source: 'operator-generated',
  },
  {
    reason: 'a store carries it to the app',
    objects: [
      generating(),
      pushSecret(),
      externalSecret({
        namespace: 'web-shop',
        spec: { target: { name: 'db' } },
        status: { refreshTime: at('02:00') },
      }),
    ],
    state: 'failing',
    source: 'operator-generated',
    rule: 'credential-silent',
  },
  {
    reason: 'Vault rotates the role of the owner behind its back',
    objects: [
      generating(),
      {
        ...staticRoleSecret(at('03:00')),
        metadata: {
          ...staticRoleSecret(at('03:00')).metadata,
          namespace: 'web-shop-prod',
        },
        spec: {
          mount: 'database',
          path: 'static-creds/shop',
          destination: { name: 'web-shop-prod-env' },
        },
      },
    ],
    entries: [staticRole('shop')],
    state: 'drifted',
    source: 'vault-dynamic',
    rule: 'credential-rotated-behind',
  },

  // Nobody, and several
  {
    reason: 'a file without a namespace may be of any other',
    objects: [shop],
    files: [file({ namespace: undefined })],
    state: 'unknown',
    source: 'unknown',
    rule: 'credential-known',
  },
  {
    reason: 'nothing speaks of the Secret',
    objects: [shop],
    state: 'unknown',
    source: 'unknown',
    rule: 'credential-known',
  },
  {
    reason: 'an operator would make it, and may not be seen',
    objects: [shop],
    coverage: { 'vaultstaticsecrets.secrets.hashicorp.com': 'forbidden' },
    state: 'unknown',
    source: 'unknown',
    rule: 'credential-known',
  },
  {
    reason: 'an operator that is not installed makes nothing',
    objects: [shop, sealedSecret()],
    coverage: { 'vaultstaticsecrets.secrets.hashicorp.com': 'absent' },
    state: 'in-sync',
    source: 'sealed-secret',
  },
  {
    reason: 'the operator that makes it is not seen any more',
    objects: [shop, sealedSecret()],
    coverage: { 'sealedsecrets.bitnami.com': 'forbidden' },
    state: 'unknown',
    source: 'sealed-secret',
    rule: 'credential-coverage',
  },
  {
    reason: 'a file and an operator make the same Secret',
    objects: [shop, application(), externalSecret()],
    files: [file()],
    state: 'drifted',
    source: 'conflicting',
    rule: 'credential-sources',
  },
];

describe('credentialLane', () => {
  it.each(rows)(
    '$source is $state: $reason',
    ({ state, source, rule, ...seen }) => {
      const verdict = new CredentialCase(seen).assess()!;
      const deciding = verdict.findings.find(found => found.state);
      expect({
        state: verdict.state,
        source: verdict.source,
        rule: deciding?.rule,
      }).toEqual({ state, source, rule });
    },
  );

  it('has a row for each state and each source', () => {
    const states = new Set(rows.map(({ state }) => state));
    const sources = new Set(rows.map(({ source }) => source));
    expect([...states].sort()).toEqual(
      [...new CredentialCase({ objects: [] }).lane.states].sort(),
    );
    expect(sources.size).toBe(9);
  });

  it('says nothing of a database that follows another', () => {
    const follower = cluster({
      spec: { replica: { enabled: true }, bootstrap: { recovery: {} } },
    });
    expect(
      new CredentialCase({ objects: [follower] }).assess(),
    ).toBeUndefined();
  });
});

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
import {
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  scanForSecret,
  startKubernetesApi,
  startVault,
  VaultServer,
} from '@basewell/testkit';
import Knex from 'knex';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PluginScene } from './__testUtils__/PluginScene';
import { hurriedClock } from './__testUtils__/readerScene';
import { VaultReader } from './vault';

jest.setTimeout(120_000);

const namespace = 'databases';
const vso = 'secrets.hashicorp.com/v1beta1';
const eso = 'external-secrets.io/v1';

/** What nobody may ever see here. */
const values = {
  before: 'store-before-3d0b7c11aa',
  after: 'store-after-e42f90156b',
};

/** Minutes pass in a moment. */
function quickClock() {
  const began = Date.now();
  return {
    ...hurriedClock(100),
    now: () => began + (Date.now() - began) * 100,
  };
}

/**
 * Vault changes the password of `ledger` itself, and External Secrets copies that
 * of `orders` from its KV engine; `reports` has a user for an hour. What operators would write into status, the test
 * writes, by what the real Vault says.
 */
describeWithServers('kubernetes', 'vault')(
  'credentials that Vault changes, hop by hop',
  () => {
    const logger = mockServices.logger.mock();
    const answers: string[] = [];
    const knex = Knex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    let api: KubernetesApi;
    let vault: VaultServer;
    let scene: PluginScene;
    let vaults: VaultReader;
    let folder: string;
    /** Ids of the leases of `reports`, the newest last. */
    const leases: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'basewell-leases-'));
      [api, vault] = await Promise.all([
        startKubernetesApi({
          crds: ['cnpg', 'vault-secrets-operator', 'external-secrets'],
        }),
        startVault(),
      ]);
      await vault.mountKv('kv', 2);
      await vault.mountDatabases('database');
      await writeToVault(values.before);
      await vault.api('POST', 'database/static-roles/ledger', {
        db_name: 'shop',
        username: 'ledger',
        rotation_period: '24h',
      });
      await vault.api('POST', 'database/roles/reports', {
        db_name: 'shop',
        creation_statements: ['-- nothing'],
        default_ttl: '1h',
        max_ttl: '24h',
      });
      await takeLease();
      await fillKubernetes();
      await observe();
    });
    afterAll(async () => {
      await vaults?.stop();
      await scene?.observatory.stop();
      await scene?.stop();
      await Promise.all([api?.stop(), vault?.stop()]);
      await knex.destroy();
      await rm(folder, { recursive: true, force: true });
    });

    async function writeToVault(password: string): Promise<void> {
      await vault.api('POST', 'kv/data/apps/orders', { data: { password } });
    }

    async function takeLease(): Promise<void> {
      const { lease_id: id } = await vault.api('GET', 'database/creds/reports');
      leases.push(id);
    }

    async function fillKubernetes(): Promise<void> {
      const objects: readonly KubernetesObject[] = [
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
        {
          apiVersion: vso,
          kind: 'VaultConnection',
          metadata: { name: 'vault', namespace },
          spec: { address: vault.url },
        },
        {
          apiVersion: vso,
          kind: 'VaultAuth',
          metadata: { name: 'vault', namespace },
          spec: {
            vaultConnectionRef: 'vault',
            method: 'kubernetes',
            mount: 'kubernetes',
            kubernetes: { role: 'databases', serviceAccount: 'default' },
          },
        },
        {
          apiVersion: vso,
          kind: 'VaultDynamicSecret',
          metadata: { name: 'ledger', namespace },
          spec: {
            vaultAuthRef: 'vault',
            mount: 'database',
            path: 'static-creds/ledger',
            allowStaticCreds: true,
            destination: { name: 'ledger-initdb-secret', create: true },
          },
        },
        {
          apiVersion: vso,
          kind: 'VaultDynamicSecret',
          metadata: { name: 'reports', namespace },
          spec: {
            vaultAuthRef: 'vault',
            mount: 'database',
            path: 'creds/reports',
            destination: { name: 'reports-initdb-secret', create: true },
          },
        },
        {
          apiVersion: eso,
          kind: 'SecretStore',
          metadata: { name: 'vault', namespace },
          spec: {
            provider: {
              vault: {
                server: vault.url,
                path: 'kv',
                version: 'v2',
                auth: { tokenSecretRef: { name: 'vault-token', key: 'token' } },
              },
            },
          },
        },
        {
          apiVersion: eso,
          kind: 'ExternalSecret',
          metadata: { name: 'orders', namespace },
          spec: {
            refreshInterval: '1h0m0s',
            secretStoreRef: { kind: 'SecretStore', name: 'vault' },
            target: { name: 'orders-initdb-secret' },
            data: [
              {
                secretKey: 'password',
                remoteRef: { key: 'apps/orders', property: 'password' },
              },
            ],
          },
        },
        ...['ledger', 'orders', 'reports'].map(app => ({
          apiVersion: 'postgresql.cnpg.io/v1',
          kind: 'Cluster',
          metadata: { name: app, namespace },
          spec: {
            instances: 1,
            storage: { size: '1Gi' },
            bootstrap: {
              initdb: {
                database: app,
                owner: app,
                secret: { name: `${app}-initdb-secret` },
              },
            },
          },
        })),
      ];
      for (const object of objects) {
        await api.client.apply(object);
      }
      await roleCopied();
      await leaseRenewed();
      await storeAnswers(true);
      await entryCopied();
      for (const name of ['ledger', 'orders', 'reports']) {
        await api.client.patchStatus(
          {
            apiVersion: 'postgresql.cnpg.io/v1',
            kind: 'Cluster',
            namespace,
            name,
          },
          {
            phase: 'Cluster in healthy state',
            instances: 1,
            readyInstances: 1,
            currentPrimary: `${name}-1`,
            targetPrimary: `${name}-1`,
            secretsResourceVersion: { applicationSecretVersion: '100' },
          },
        );
      }
    }

    async function observe(): Promise<void> {
      const path = join(folder, 'kubeconfig');
      await writeFile(path, api.kubeconfig);
      scene = await PluginScene.start({
        knex,
        config: {
          databases: {
            kubernetes: { source: 'kubeconfig', kubeconfig: { path } },
            assessment: { clockSkew: '1s', credentialLimit: '1s' },
          },
        },
      });
      const policy = resolve(
        __dirname,
        '../../../docs/reference/vault-policy.hcl',
      );
      const token = await vault.tokenWith(
        'basewell',
        (await readFile(policy, 'utf8')).replace(
          /# (path "sys\/leases\/lookup" .*)\n# (.*)\n# }/,
          '$1\n$2\n}',
        ),
      );
      vaults = new VaultReader({
        configured: {
          vaults: [
            {
              id: 'main',
              url: vault.url,
              addresses: [vault.url],
              namespace: '',
              leases: true,
              login: { method: 'token', token },
            },
          ],
          problems: [],
        },
        logger,
        clock: quickClock(),
      });
      vaults.start(scene.observatory.store);
    }

    /** Operators write whole seconds. */
    const now = () => `${new Date().toISOString().slice(0, 19)}Z`;
    const ready = (isReady = true, message = 'It is well') => [
      {
        type: 'Ready',
        status: isReady ? 'True' : 'False',
        reason: isReady ? 'Valid' : 'InvalidProviderConfig',
        message,
        lastTransitionTime: now(),
      },
    ];
    const dynamic = { apiVersion: vso, kind: 'VaultDynamicSecret', namespace };

    /** The operator takes the password of the static role, as Vault has it now. */
    async function roleCopied(): Promise<void> {
      const { data } = await vault.api('GET', 'database/static-roles/ledger');
      await api.client.patchStatus(
        { ...dynamic, name: 'ledger' },
        {
          lastGeneration: 1,
          lastRenewalTime: 0,
          secretLease: { id: '', duration: 0, renewable: false, requestID: '' },
          staticCredsMetaData: {
            lastVaultRotation: Math.ceil(
              Date.parse(data.last_vault_rotation) / 1000,
            ),
            rotationPeriod: 86_400,
            ttl: 86_000,
          },
          vaultClientMeta: {},
        },
      );
    }

    async function leaseRenewed(ago = 0): Promise<void> {
      await api.client.patchStatus(
        { ...dynamic, name: 'reports' },
        {
          lastGeneration: 1,
          lastRenewalTime: Math.floor(Date.now() / 1000) - ago,
          secretLease: {
            id: leases.at(-1),
            duration: 3600,
            renewable: true,
            requestID: '',
          },
          vaultClientMeta: {},
        },
      );
    }

    async function storeAnswers(isReady: boolean): Promise<void> {
      await api.client.patchStatus(
        { apiVersion: eso, kind: 'SecretStore', namespace, name: 'vault' },
        { conditions: ready(isReady, 'permission denied') },
      );
    }

    async function entryCopied(): Promise<void> {
      await api.client.patchStatus(
        { apiVersion: eso, kind: 'ExternalSecret', namespace, name: 'orders' },
        { refreshTime: now(), conditions: ready() },
      );
    }

    /** Where a chain is decided, once it is in that state. */
    async function decidedAt(
      app: string,
      state: string,
    ): Promise<readonly string[]> {
      for (let left = 600; ; left--) {
        const rows = scene.observatory.store.rows();
        const id = rows.find(({ identity }) => identity.name === app)?.identity
          .id;
        const { body, text } = await scene.get(
          `/databases/${encodeURIComponent(id ?? '')}`,
        );
        answers.push(text);
        const chain = body.item?.description.credentials?.chains[0];
        if (chain?.state === state) {
          return chain.hops.flatMap(({ decides, object }: any) =>
            decides ? [object] : [],
          );
        }
        if (!left) {
          throw new Error(`It stays ${JSON.stringify(chain ?? body)}`);
        }
        await sleep(50);
      }
    }

    it('holds when every hop has the newest value', async () => {
      for (const app of ['ledger', 'orders', 'reports']) {
        expect(await decidedAt(app, 'in-sync')).toEqual([]);
      }
    });

    it('breaks at the operator when Vault has changed the password of the role', async () => {
      await sleep(2_500);
      await vault.api('POST', 'database/rotate-role/ledger');
      expect(await decidedAt('ledger', 'drifted')).toEqual([
        `VaultDynamicSecret ${namespace}/ledger`,
      ]);
      await roleCopied();
      expect(await decidedAt('ledger', 'in-sync')).toEqual([]);
    });

    it('breaks at the operator when the lease has ended', async () => {
      await leaseRenewed(4_000);
      expect(await decidedAt('reports', 'expired')).toEqual([
        `VaultDynamicSecret ${namespace}/reports`,
      ]);
      await leaseRenewed();
      expect(await decidedAt('reports', 'in-sync')).toEqual([]);
    });

    it('breaks at Vault when somebody has revoked the lease', async () => {
      await vault.api('POST', 'sys/leases/revoke', { lease_id: leases.at(-1) });
      expect(await decidedAt('reports', 'expired')).toEqual([
        'Vault lease of database/creds/reports',
      ]);
      await takeLease();
      await leaseRenewed();
      expect(await decidedAt('reports', 'in-sync')).toEqual([]);
    });

    it('breaks at Vault when the role is gone', async () => {
      await vault.api('DELETE', 'database/roles/reports');
      expect(await decidedAt('reports', 'failing')).toEqual([
        'Vault database role database/creds/reports',
      ]);
    });

    it('waits for the copier when the store has a newer value', async () => {
      await writeToVault(values.after);
      expect(await decidedAt('orders', 'pending')).toEqual([
        `ExternalSecret ${namespace}/orders`,
      ]);
      await sleep(2_000);
      await entryCopied();
      expect(await decidedAt('orders', 'in-sync')).toEqual([]);
    });

    it('breaks at the store when nobody is let in there', async () => {
      await storeAnswers(false);
      expect(await decidedAt('orders', 'failing')).toEqual([
        `SecretStore ${namespace}/vault`,
      ]);
    });

    it('has told nobody a value, nor the id of a lease', async () => {
      await scene.observatory.settle();
      const tables = await knex('sqlite_master')
        .where({ type: 'table' })
        .pluck<string[]>('name');
      const rows = await Promise.all(tables.map(table => knex(table).select()));
      const logged = [
        logger.debug,
        logger.info,
        logger.warn,
        logger.error,
      ].flatMap(({ mock }) => mock.calls);
      const told = JSON.stringify([answers, rows, logged]);
      const [revoked, lease] = leases.map(id => id.split('/').at(-1)!);
      const secrets = { ...values, revoked, lease };
      expect(answers.join()).toContain('kv/apps/orders');
      expect(scanForSecret(secrets, told, 'what is told')).toEqual([]);
    });
  },
);

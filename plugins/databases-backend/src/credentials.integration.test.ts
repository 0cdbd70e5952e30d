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
import { ConfigReader } from '@backstage/config';
import { createForges } from '@basewell/plugin-databases-node';
import {
  describeWithServers,
  GiteaServer,
  KubernetesApi,
  KubernetesObject,
  scanForSecret,
  startGitea,
  startKubernetesApi,
  startVault,
  VaultServer,
} from '@basewell/testkit';
import Knex from 'knex';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GitopsCopy, recipients } from './__testUtils__/GitopsCopy';
import { PluginScene } from './__testUtils__/PluginScene';
import { hurriedClock } from './__testUtils__/readerScene';
import { ReaderClock, systemClock } from './kubernetes/ReaderClock';
import { RepositoryReader } from './repositories/RepositoryReader';
import { VaultReader } from './vault';

jest.setTimeout(180_000);

const namespace = 'databases';
const shopFile = 'secrets/databases/till.yaml';

/** What nobody may ever see here. */
const values = {
  vaultBefore: 'vault-before-7f21c0a9d3',
  vaultAfter: 'vault-after-91be44d07a',
  gitBefore: 'git-before-0c55d1e8b2',
  gitAfter: 'git-after-6ad9931f40',
};

/** Of a world in which five minutes take three seconds. */
function quickClock(): ReaderClock {
  const began = Date.now();
  return {
    ...hurriedClock(100),
    now: () => began + (Date.now() - began) * 100,
  };
}

/**
 * Two databases on real servers: the password of `shop` comes from Vault, that of
 * `till` from git. What operators would write into status, the test writes.
 */
describeWithServers(
  'kubernetes',
  'vault',
  'gitea',
  'sops',
)('credentials that are rotated, hop by hop', () => {
  const logger = mockServices.logger.mock();
  const answers: string[] = [];
  const knex = Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  let api: KubernetesApi;
  let vault: VaultServer;
  let gitea: GiteaServer;
  let copy: GitopsCopy;
  let scene: PluginScene;
  let vaults: VaultReader;
  let repository: RepositoryReader;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-credentials-'));
    [api, vault, gitea] = await Promise.all([
      startKubernetesApi({ crds: ['cnpg', 'vault-secrets-operator'] }),
      startVault(),
      startGitea(),
    ]);
    await fillVault();
    await fillRepository();
    await fillKubernetes();
    await observe();
  });
  afterAll(async () => {
    await vaults?.stop();
    await scene?.observatory.stop();
    await scene?.stop();
    await Promise.all([api?.stop(), vault?.stop(), gitea?.stop()]);
    await copy?.remove();
    await knex.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  async function fillVault(): Promise<void> {
    await vault.mountKv('kv', 2);
    await writeToVault(values.vaultBefore);
  }

  async function writeToVault(password: string): Promise<void> {
    await vault.api('POST', 'kv/data/apps/shop', { data: { password } });
  }

  async function fillRepository(): Promise<void> {
    const name = 'platform';
    await gitea.createRepository({ owner: 'acme', name, files: {} });
    const url = new URL(`${gitea.url}/acme/${name}.git`);
    url.username = 'acme';
    url.password = await gitea.token('acme', ['write:repository']);
    copy = await GitopsCopy.of(url.toString());
    await copy.write({
      '.sops.yaml': `creation_rules:
  - encrypted_regex: ^(data|stringData)$
    age: ${recipients.alice}
`,
      [shopFile]: `apiVersion: v1
kind: Secret
metadata: {name: till-initdb-secret, namespace: ${namespace}}
stringData: {username: till, password: ${values.gitBefore}}
`,
    });
    await copy.sops('encrypt', '--in-place', shopFile);
    await push();
    while ((await gitea.api(`/repos/acme/${name}`)).empty) {
      await sleep(20);
    }
  }

  async function push(): Promise<void> {
    await copy.git('add', '--all');
    await copy.git('commit', '--quiet', '--message', 'Change');
    await copy.push();
  }

  async function fillKubernetes(): Promise<void> {
    await api.client.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    const vso = 'secrets.hashicorp.com/v1beta1';
    const objects: readonly KubernetesObject[] = [
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
        kind: 'VaultStaticSecret',
        metadata: { name: 'shop', namespace },
        spec: {
          vaultAuthRef: 'vault',
          type: 'kv-v2',
          mount: 'kv',
          path: 'apps/shop',
          destination: { name: 'shop-initdb-secret', create: true },
        },
      },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web', namespace },
        spec: {
          selector: { matchLabels: { app: 'web' } },
          template: {
            metadata: { labels: { app: 'web' } },
            spec: {
              containers: [
                {
                  name: 'web',
                  image: 'web',
                  envFrom: [{ secretRef: { name: 'shop-initdb-secret' } }],
                },
              ],
            },
          },
        },
      },
      ...['shop', 'till'].map(app => ({
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        metadata: {
          name: `${app}-cnpg`,
          namespace,
          labels: { 'basewell.dev/app': app },
        },
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
    await operatorLooks();
    await sleep(1_000);
    await rollOut();
    await databaseSees('shop', '100');
    await databaseSees('till', '200');
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
      await readFile(policy, 'utf8'),
    );
    vaults = new VaultReader({
      configured: {
        vaults: [
          {
            id: 'main',
            url: vault.url,
            addresses: [vault.url],
            namespace: '',
            login: { method: 'token', token },
          },
        ],
        problems: [],
      },
      logger,
      clock: quickClock(),
    });
    vaults.start(scene.observatory.store);
    repository = new RepositoryReader({
      repository: {
        place: 'git:git.test/acme/platform',
        ref: {
          host: 'git.test',
          owner: 'acme',
          repo: 'platform',
          branch: 'main',
        },
        folders: ['secrets'],
      },
      forges: createForges(
        new ConfigReader({
          integrations: {
            gitea: [
              {
                host: 'git.test',
                baseUrl: gitea.url,
                password: await gitea.token('acme', ['read:repository']),
              },
            ],
          },
        }),
      ),
      declarations: scene.observatory.declarations,
      engines: [],
      sink: scene.observatory.store,
      clock: systemClock,
      logger,
      usersHaveTokens: false,
    });
    await look();
  }

  function look(): Promise<void> {
    return repository.look(new AbortController().signal);
  }

  /** Operators and the API server write whole seconds. */
  const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

  /** Vault Secrets Operator reads Vault and writes the Secret. */
  async function operatorLooks(problem?: string): Promise<void> {
    const status = problem ? 'False' : 'True';
    const reason = problem ? 'VaultClientError' : 'SecretSynced';
    await api.client.patchStatus(
      {
        apiVersion: 'secrets.hashicorp.com/v1beta1',
        kind: 'VaultStaticSecret',
        namespace,
        name: 'shop',
      },
      {
        lastGeneration: 1,
        conditions: ['SecretSynced', 'Healthy', 'Ready'].map(type => ({
          type,
          status,
          reason,
          message: problem ?? 'Secret synced',
          lastTransitionTime: now(),
          observedGeneration: 1,
        })),
      },
    );
  }

  async function rollOut(): Promise<void> {
    const time = now();
    await api.client.patchStatus(
      { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: 'web' },
      {
        conditions: [
          {
            type: 'Progressing',
            status: 'True',
            reason: 'NewReplicaSetAvailable',
            message: 'ReplicaSet "web-1" has successfully progressed.',
            lastUpdateTime: time,
            lastTransitionTime: time,
          },
        ],
      },
    );
  }

  async function databaseSees(app: string, version: string): Promise<void> {
    await api.client.patchStatus(
      {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        namespace,
        name: `${app}-cnpg`,
      },
      {
        phase: 'Cluster in healthy state',
        instances: 1,
        readyInstances: 1,
        currentPrimary: `${app}-cnpg-1`,
        targetPrimary: `${app}-cnpg-1`,
        secretsResourceVersion: { applicationSecretVersion: version },
      },
    );
  }

  /** The chain of a database, once it is in that state for such a reason. */
  async function chainOf(
    app: string,
    state: string,
    reason = /./,
  ): Promise<any> {
    const began = performance.now();
    for (;;) {
      const path = `/databases/${encodeURIComponent(idOf(app))}`;
      const { body, text } = await scene.get(path);
      answers.push(text);
      const chain = body.item?.description.credentials?.chains[0];
      const lane = body.item?.lanes.credential;
      if (chain?.state === state && reason.test(lane.summary)) {
        return { ...chain, lane };
      }
      if (performance.now() - began > 30_000) {
        throw new Error(
          `It stays ${JSON.stringify({ chain, lane, body: chain ? undefined : body }, undefined, 2)}`,
        );
      }
      await sleep(50);
    }
  }

  function idOf(app: string): string {
    const rows = scene.observatory.store.rows();
    const row = rows.find(({ identity }) => identity.name === `${app}-cnpg`);
    return row?.identity.id ?? '';
  }

  const deciding = ({ hops }: any) =>
    hops.flatMap(({ decides, object }: any) => (decides ? [object] : []));

  it('holds when every hop has the newest value', async () => {
    expect(await chainOf('shop', 'in-sync')).toMatchObject({
      source: 'vault-static',
      hops: [
        { role: 'origin', object: expect.stringContaining('kv/apps/shop') },
        { object: `VaultStaticSecret ${namespace}/shop` },
        { object: `Secret ${namespace}/shop-initdb-secret` },
        { object: `Cluster ${namespace}/shop-cnpg` },
      ],
      consumers: [{ object: `Deployment ${namespace}/web` }],
    });
    expect(await chainOf('till', 'in-sync')).toMatchObject({
      source: 'sops',
      hops: [
        { role: 'origin', object: `file ${shopFile}` },
        { object: `Secret ${namespace}/till-initdb-secret` },
        { object: `Cluster ${namespace}/till-cnpg` },
      ],
    });
  });

  it('breaks at the operator when Vault has a newer value', async () => {
    await sleep(2_500);
    await writeToVault(values.vaultAfter);
    const chain = await chainOf('shop', 'drifted');
    expect(deciding(chain)).toEqual([`VaultStaticSecret ${namespace}/shop`]);
    expect(chain.lane.summary).toContain(`VaultStaticSecret ${namespace}/shop`);
  });

  it('breaks at the app when that has not been rolled out since', async () => {
    await operatorLooks();
    await databaseSees('shop', '101');
    const chain = await chainOf('shop', 'drifted', /Deployment databases\/web/);
    expect(chain.consumers).toMatchObject([{ startedBeforeChange: true }]);
  });

  it('holds again when the app is rolled out', async () => {
    await rollOut();
    const chain = await chainOf('shop', 'in-sync');
    expect(deciding(chain)).toEqual([]);
  });

  it('breaks at the operator when it may not read Vault', async () => {
    await operatorLooks('permission denied');
    const chain = await chainOf('shop', 'failing');
    expect(deciding(chain)).toEqual([`VaultStaticSecret ${namespace}/shop`]);
    await operatorLooks();
    await sleep(1_000);
    await rollOut();
    await chainOf('shop', 'in-sync');
  });

  it('breaks at the Secret when git has a newer value', async () => {
    await sleep(2_500);
    await copy.sops(
      'set',
      shopFile,
      '["stringData"]["password"]',
      JSON.stringify(values.gitAfter),
    );
    await push();
    await look();
    const chain = await chainOf('till', 'drifted');
    expect(deciding(chain)).toEqual([`Secret ${namespace}/till-initdb-secret`]);
  });

  it('holds again when the database has seen the new Secret', async () => {
    await databaseSees('till', '201');
    expect(deciding(await chainOf('till', 'in-sync'))).toEqual([]);
  });

  it('breaks at Vault when the entry is gone', async () => {
    await vault.api('DELETE', 'kv/metadata/apps/shop');
    const chain = await chainOf('shop', 'failing');
    expect(deciding(chain)).toEqual([expect.stringContaining('kv/apps/shop')]);
  });

  it('has told nobody a value', async () => {
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
    expect(tables).toContain('memory');
    expect(answers.join()).toContain('kv/apps/shop');
    expect(scanForSecret(values, told, 'what is told')).toEqual([]);
  });
});

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

import { DefaultEventsService } from '@backstage/plugin-events-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  defaultAssessmentSettings,
  defaultRegistries,
  secretFile,
  SecretFileData,
} from '@basewell/plugin-databases-common/domain';
import { createForges } from '@basewell/plugin-databases-node';
import {
  describeWithServers,
  ForgeProxy,
  GiteaServer,
  scanForSecret,
  startGitea,
} from '@basewell/testkit';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf, GitopsCopy, recipients } from '../__testUtils__/GitopsCopy';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { Declarations } from '../declarations/Declarations';
import { systemClock } from '../kubernetes/ReaderClock';
import { Assessor } from '../store/Assessor';
import { SnapshotStore } from '../store/SnapshotStore';
import { RepositoryFacts } from './RepositoryFacts';
import { RepositoryReader } from './RepositoryReader';
import { WatchedRepository } from './WatchedRepository';

const place = 'git:git.test/acme/platform';
const shop = 'secrets/databases/shop.yaml';

/** Values that were never to leave the repository. */
const values = {
  password: 'pw-before-8c1f02ab77',
  rotated: 'pw-after-55d1e0c9ab31',
  token: 'tk-3fd2a7781c9044aa',
  open: 'open-0fb12c55de90',
};

const secret = (name: string, data: string) => `apiVersion: v1
kind: Secret
metadata:
  name: ${name}
  namespace: databases
  labels: {cnpg.io/reload: "true"}
type: kubernetes.io/basic-auth
stringData:
  username: shop
  password: ${data}
`;

const sopsRules = (...keys: readonly string[]) => `creation_rules:
  - path_regex: \\.yaml$
    encrypted_regex: ^(data|stringData)$
    age: ${keys.join(',')}
`;

const seed = {
  '.sops.yaml': sopsRules(recipients.alice),
  [shop]: secret('shop-initdb-secret', values.password),
  'secrets/databases/kustomization.yaml': 'generators: [./generator.yaml]\n',
  'secrets/databases/generator.yaml': `apiVersion: viaduct.ai/v1
kind: ksops
metadata: {name: secrets}
files: [./shop.yaml]
`,
  'apps/shop/token-secret.yaml': `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: shop-token, namespace: web-shop}
spec:
  encryptedData: {token: ${Buffer.from(values.token).toString('base64')}}
`,
  'apps/shop/open-secret.yaml': secret('shop-open', values.open),
  'apps/shop/values.yaml': 'replicas: 1\n',
  'env/dev/shop.yaml': `envFrom: { secretRef: web-shop-env }\npassword: ${values.open}\n`,
  'infra/shop/cluster.yaml': `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: shop-cnpg}
spec: {instances: 1, bootstrap: {initdb: {database: shop, owner: shop}}}
`,
  'infra/kustomization.yaml':
    'namespace: databases\nresources: [shop/cluster.yaml]\n',
  '.gitea/CODEOWNERS': 'infra/ @acme/dba\n',
  'README.md': 'A platform.\n',
};

// Gitea, git and sops are real.
jest.setTimeout(60_000);

describeWithServers('gitea', 'sops')('repositories as facts', () => {
  const logger = mockServices.logger.mock();
  const sink = new RecordingSink();
  const { engines } = defaultRegistries();
  const declarations = new Declarations({
    engines,
    kubernetesClusters: () => ['north'],
  });
  let gitea: GiteaServer;
  let proxy: ForgeProxy;
  let copy: GitopsCopy;
  let reader: RepositoryReader;
  let token: string;
  let seeded: string;
  /** Five minutes go by between two looks. */
  let now = Date.now();

  beforeAll(async () => {
    gitea = await startGitea();
    proxy = await ForgeProxy.start(gitea.url);
    await gitea.createRepository({
      owner: 'acme',
      name: 'platform',
      private: true,
      files: {},
    });
    token = await gitea.token('acme', ['read:repository']);
    const url = new URL(`${gitea.url}/acme/platform.git`);
    url.username = 'acme';
    url.password = await gitea.token('acme', ['write:repository']);
    copy = await GitopsCopy.of(url.toString());
    await copy.write(seed);
    await copy.sops('encrypt', '--in-place', shop);
    seeded = await copy.commit(1);
    await copy.push();
    // Gitea looks at a push after it has answered it.
    while ((await gitea.api('/repos/acme/platform')).empty) {
      await sleep(20);
    }
    reader = readerWith(token);
  });
  afterAll(async () => {
    await copy?.remove();
    await proxy?.stop();
    await gitea?.stop();
  });

  function configWith(password: string) {
    return {
      integrations: {
        gitea: [{ host: 'git.test', baseUrl: proxy.url, password }],
      },
    };
  }

  function watched(repo = 'platform'): WatchedRepository {
    return {
      place: `git:git.test/acme/${repo}`,
      ref: { host: 'git.test', owner: 'acme', repo, branch: 'main' },
      folders: ['secrets'],
      values: ['env/{env}/{app}.yaml'],
      declares: [
        {
          folders: ['infra'],
          environments: [{ name: 'prod', production: true, size: 'small' }],
        },
      ],
    };
  }

  function readerWith(password: string, repo?: string): RepositoryReader {
    return new RepositoryReader({
      repository: watched(repo),
      forges: createForges(new ConfigReader(configWith(password))),
      sink,
      clock: { ...systemClock, now: () => now },
      logger,
      usersHaveTokens: false,
      declarations,
      engines,
    });
  }

  /** Requests that one look takes. */
  async function look(with_ = reader): Promise<number> {
    proxy.requests.length = 0;
    now += 300_000;
    await with_.look(new AbortController().signal);
    return proxy.requests.length;
  }

  function factOf(path: string): SecretFileData | undefined {
    return sink.facts.get(`${place} secret-files.git undefined/${path}`)
      ?.data as SecretFileData | undefined;
  }

  const coverage = (of = place) => sink.coverage.get(`${of} secret-files.git`);

  it('tells which databases are declared, where and by whom', async () => {
    await look();
    const [[id, { source }]] = declarations.all();
    expect(id).toBe('cnpg.databases.shop-cnpg@north');
    expect(source).toEqual({
      host: 'git.test',
      repository: 'acme/platform',
      path: 'infra/shop/cluster.yaml',
      url: `${proxy.url}/acme/platform/src/branch/main/infra/shop/cluster.yaml#L1`,
      codeOwners: ['@acme/dba'],
    });
  });

  it('tells which secrets are there', async () => {
    await look();
    expect(coverage()).toMatchObject({ state: 'synced', objects: 3 });
    expect(factOf(shop)).toEqual({
      path: shop,
      line: 1,
      commit: seeded,
      format: 'sops',
      decryptedBy: 'argocd',
      namespace: 'databases',
      name: 'shop-initdb-secret',
      keys: [
        { name: 'username', length: 4 },
        { name: 'password', length: values.password.length },
      ],
      recipients: [recipients.alice],
      hasMac: true,
      lastModified: expect.stringMatching(/Z$/),
      valueChange: { commit: seeded, at: dayOf(1) },
      reloads: true,
      problems: [],
      url: `${proxy.url}/acme/platform/src/commit/${seeded}/${shop}#L1`,
    });
    const path = 'env/dev/shop.yaml';
    expect(sink.facts.get(`${place} app-values.git undefined/${path}`)).toEqual(
      expect.objectContaining({
        data: {
          path,
          app: 'shop',
          environment: 'dev',
          secrets: ['web-shop-env'],
        },
      }),
    );
    expect(factOf('apps/shop/token-secret.yaml')).toMatchObject({
      format: 'sealed-secret',
      namespace: 'web-shop',
      name: 'shop-token',
      keys: [{ name: 'token' }],
      unchangedSince: dayOf(1),
    });
    expect(factOf('apps/shop/open-secret.yaml')).toMatchObject({
      format: 'plain',
      name: 'shop-open',
      unchangedSince: dayOf(1),
      problems: [{ rule: 'plaintext-in-sops-path', line: expect.any(Number) }],
    });
  });

  it('takes one request as long as nobody pushes', async () => {
    const before = sink.puts;
    expect(await look()).toBe(1);
    expect(sink.puts).toBe(before);
  });

  it('sees a value that was rotated, with six requests', async () => {
    await copy.sops(
      'set',
      shop,
      '["stringData"]["password"]',
      JSON.stringify(values.rotated),
    );
    const rotated = await copy.commit(3);
    await copy.push();
    // Branch, tree, contents, commits of the file, and its older version.
    expect(await look()).toBeLessThanOrEqual(6);
    expect(factOf(shop)).toMatchObject({
      commit: rotated,
      valueChange: { commit: rotated, at: dayOf(3) },
      keys: [
        { name: 'username', length: 4 },
        { name: 'password', length: values.rotated.length },
      ],
    });
    expect(factOf('apps/shop/open-secret.yaml')?.commit).toBe(seeded);
  });

  it('takes wrapping for other recipients for no rotation', async () => {
    const { alice, bob } = recipients;
    await copy.write({ '.sops.yaml': sopsRules(alice, bob) });
    await copy.sops('updatekeys', '--yes', shop);
    await copy.commit(5);
    await copy.push();
    await look();
    expect(factOf(shop)).toMatchObject({
      recipients: [alice, bob].sort(),
      valueChange: { at: dayOf(3) },
    });
  });

  it('sees that somebody was taken off, and that no value changed', async () => {
    await copy.write({ '.sops.yaml': sopsRules(recipients.alice) });
    await copy.sops('updatekeys', '--yes', shop);
    await copy.commit(6);
    await copy.push();
    await look();
    expect(factOf(shop)).toMatchObject({
      recipients: [recipients.alice],
      valueChange: { at: dayOf(3) },
      problems: [{ rule: 'removed-recipient-not-rotated' }],
    });
  });

  it('looks back over so many commits, and says that it is older', async () => {
    for (let day = 7; day < 19; day++) {
      await copy.edit(shop, text => `# ${day}\n${text}`);
      await copy.commit(day);
    }
    await copy.push();
    expect(await look()).toBeLessThanOrEqual(14);
    expect(factOf(shop)).not.toHaveProperty('valueChange');
    expect(factOf(shop)).toMatchObject({ unchangedSince: dayOf(9) });
  });

  it('forgets what is deleted', async () => {
    await copy.git('rm', '--quiet', 'apps/shop/open-secret.yaml');
    await copy.commit(20);
    await copy.push();
    await look();
    expect(factOf('apps/shop/open-secret.yaml')).toBeUndefined();
    expect(coverage()).toMatchObject({ state: 'synced', objects: 2 });
  });

  it.each([
    {
      reply: { status: 401, body: '{"message":"user does not exist"}' },
      state: 'unauthorized',
      words: 'integrations.gitea',
    },
    { reply: { status: 403 }, state: 'forbidden', words: 'may read contents' },
    { reply: { status: 404 }, state: 'forbidden', words: 'acme/platform' },
    { reply: { status: 500 }, state: 'unreachable', words: 'run again later' },
    {
      reply: { status: 200, body: '<html>Sign in</html>' },
      state: 'unreachable',
      words: 'sign-in page',
    },
  ])('keeps what it knew when the host says $reply.status', async item => {
    const { lastSyncedAt } = coverage()!;
    proxy.reply = () => item.reply;
    await look();
    proxy.reply = () => 'pass';
    expect(coverage()).toMatchObject({
      state: item.state,
      message: expect.stringContaining(item.words),
      lastSyncedAt,
      objects: 2,
    });
    expect(factOf(shop)).toBeDefined();
    await look();
    expect(coverage()).toMatchObject({ state: 'synced' });
  });

  it('says what is wrong with a repository and a branch that is not there', async () => {
    await look(readerWith(token, 'none'));
    expect(coverage('git:git.test/acme/none')).toMatchObject({
      state: 'forbidden',
      message: expect.stringContaining('acme/none on git.test'),
    });
    expect(coverage('git:git.test/acme/none')).not.toHaveProperty(
      'lastSyncedAt',
    );
  });

  it('looks at once when it is told of a push, and ends when it is stopped', async () => {
    const events = DefaultEventsService.create({ logger });
    const naps: number[] = [];
    const facts = new RepositoryFacts({
      config: new ConfigReader({
        ...configWith(token),
        databases: {
          targets: [
            {
              id: 'storefront',
              platform: { repoUrl: 'git.test?owner=acme&repo=platform' },
              app: { repoUrl: 'git.test?owner=acme&repo=platform' },
            },
          ],
        },
      }),
      events,
      logger,
      forges: [],
      layouts: [],
      engines,
      clock: {
        ...systemClock,
        random: () => 0,
        sleep: (milliseconds, signal) => {
          naps.push(milliseconds);
          return systemClock.sleep(milliseconds < 60_000 ? 0 : 60_000, signal);
        },
      },
    });
    const store = new SnapshotStore({
      engines: [],
      kinds: [secretFile],
      assessor: new Assessor({
        lanes: [],
        settingsOf: () => ({ settings: defaultAssessmentSettings }),
        memoryOf: () => ({ get: () => undefined }),
      }),
    });
    const names = () => [...store.facts(secretFile)].map(({ name }) => name);
    facts.start(store, declarations);
    await until(() => naps.includes(290_000));
    expect(store.coverages()).toMatchObject([
      { kubernetesCluster: place, state: 'synced', objects: 2 },
    ]);
    expect(names()).not.toContain('secrets/new.yaml');
    await copy.write({ 'secrets/new.yaml': secret('new', values.open) });
    await copy.commit(22);
    await copy.push();
    const push = (name: string) =>
      events.publish({
        topic: 'gitea.push',
        eventPayload: { repository: { full_name: name } },
      });
    proxy.requests.length = 0;
    await push('acme/other');
    expect(proxy.requests).toEqual([]);
    await push('acme/platform');
    await until(() => naps.filter(nap => nap === 290_000).length === 2);
    expect(names()).toContain('secrets/new.yaml');
    await facts.stop();
    store.stop();
  });

  it('shows no value and no token to anybody', () => {
    const seen = JSON.stringify([
      [...sink.facts.values()],
      [...sink.coverage.values()],
      [logger.info, logger.warn, logger.error, logger.debug].map(
        log => jest.mocked(log).mock.calls,
      ),
    ]);
    expect(scanForSecret({ ...values, token }, seen, 'facts')).toEqual([]);
    expect(seen).not.toContain('ENC[');
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await sleep(10);
  }
}

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

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RepositoryRole } from '@basewell/plugin-databases-common';
import {
  binaries,
  describeWithServers,
  readFolder,
  scanFolderForSecret,
  scanForSecret,
} from '@basewell/testkit';
import { parse, stringify } from 'yaml';
import { canon, CommandRun, WorkingTrees } from '../__testUtils__/WorkingTrees';

jest.setTimeout(120_000);

const roles = ['platform', 'app'] as const;
const request = (name: string) => join(canon, 'requests', `${name}.yaml`);

describeWithServers('sops')('databases plan --write', () => {
  let trees: WorkingTrees;

  beforeEach(async () => {
    trees = await WorkingTrees.create();
  });
  afterEach(() => trees?.remove());

  /** By the real sops, with the canon's public key. */
  function decrypt(path: string): any {
    return parse(
      execFileSync(binaries.sops, ['decrypt', join(trees.platform, path)], {
        encoding: 'utf8',
        env: {
          SOPS_AGE_KEY_FILE: join(canon, 'keys/TEST-ONLY-age.txt'),
        },
      }),
    );
  }

  async function contents() {
    return [
      await readFolder(trees.platform),
      await readFolder(trees.app),
    ] as const;
  }

  async function expectUntouched(
    run: CommandRun,
    before: Awaited<ReturnType<typeof contents>>,
  ) {
    expect(await contents()).toEqual(before);
    for (const role of roles) {
      // No folder was left behind either.
      expect(await trees.git(role, 'clean', '-ndx')).toBe('');
    }
    expect(run.stderr).not.toContain('    at ');
  }

  async function filesOf(name: string, role: RepositoryRole) {
    const { stdout } = await trees.plan(request(name), ['--json']);
    return (JSON.parse(stdout).files as any[])
      .filter(
        ({ repository, change }) => repository === role && change !== 'none',
      )
      .map(({ path }) => path as string)
      .sort();
  }

  const landing = {
    name: 'landing-dev-cnpg',
    namespace: 'databases',
    path: 'infra/databases/cloudnativepg/landing-dev/cluster.yaml',
    environments: ['dev'],
  };

  const runtimeSecret = 'secrets/web-shop-dev/web-shop-dev-env.yaml';
  const fluxFolder = 'secrets/apps/{env}/{app}';

  it.each([
    {
      way: 'a folder that Flux decrypts',
      files: {
        'clusters/dev/apps.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: apps, namespace: flux-system }
spec:
  interval: 10m
  path: ./secrets/apps/dev
  prune: true
  sourceRef: { kind: GitRepository, name: flux-system }
  decryption: { provider: sops, secretRef: { name: sops-age } }
`,
      },
      target: {
        layout: 'fluxApps',
        options: {
          paths: {
            clusterFolder: fluxFolder,
            bootstrapSecret: `${fluxFolder}/{secret}.yaml`,
            runtimeSecret: `${fluxFolder}/{secret}.yaml`,
            appNamespace: `${fluxFolder}/namespace.yaml`,
          },
        },
      },
      environment: { name: 'dev' },
      sealed: 'secrets/apps/dev/shop/shop-initdb-secret.yaml',
      runtime: 'secrets/apps/dev/shop/web-shop-dev-env.yaml',
      host: 'shop-cnpg-rw.web-shop-dev.svc',
    },
    {
      way: 'a shared cluster',
      files: {},
      target: { options: { sharedClusters: [landing] } },
      environment: { name: 'dev', sharedCluster: landing.name },
      sealed: 'secrets/databases/shop-dev-role-secret.yaml',
      runtime: runtimeSecret,
      host: 'landing-dev-cnpg-rw.databases.svc',
    },
    {
      way: 'an overlay',
      files: {},
      target: { layout: 'overlays' },
      environment: { name: 'dev' },
      sealed: 'secrets/databases-dev/shop-initdb-secret.yaml',
      runtime: runtimeSecret,
      host: 'shop-cnpg-rw.databases-dev.svc',
    },
  ])(
    'writes $way once, with one password in both secrets',
    async ({ files, target, environment, sealed, runtime, host }) => {
      for (const [path, text] of Object.entries(files)) {
        const file = join(trees.platform, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      const repository = (name: string) => ({
        repoUrl: `forge.example.test?owner=shop&repo=${name}`,
      });
      const config = await trees.write(
        'config.yaml',
        JSON.stringify({
          databases: {
            targets: [
              {
                ...{ id: 'main', ...target },
                platform: repository('gitops'),
                app: repository('web-core'),
              },
            ],
          },
        }),
      );
      const asked = await trees.write(
        'request.yaml',
        JSON.stringify({
          apiVersion: 'basewell.dev/v1alpha1',
          kind: 'DatabaseRequest',
          metadata: { name: 'shop' },
          spec: { environments: [environment] },
        }),
      );
      const flags = ['--write', '--config', config];
      expect(await trees.plan(asked, flags)).toMatchObject({ exitCode: 0 });
      const { username, password } = decrypt(sealed).stringData;
      const app = decrypt(runtime);
      expect(app.stringData.DATABASE_URI).toBe(
        `postgresql://${username}:${password}@${host}.cluster.local:5432/shop`,
      );
      for (const role of roles) {
        await trees.commit(role);
      }
      expect(await trees.plan(asked, flags)).toMatchObject({ exitCode: 0 });
      for (const role of roles) {
        expect(await trees.changed(role)).toEqual([]);
      }
    },
  );

  it.each(['new-app', 'existing-app', 'shared-secret', 'exceptional-names'])(
    'writes %s once: sealed files that sops opens, and nothing the second time',
    async name => {
      const planned = {
        platform: await filesOf(name, 'platform'),
        app: await filesOf(name, 'app'),
      };
      const run = await trees.plan(request(name), ['--write']);
      expect(run.exitCode).toBe(0);
      const count = planned.platform.length + planned.app.length;
      expect(run.stderr).toBe(
        `Wrote ${count} files; commit and push them as two pull requests, the platform's first.\n`,
      );
      for (const role of roles) {
        expect(await trees.changed(role)).toEqual(planned[role]);
      }

      const secrets = planned.platform
        .filter(path => /-(env|initdb-secret)\.yaml$/.test(path))
        .map(path => decrypt(path).stringData as Record<string, string>);
      const passwords = secrets.flatMap(values => values.password ?? []);
      const uris = secrets.flatMap(values => values.DATABASE_URI ?? []);
      expect(passwords.length).toBeGreaterThan(0);
      for (const password of passwords) {
        expect(password).toMatch(/^[A-Za-z][\w-]{31}$/);
      }
      for (const uri of uris) {
        expect(passwords).toContain(decodeURIComponent(new URL(uri).password));
      }
      const values = Object.fromEntries(passwords.entries());
      expect(await scanFolderForSecret(values, trees.folder)).toEqual([]);
      expect(scanForSecret(values, run.stdout + run.stderr, 'output')).toEqual(
        [],
      );

      const before = await contents();
      const again = await trees.plan(request(name), ['--write']);
      expect(again.exitCode).toBe(0);
      expect(again.stderr).toBe(
        'Everything is there already; nothing was written.\n',
      );
      expect(again.stdout).toContain(
        'Nothing changes: everything is there already.',
      );
      expect(await contents()).toEqual(before);
    },
  );

  it('gives development and production passwords of their own', async () => {
    await trees.plan(request('new-app'), ['--write']);
    const [dev, prod] = ['shop-dev', 'shop'].map(
      name =>
        decrypt(`secrets/databases/${name}-initdb-secret.yaml`).stringData
          .password,
    );
    expect(dev).not.toBe(prod);
  });

  it.each([
    {
      reason: 'an edit of a file it would edit',
      role: 'platform' as const,
      path: 'argocd/root.yaml',
    },
    {
      reason: 'a new file where it would make one, of which it knows nothing',
      role: 'app' as const,
      path: 'deploy/env/dev/shop.yaml',
    },
  ])('refuses to write over $reason', async ({ role, path }) => {
    const file = join(trees[role], path);
    const text = await readFile(file, 'utf8').catch(() => '');
    await writeFile(file, `${text}\n# mine\n`);
    const before = await contents();

    const run = await trees.plan(request('new-app'), ['--write']);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(
      `${path} in ${trees[role]} has changes that are not committed; commit or remove them, and run again`,
    );
    expect(await contents()).toEqual(before);
  });

  it('does not mind uncommitted changes to other files', async () => {
    await writeFile(join(trees.app, 'notes.md'), 'mine');
    const run = await trees.plan(request('new-app'), ['--write']);
    expect(run.exitCode).toBe(0);
    expect(await readFile(join(trees.app, 'notes.md'), 'utf8')).toBe('mine');
  });

  it('writes into folders that are no git working trees', async () => {
    for (const role of roles) {
      await rm(join(trees[role], '.git'), { recursive: true });
    }
    // A git in another language says so in other words.
    const run = await trees.plan(request('new-app'), ['--write'], {
      LC_ALL: 'ru_RU.UTF-8',
      LANGUAGE: 'ru',
    });
    expect(run.exitCode).toBe(0);
    expect(decrypt('secrets/databases/shop-initdb-secret.yaml').kind).toBe(
      'Secret',
    );
  });

  it('writes nothing when a folder cannot be made', async () => {
    const file = 'infra/databases/cloudnativepg/shop';
    await writeFile(join(trees.platform, file), 'in the way');
    await trees.commit('platform');
    const before = await contents();
    const run = await trees.plan(request('new-app'), ['--write']);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(
      /shop\/\S+\.yaml cannot be written: .+ Nothing was changed\n$/,
    );
    await expectUntouched(run, before);
  });

  it('takes back what it has written when the last file cannot be', async () => {
    const folder = join(trees.app, 'deploy/argocd/apps/prod/shop.yaml');
    await mkdir(folder);
    await writeFile(join(folder, 'in-the-way'), '');
    await trees.commit('app');
    const before = await contents();
    const run = await trees.plan(request('new-app'), ['--write']);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toContain(`${folder} cannot be written: `);
    await expectUntouched(run, before);
  });

  describe('with object-store credentials from the person', () => {
    const environment = {
      DATABASES_SECRET_backupAccessKeyId: 'TEST-ONLY-access-key',
      DATABASES_SECRET_backupSecretAccessKey: 'TEST-ONLY: "secret" key\\',
    };

    async function config() {
      const own = parse(await readFile(join(canon, 'target.yaml'), 'utf8'));
      own.databases.targets[0].options.backup.credentials = {
        from: 'provided',
        secretName: 'shop-backup',
      };
      return trees.write('config.yaml', stringify(own));
    }

    it('seals them', async () => {
      const flags = ['--write', '--config', await config()];
      const run = await trees.plan(request('new-app'), flags, environment);
      expect(run).toMatchObject({ exitCode: 0 });
      const changed = await trees.changed('platform');
      const [path] = changed.filter(
        each => /backup\S*\.yaml$/.test(each) && each.startsWith('secrets/'),
      );
      expect(decrypt(path).stringData).toEqual({
        accessKeyId: environment.DATABASES_SECRET_backupAccessKeyId,
        secretAccessKey: environment.DATABASES_SECRET_backupSecretAccessKey,
      });
      const values = {
        id: environment.DATABASES_SECRET_backupAccessKeyId,
        key: environment.DATABASES_SECRET_backupSecretAccessKey,
      };
      expect(await scanFolderForSecret(values, trees.folder)).toEqual([]);
      expect(scanForSecret(values, run.stdout + run.stderr, 'output')).toEqual(
        [],
      );
    });

    it('names the variables that are missing, and writes nothing', async () => {
      const flags = ['--write', '--config', await config()];
      const before = await contents();
      const run = await trees.plan(request('new-app'), flags, {
        DATABASES_SECRET_backupAccessKeyId: 'TEST-ONLY-access-key',
      });
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain(
        'set the environment variables DATABASES_SECRET_backupSecretAccessKey and run again',
      );
      await expectUntouched(run, before);
    });
  });
});

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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import {
  canon,
  runDatabases,
  WorkingTrees,
} from '../__testUtils__/WorkingTrees';

jest.setTimeout(120_000);

const request = (name: string) => join(canon, 'requests', `${name}.yaml`);

describe('databases plan', () => {
  let trees: WorkingTrees;

  beforeAll(async () => {
    trees = await WorkingTrees.create();
  });
  afterAll(() => trees?.remove());

  /** One of the canon's requests, changed. */
  async function requestWith(name: string, change: (spec: any) => void) {
    const document = parse(await readFile(request(name), 'utf8'));
    change(document.spec);
    return trees.write(`${name}.yaml`, stringify(document));
  }

  it('prints databases, files and diffs, secrets as shapes', async () => {
    const run = await trees.plan(request('new-app'));
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(
      /^shop-dev-cnpg in dev: PostgreSQL 17, 1 instance, 5Gi, no backups\n/,
    );
    expect(run.stdout).toContain('\n29 files change:\n');
    expect(run.stdout).toContain(
      '\n  create  app       deploy/env/dev/shop.yaml  (Values of the app in dev)\n',
    );
    expect(run.stdout).toContain(
      '\n--- /dev/null\n+++ b/secrets/databases/shop-initdb-secret.yaml\n',
    );
    expect(run.stdout).not.toMatch(/postgresql:\/\/shop:[\w-]{32}@/);
    expect(run.stdout).not.toMatch(/^\+ +password: [\w-]{32}$/m);
  });

  const waived = expect.objectContaining({
    rule: 'separate-credentials',
    waiver: expect.objectContaining({ until: '2027-06-30' }),
  });
  const warned = expect.objectContaining({
    rule: 'in-chart-database',
    severity: 'warning',
  });

  it.each([
    { name: 'exceptional-names', branch: 'content-hub/create-dev' },
    { name: 'existing-app', branch: 'billing/create', violations: [warned] },
    { name: 'extra-databases', branch: 'reports/create' },
    { name: 'in-tree-backup', branch: 'newsletter/create' },
    { name: 'new-app', branch: 'shop/create' },
    { name: 'shared-secret', branch: 'loyalty/create', violations: [waived] },
  ])(
    'prints $name as {files, violations, entries, conventions, pullRequests}',
    async ({ name, branch, violations = [] }) => {
      const run = await trees.plan(request(name), ['--json']);
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      const json = JSON.parse(run.stdout);
      expect(Object.keys(json)).toEqual([
        'files',
        'violations',
        'entries',
        'conventions',
        'pullRequests',
      ]);
      expect(json.violations).toEqual(violations);
      expect(json.files.length).toBeGreaterThan(10);
      for (const file of json.files) {
        expect(file).toEqual({
          repository: expect.stringMatching(/^(platform|app)$/),
          path: expect.stringMatching(/^[^/].*\.ya?ml$/),
          change: expect.stringMatching(/^(create|edit|none)$/),
          purpose: expect.stringMatching(/\w/),
        });
      }
      expect(json.pullRequests[0]).toMatchObject({
        repository: 'platform',
        branch: `databases/${branch}`,
        title: expect.stringContaining('feat(db):'),
        draft: false,
      });
    },
  );

  it('is as JSON what it is as text', async () => {
    const [text, json] = await Promise.all([
      trees.plan(request('new-app')),
      trees.plan(request('new-app'), ['--json']),
    ]);
    const listed = [
      ...text.stdout.matchAll(/^ {2}(create|edit|none) +(\w+) +(\S+) /gm),
    ];
    expect(
      listed.map(([, change, repository, path]) => ({
        change,
        repository,
        path,
      })),
    ).toEqual(
      JSON.parse(json.stdout).files.map(
        ({ change, repository, path }: Record<string, string>) => ({
          change,
          repository,
          path,
        }),
      ),
    );
  });

  it('needs no configuration, and reads a request from standard input', async () => {
    const run = await runDatabases(
      [
        ...['plan', '--request', '-', '--json'],
        ...['--platform', trees.platform, '--app', trees.app],
      ],
      {
        input: stringify({
          apiVersion: 'basewell.dev/v1alpha1',
          kind: 'DatabaseRequest',
          metadata: { name: 'shop' },
          spec: { environments: [{ name: 'dev' }] },
        }),
      },
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(run.stdout).files).toContainEqual({
      repository: 'platform',
      path: 'infra/databases/cloudnativepg/shop-dev/cluster.yaml',
      change: 'create',
      purpose: 'CNPG cluster of dev',
    });
  });

  describe('exits with 1', () => {
    it('when a rule stops the request, and shows the plan with the remedy', async () => {
      const file = await requestWith('shared-secret', spec => {
        delete spec.waivers;
      });
      const text = await trees.plan(file, ['--write']);
      expect(text).toMatchObject({ exitCode: 1, stderr: '' });
      expect(text.stdout).toMatch(
        /^error {3}separate-credentials: .+\n {8}\w/m,
      );

      const json = await trees.plan(file, ['--json']);
      expect(json.exitCode).toBe(1);
      expect(JSON.parse(json.stdout).violations).toEqual([
        expect.objectContaining({
          rule: 'separate-credentials',
          severity: 'error',
          summary: expect.any(String),
          remedy: expect.any(String),
        }),
      ]);
    });

    it('when a warning is all it takes', async () => {
      const [lenient, strict] = await Promise.all([
        trees.plan(request('existing-app')),
        trees.plan(request('existing-app'), [
          '--fail-on',
          'warning',
          '--write',
        ]),
      ]);
      expect([lenient.exitCode, strict.exitCode]).toEqual([0, 1]);
      expect(lenient.stdout).toContain('warning in-chart-database: ');
    });
  });

  describe('exits with 2, prints nothing and says what is wrong', () => {
    it.each([
      {
        reason: 'every field of the request',
        change: (spec: any) => {
          spec.environments[1].storage = '20GB';
          spec.environments[0].sise = 'small';
        },
        says: [
          'spec.environments[1].storage: "20GB" is not a Kubernetes quantity; write 20',
          'spec.environments[0].sise: there is no such field; did you mean "size"?',
        ],
      },
      {
        reason: 'a target that the configuration lacks',
        change: (spec: any) => {
          spec.target = 'backoffice';
        },
        says: ['there is no target "backoffice". It has storefront'],
      },
    ])('$reason', async ({ change, says }) => {
      const run = await trees.plan(await requestWith('new-app', change));
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      for (const words of says) {
        expect(run.stderr).toContain(words);
      }
    });

    it.each([
      {
        reason: 'a target option',
        config:
          'databases: {targets: [{id: storefront, platform: {repoUrl: a}, app: {}}]}',
        says: 'databases.targets[0].app.repoUrl: ',
      },
      {
        reason: 'several targets and none chosen',
        config: 'databases: {targets: [{id: a}, {id: b}]}',
        says: 'there are several targets; choose one with --target. It has a, b',
      },
      {
        reason: 'a configuration without targets',
        config: 'databases: {targets: storefront}',
        says: 'databases.targets must be a list',
      },
      {
        reason: 'YAML that is none',
        config: 'databases: [',
        says: 'line 1',
      },
    ])('$reason', async ({ config, says }) => {
      const file = await trees.write('config.yaml', config);
      const run = await trees.plan(
        await requestWith('new-app', spec => {
          delete spec.target;
        }),
        ['--config', file],
      );
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).toContain(file);
      expect(run.stderr).toContain(says);
      expect(run.stderr).not.toContain('    at ');
    });

    it.each([
      { args: ['plan'], says: "required option '--request <file>'" },
      {
        args: ['plan', '--request=a', '--platform=b', '--app=c', '--jsno'],
        says: "unknown option '--jsno'",
      },
      { args: ['paln'], says: "unknown command 'paln'" },
      {
        args: ['plan', '--fail-on', 'never'],
        says: 'Allowed choices are info, warning, error',
      },
    ])('$args', async ({ args, says }) => {
      const run = await runDatabases(args);
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).toContain(says);
    });
  });

  describe('exits with 3, prints nothing and names', () => {
    const absent = () => join(trees.folder, 'absent');

    it.each([
      {
        reason: 'a request that is not there',
        run: () => trees.plan(absent()),
        says: () => `${absent()} cannot be read: ENOENT`,
      },
      {
        reason: 'a configuration that is not there',
        run: () => trees.plan(request('new-app'), ['--config', absent()]),
        says: () => `${absent()} cannot be read: ENOENT`,
      },
      {
        reason: 'a tree that is not there',
        run: () => trees.plan(request('new-app'), ['--app', absent()]),
        says: () =>
          `--app: ${absent()} is not a folder; give the working tree of the app repository`,
      },
      {
        reason: 'a tree that is a file',
        run: () =>
          trees.plan(request('new-app'), ['--platform', request('new-app')]),
        says: () => `--platform: ${request('new-app')} is not a folder`,
      },
    ])('$reason', async ({ run, says }) => {
      const ended = await run();
      expect(ended).toMatchObject({ exitCode: 3, stdout: '' });
      expect(ended.stderr).toContain(says());
    });
  });

  it('does not mind a reader who has seen enough', async () => {
    const run = await runDatabases(
      [
        ...['plan', '--request', request('new-app')],
        ...['--platform', trees.platform, '--app', trees.app],
        ...['--config', join(canon, 'target.yaml')],
      ],
      { closeOutput: true },
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('changes nothing in the trees', async () => {
    await trees.plan(request('new-app'));
    expect(await trees.changed('platform')).toEqual([]);
    expect(await trees.changed('app')).toEqual([]);
  });
});

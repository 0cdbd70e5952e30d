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

import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canon, runDatabases } from '../__testUtils__/WorkingTrees';

jest.setTimeout(120_000);

const execute = promisify(execFile);
const goldens = join(__dirname, '../__fixtures__/check');
const now = ['--now', '2026-11-21T12:00:00Z'];

const ciphertext = (iv: string, bytes: number = 24) =>
  `ENC[AES256_GCM,data:${Buffer.alloc(bytes).toString('base64')},iv:${Buffer.from(iv.repeat(32)).toString('base64')},tag:AAAA,type:str]`;

const encrypted = (recipients: readonly string[], password: string) =>
  `apiVersion: v1
kind: Secret
metadata:
  name: shop
stringData:
  password: ${password}
sops:
  age:
${recipients.map(recipient => `    - recipient: ${recipient}\n      enc: none\n`).join('')}  encrypted_regex: ^(data|stringData)$
  lastmodified: "2026-11-01T00:00:00Z"
  mac: ${ciphertext('m', 128)}
  version: 3.13.0
`;

/** A repository with something of everything. */
const files: { readonly [path: string]: string } = {
  '.sops.yaml':
    'creation_rules:\n  - path_regex: ^secrets/.*\\.yaml$\n    encrypted_regex: ^(data|stringData)$\n    age: age1alice,age1bob\n',
  '.gitignore': 'scratch/\n',
  '.basewell.yaml': `waivers:
  - rule: short-password
    path: secrets/lab/*
    reason: Nothing there is worth more.
    owner: group:default/platform
    until: 2027-01-31
  - rule: uri-in-values
    path: deploy/*
    reason: To be mended.
    owner: group:default/shop
    until: 2026-10-31
`,
  'secrets/lab/shop.yaml': encrypted(
    ['age1alice', 'age1bob'],
    ciphertext('a', 8),
  ),
  'secrets/shop.yaml': encrypted(['age1alice'], ciphertext('b')),
  'secrets/forgotten.yaml':
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: forgotten\nstringData:\n  password: correct-horse-battery\n',
  'deploy/values.yaml':
    'env:\n  DATABASE_URI: postgresql://shop:gT7-kq2PzL9w@db.example.test/shop\n',
  'scratch/notes.yaml':
    'DATABASE_URI: postgresql://shop:gT7-kq2PzL9w@db.example.test/shop\n',
  'docs/example.yaml':
    'DATABASE_URI: postgresql://shop:gT7-kq2PzL9w@db.example.test/shop\n',
  'image.yaml': 'password: \0\n',
};

let folder: string;

async function write(
  root: string,
  texts: { readonly [path: string]: string },
): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function git(root: string, ...args: readonly string[]): Promise<void> {
  await execute(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    },
  );
}

/** A git working tree with one commit. */
async function createTree(
  name: string,
  texts: { readonly [path: string]: string },
): Promise<string> {
  const root = join(folder, name);
  await write(root, texts);
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--message', 'A state');
  return root;
}

const check = (...args: readonly string[]) =>
  runDatabases(['check', ...now, ...args]);

const rulesIn = (stdout: string): readonly string[] =>
  JSON.parse(stdout).findings.map(
    ({ rule, path }: { rule: string; path: string }) => `${rule} ${path}`,
  );

describe('databases check', () => {
  let tree: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-check-'));
    tree = await createTree('repository', files);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    { form: 'text', flags: [] },
    { form: 'json', flags: ['--json'] },
    { form: 'sarif', flags: ['--sarif'] },
  ])('prints $form', async ({ form, flags }) => {
    const run = await check(...flags, tree);
    expect(run).toMatchObject({
      exitCode: 1,
      stderr: '8 files: 2 errors, 2 warnings, 0 for information, 1 waived.\n',
    });
    const said = run.stdout.replaceAll(tree, 'REPOSITORY');
    const golden = join(goldens, `${form}.txt`);
    if (process.env.UPDATE_GOLDENS) {
      await writeFile(golden, said);
    }
    expect(said).toBe(await readFile(golden, 'utf8'));
    expect(said).not.toMatch(/gT7-kq2PzL9w|correct-horse|ENC\[/);
  });

  it('finds nothing where nothing is wrong', async () => {
    const run = await check(join(canon, 'platform/secrets'));
    expect(run).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: expect.stringMatching(/^\d+ files: 0 errors, 0 warnings, /),
    });
  });

  it('judges only the files it is given, by all that lies beside them', async () => {
    const run = await check('--json', join(tree, 'secrets/shop.yaml'));
    expect(rulesIn(run.stdout)).toEqual([
      'recipients-differ secrets/shop.yaml',
    ]);
    expect(run.exitCode).toBe(0);
  });

  it.each([
    { failOn: 'warning', exitCode: 1 },
    { failOn: 'error', exitCode: 0 },
  ])('exits $exitCode for a warning with --fail-on $failOn', async test => {
    const run = await check(
      ...['--fail-on', test.failOn, join(tree, 'secrets/shop.yaml')],
    );
    expect(run.exitCode).toBe(test.exitCode);
  });

  it('checks two repositories, each by its own rules', async () => {
    const app = await createTree('app', {
      'deploy/values.yaml': files['deploy/values.yaml'],
    });
    const run = await check('--json', '--platform', tree, '--app', app);
    const { findings } = JSON.parse(run.stdout);
    expect(
      findings.filter(({ rule }: { rule: string }) => rule === 'uri-in-values'),
    ).toMatchObject([{ tree }, { tree: app }]);
    const sarif = JSON.parse(
      (await check('--sarif', '--platform', tree, '--app', app)).stdout,
    );
    expect(Object.keys(sarif.runs[0].originalUriBaseIds)).toEqual([
      'REPOSITORY_1',
      'REPOSITORY_2',
    ]);
  });

  it('compares encrypted files with the last commit, or another', async () => {
    const root = await createTree('history', {
      'shop.yaml': encrypted(['age1alice', 'age1bob'], ciphertext('c')),
    });
    await write(root, {
      'shop.yaml': encrypted(['age1alice'], ciphertext('c')),
    });
    const expected = ['removed-recipient-not-rotated shop.yaml'];
    expect(rulesIn((await check('--json', root)).stdout)).toEqual(expected);

    await git(root, 'commit', '--quiet', '--all', '--message', 'Remove bob');
    expect(rulesIn((await check('--json', root)).stdout)).toEqual([]);
    expect(
      rulesIn((await check('--json', '--base', 'HEAD~1', root)).stdout),
    ).toEqual(expected);
  });

  it('needs no git', async () => {
    const root = join(folder, 'bare');
    await write(root, {
      'values.yaml': files['deploy/values.yaml'],
      'node_modules/x/values.yaml': files['deploy/values.yaml'],
    });
    expect(rulesIn((await check('--json', root)).stdout)).toEqual([
      'uri-in-values values.yaml',
    ]);
  });

  it('follows no links, and says what is too large to be looked into', async () => {
    const root = await createTree('odd', {
      'large.yaml': '#'.repeat(1024 * 1024 + 1),
    });
    await symlink(join(tree, 'deploy/values.yaml'), join(root, 'linked.yaml'));
    const run = await check('--json', root);
    expect(JSON.parse(run.stdout)).toMatchObject({
      files: 0,
      findings: [],
      unknown: [{ tree: root, path: 'large.yaml' }],
    });
    expect(run.stderr).toContain(
      'Larger than 1 MiB, so nothing is known about them: large.yaml.\n',
    );
  });

  it.each([
    {
      reason: 'there is no such folder',
      args: () => [join(folder, 'nowhere')],
      exitCode: 3,
      stderr: /nowhere cannot be read/,
    },
    {
      reason: 'there is no such revision',
      args: () => ['--base', 'v9', tree],
      exitCode: 2,
      stderr: /has no revision "v9"; fetch it/,
    },
    {
      reason: 'a revision that git would take for an option',
      args: () => ['--base=--output=x', tree],
      exitCode: 2,
      stderr: /has no revision/,
    },
    {
      reason: 'two ways to name folders',
      args: () => ['--app', tree, tree],
      exitCode: 2,
      stderr: /Give either paths, or --platform and --app/,
    },
    {
      reason: 'two formats',
      args: () => ['--json', '--sarif', tree],
      exitCode: 2,
      stderr: /'--sarif' cannot be used with option '--json'/,
    },
  ])('exits $exitCode: $reason', async ({ args, exitCode, stderr }) => {
    const run = await check(...args());
    expect(run).toEqual({
      exitCode,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    });
  });

  it('exits 3 for a file that it may not read', async () => {
    const root = await createTree('locked', { 'values.yaml': 'a: 1\n' });
    await chmod(join(root, 'values.yaml'), 0o000);
    const run = await check(root);
    // The administrator may read everything.
    const expected = process.getuid?.() === 0 ? 0 : 3;
    expect(run.exitCode).toBe(expected);
  });
});

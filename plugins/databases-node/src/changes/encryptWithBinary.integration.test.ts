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
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unsupportedRecipients, findCreationRule } from '@basewell/sops';
import {
  binaries,
  describeWithServers,
  scanForSecret,
} from '@basewell/testkit';
import { parse } from 'yaml';
import { readSopsRules } from '../planning/readSopsRules';
import pgp from './__fixtures__/TEST-ONLY-pgp.json';
import { encryptWithBinary } from './encryptWithBinary';
import { encryptWithSops } from './encryptWithSops';
import { SecretTree } from './sealPlan';

jest.setTimeout(60_000);

const AGE_KEYS = resolve(
  __dirname,
  '../../../../examples/canon/keys/TEST-ONLY-age.txt',
);
const AGE = 'age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct';
const PATH_OF_SECRET = 'secrets/databases/shop.yaml';
const PASSWORD = 'TEST-ONLY-hunter2-hunter2';

function rules(recipients: string, prefix = 'secrets/') {
  return `
creation_rules:
  - path_regex: ^${prefix}.*\\.yaml$
    encrypted_regex: ^(data|stringData)$
    ${recipients}
stores:
  yaml: {indent: 2}
`;
}

const both = rules(`age: ${AGE}\n    pgp: ${pgp.fingerprint}`);

function tree(values: Readonly<Record<string, string>>): SecretTree {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'shop', namespace: 'databases' },
    type: 'Opaque',
    stringData: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, Buffer.from(value)]),
    ),
  };
}

describeWithServers('sops')('encryptWithBinary', () => {
  let folder: string;
  let before: NodeJS.ProcessEnv;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-pgp-'));
    for (const ring of ['pubring', 'secring'] as const) {
      await writeFile(join(folder, `${ring}.gpg`), pgp[ring], 'base64');
    }
    before = { ...process.env };
    process.env.GNUPGHOME = folder;
  });
  afterEach(async () => {
    process.env = before;
    await rm(folder, { recursive: true, force: true });
  });

  async function encrypter(
    options: {
      binary?: string;
      environment?: string[];
      config?: string;
      configPath?: string;
    } = {},
  ) {
    const { config = both, configPath = '.sops.yaml' } = options;
    const sopsRules = await readSopsRules(
      async paths =>
        new Map(
          paths.map(path => [path, path === configPath ? config : undefined]),
        ),
      [PATH_OF_SECRET],
    );
    return encryptWithBinary({
      binary: options.binary ?? binaries.sops,
      environment: options.environment ?? ['GNUPGHOME'],
      sopsRules,
      inProcess: encryptWithSops(sopsRules.configs, new Date()),
    });
  }

  /** By the real sops and only one of the keys. */
  function decrypt(text: string, key: 'pgp' | 'age') {
    const output = execFileSync(
      binaries.sops,
      ['decrypt', '--input-type', 'yaml', '--output-type', 'json'],
      {
        input: text,
        env:
          key === 'pgp'
            ? { GNUPGHOME: folder }
            : { SOPS_AGE_KEY_FILE: AGE_KEYS },
      },
    );
    return JSON.parse(output.toString('utf8'));
  }

  /** A program that writes down how it was called, and then is the real sops. */
  async function recorder(): Promise<{ binary: string; record: string }> {
    const record = join(folder, 'record.json');
    const binary = join(folder, 'recorder.cjs');
    await writeFile(
      binary,
      `#!${process.execPath}
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
writeFileSync(${JSON.stringify(record)}, JSON.stringify({
  cwd: process.cwd(),
  args: process.argv.slice(2),
  environment: process.env,
  files: Object.fromEntries(readdirSync('.').map(name => [name, readFileSync(name, 'utf8')])),
}));
const { status } = spawnSync(${JSON.stringify(binaries.sops)}, process.argv.slice(2), { stdio: 'inherit' });
process.exit(status ?? 1);
`,
    );
    await chmod(binary, 0o700);
    return { binary, record };
  }

  async function script(text: string): Promise<string> {
    const binary = join(folder, 'script.sh');
    await writeFile(binary, `#!/bin/sh\n${text}\n`);
    await chmod(binary, 0o700);
    return binary;
  }

  it.each([
    { key: 'pgp' as const, reason: 'the one that only the binary serves' },
    { key: 'age' as const, reason: 'the one beside it' },
  ])('encrypts to every recipient: $reason', async ({ key }) => {
    const encrypt = await encrypter();
    const text = await encrypt({
      path: PATH_OF_SECRET,
      wholeFile: false,
      tree: tree({ username: 'shop', password: PASSWORD }),
    });
    expect(text).not.toContain(PASSWORD);
    expect(parse(text)).toMatchObject({
      kind: 'Secret',
      metadata: { name: 'shop', namespace: 'databases' },
      sops: {
        encrypted_regex: '^(data|stringData)$',
        age: [{ recipient: AGE }],
        pgp: [{ fp: pgp.fingerprint }],
      },
    });
    expect(decrypt(text, key)).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'shop', namespace: 'databases' },
      type: 'Opaque',
      stringData: { username: 'shop', password: PASSWORD },
    });
  });

  it.each([
    { reason: 'quotes and backslashes', value: '"\\\'{}[]: #&*!|>%@`' },
    { reason: 'lines and tabs', value: 'a\n\tb\r\nc\n' },
    { reason: 'control characters', value: '\u0000\u0001\u001f\u007f' },
    { reason: 'other scripts', value: 'пароль 密码 🔑' },
    { reason: 'what looks like a number', value: '0123' },
    { reason: 'what looks like a boolean', value: 'yes' },
    { reason: 'much', value: 'x'.repeat(300_000) },
  ])('gives back every byte of $reason', async ({ value }) => {
    const encrypt = await encrypter();
    const text = await encrypt({
      path: PATH_OF_SECRET,
      wholeFile: false,
      tree: tree({ value }),
    });
    expect(decrypt(text, 'pgp').stringData).toEqual({ value });
  });

  it('keeps the values from the command line, the environment and every file', async () => {
    const { binary, record } = await recorder();
    process.env.UNNAMED = 'stays here';
    const encrypt = await encrypter({ binary, environment: ['GNUPGHOME'] });
    const text = await encrypt({
      path: PATH_OF_SECRET,
      wholeFile: false,
      tree: tree({ password: PASSWORD }),
    });
    expect(decrypt(text, 'pgp').stringData).toEqual({ password: PASSWORD });

    const recorded = await readFile(record, 'utf8');
    expect(
      scanForSecret({ password: PASSWORD }, recorded, 'the record'),
    ).toEqual([]);
    const { cwd, args, environment, files } = JSON.parse(recorded);
    expect(environment).toEqual({ GNUPGHOME: folder });
    // Nothing but the repository's public rules, and nothing is left of it.
    expect(files).toEqual({ '.sops.yaml': both });
    expect(existsSync(cwd)).toBe(false);
    expect(args).toEqual([
      '--config',
      join(cwd, '.sops.yaml'),
      'encrypt',
      '--input-type',
      'json',
      '--output-type',
      'yaml',
      '--filename-override',
      PATH_OF_SECRET,
    ]);
  });

  it('speaks of paths as the rules in a folder do', async () => {
    const encrypt = await encrypter({
      config: rules(`pgp: ${pgp.fingerprint}`, 'databases/'),
      configPath: 'secrets/.sops.yaml',
    });
    const text = await encrypt({
      path: PATH_OF_SECRET,
      wholeFile: false,
      tree: tree({ password: PASSWORD }),
    });
    expect(decrypt(text, 'pgp').stringData).toEqual({ password: PASSWORD });
  });

  it('leaves to us what we can serve', async () => {
    const encrypt = await encrypter({
      binary: '/no/such/sops',
      config: rules(`age: ${AGE}`),
    });
    const text = await encrypt({
      path: PATH_OF_SECRET,
      wholeFile: false,
      tree: tree({ password: PASSWORD }),
    });
    expect(decrypt(text, 'age').stringData).toEqual({ password: PASSWORD });
  });

  describe('returns nothing, and gives nothing away,', () => {
    it.each([
      {
        reason: 'when there is no such binary',
        options: async () => ({ binary: '/no/such/sops' }),
        name: 'ServiceUnavailableError',
        says: 'The sops binary /no/such/sops could not be started: spawn /no/such/sops ENOENT. Correct databases.sops.binary',
      },
      {
        reason: 'when it may not see the key',
        options: async () => ({ environment: [] }),
        name: 'ServiceUnavailableError',
        says: 'Check that the portal may use every key of the rule, and that databases.sops.environment names the variables sops needs',
      },
      {
        reason: 'when it is killed',
        options: async () => ({ binary: await script('cat >&2; kill -9 $$') }),
        name: 'ServiceUnavailableError',
        says: 'it ended with SIGKILL',
      },
      {
        reason: 'when it gives back its input and says that all is well',
        options: async () => ({ binary: await script('/bin/cat') }),
        name: 'NotEncryptedError',
        says: '',
      },
      {
        reason: 'when it says nothing and that all is well',
        options: async () => ({ binary: await script('/bin/cat >/dev/null') }),
        name: 'InvalidDocumentError',
        says: '',
      },
      {
        reason: 'when it leaves out a recipient',
        options: async () => ({
          binary: await script(
            `cd / && exec ${binaries.sops} encrypt --age ${AGE} --encrypted-regex '^(data|stringData)$' --input-type json --output-type yaml --filename-override x.yaml`,
          ),
        }),
        name: 'ProofError',
        says: pgp.fingerprint,
      },
      {
        reason: 'when it encrypts less than the rule wants',
        options: async () => ({
          binary: await script(
            `cd / && exec ${binaries.sops} encrypt --age ${AGE} --pgp ${pgp.fingerprint} --encrypted-regex '^data$' --input-type json --output-type yaml --filename-override x.yaml`,
          ),
        }),
        name: 'ProofError',
        says: 'stringData',
      },
    ])('$reason', async ({ options, name, says }) => {
      const encrypt = await encrypter(await options());
      const error: Error = await encrypt({
        path: PATH_OF_SECRET,
        wholeFile: false,
        tree: tree({ password: PASSWORD }),
      }).then(
        () => new Error('it was encrypted'),
        thrown => thrown,
      );
      expect(error.name).toBe(name);
      expect(error.message).toContain(says);
      expect(
        scanForSecret(
          { password: PASSWORD },
          `${error.message} ${error.stack} ${JSON.stringify(error)}`,
          'the error',
        ),
      ).toEqual([]);
    });
  });

  it('is needed for the rule of these tests', async () => {
    const { configs } = await readSopsRules(
      async paths => new Map(paths.map(path => [path, both])),
      ['shop.yaml'],
    );
    const [config] = configs;
    const { rule } = findCreationRule([config], PATH_OF_SECRET);
    expect(unsupportedRecipients(rule).map(({ id }) => id)).toEqual([
      pgp.fingerprint,
    ]);
  });
});

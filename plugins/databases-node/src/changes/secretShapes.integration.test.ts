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
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import {
  PlannedSecret,
  SecretShapeId,
} from '@basewell/plugin-databases-common';
import { parseSopsConfig } from '@basewell/sops';
import { binaries, describeWithServers } from '@basewell/testkit';
import fc from 'fast-check';
import { parse } from 'yaml';
import { encryptionFact } from '../planning/encryptionFact';
import { encryptWithSops } from './encryptWithSops';
import { sealPlan } from './sealPlan';

const AGE = 'age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct';
const AGE_KEYS = join(
  __dirname,
  '../../../../examples/canon/keys/TEST-ONLY-age.txt',
);
const RUNS = 3;
const PATH = 'secrets/shop.yaml';

/** In place of KSOPS: a kustomize function that decrypts with the real sops. */
const ksops = `#!${process.execPath}
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { parse, stringify } = require(${JSON.stringify(require.resolve('yaml'))});
const { functionConfig } = parse(readFileSync(0, 'utf8'));
const items = functionConfig.files.map(file =>
  parse(execFileSync(${JSON.stringify(binaries.sops)}, ['decrypt', file], { encoding: 'utf8' })),
);
process.stdout.write(stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items }));
`;

const kustomization =
  'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
const generator =
  'apiVersion: viaduct.ai/v1\nkind: ksops\nmetadata:\n  name: g\n  annotations:\n    config.kubernetes.io/function: "exec: {path: ksops}"\nfiles: [./shop.yaml]\n';

/** Any text that a Kubernetes Secret may hold. */
const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

describeWithServers('sops', 'kustomize')('a sealed secret', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-shapes-'));
    await write('ksops', ksops);
    await chmod(join(folder, 'ksops'), 0o755);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function write(path: string, text: string) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  function run(binary: string, args: readonly string[], input?: string) {
    const output = execFileSync(binary, args, {
      cwd: folder,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: [folder, process.env.PATH].join(delimiter),
        SOPS_AGE_KEY_FILE: AGE_KEYS,
      },
    });
    return parse(output);
  }

  /** What kustomize makes of the folder, as Argo CD and Flux run it. */
  function build() {
    return run(binaries.kustomize, [
      ...['build', '--enable-alpha-plugins', '--enable-exec'],
      'secrets',
    ]);
  }

  /** Who decrypts after kustomize gets keys in another order, and checks no MAC. */
  function decryptBuilt() {
    return run(
      binaries.sops,
      [
        ...['decrypt', '--ignore-mac'],
        ...['--input-type', 'json', '--output-type', 'json'],
      ],
      JSON.stringify(build()),
    );
  }

  const listed = () =>
    write(
      'secrets/kustomization.yaml',
      `${kustomization}resources: [shop.yaml]\n`,
    );
  const generated = async () => {
    await write('secrets/gen.yaml', generator);
    await write(
      'secrets/kustomization.yaml',
      `${kustomization}generators: [gen.yaml]\n`,
    );
  };

  it.each<{
    shape: SecretShapeId;
    reason: string;
    options: string;
    list: () => Promise<void>;
    arrives: () => any;
  }>([
    {
      shape: 'plainSops',
      reason: 'values only, decrypted after kustomize',
      options: 'encrypted_regex: ^(data|stringData)$',
      list: listed,
      arrives: decryptBuilt,
    },
    {
      shape: 'ksops',
      reason: 'values only',
      options: 'encrypted_regex: ^(data|stringData)$',
      list: generated,
      arrives: build,
    },
    {
      shape: 'ksops',
      reason: 'the whole file',
      options: 'mac_only_encrypted: true',
      list: generated,
      arrives: build,
    },
    {
      shape: 'sopsSecret',
      reason: 'whole templates, decrypted in the cluster',
      options: 'encrypted_suffix: Templates',
      list: listed,
      arrives: decryptBuilt,
    },
    {
      shape: 'sopsSecret',
      reason: 'values only',
      options: 'encrypted_regex: ^(data|stringData)$',
      list: listed,
      arrives: decryptBuilt,
    },
  ])('arrives as it was meant: $shape, $reason', async row => {
    const { shape, options, list, arrives } = row;
    const configs = [
      parseSopsConfig(
        `creation_rules: [{age: ${AGE}, ${options}}]`,
        '.sops.yaml',
      ),
    ];
    await list();
    await fc.assert(
      fc.asyncProperty(value, value, async (password, token) => {
        const provided = { password, token };
        const planned = secretOf(shape, encryptionFact(configs, PATH, false));
        const sealed = await sealPlan(
          { files: [planned] },
          {
            existing: new Set(),
            encrypt: encryptWithSops(configs, new Date()),
            random: randomBytes,
            provided,
          },
        );
        const text = sealed.get(PATH)!;
        await write(PATH, text);
        // By the command line, with its MAC.
        const { kind } = run(binaries.sops, ['decrypt', PATH]);
        expect(kind).toBe(shape === 'sopsSecret' ? 'SopsSecret' : 'Secret');

        const secret = { type: 'Opaque', stringData: { password, token } };
        expect(arrives()).toMatchObject({
          metadata: { name: 'shop', namespace: 'databases' },
          ...(shape === 'sopsSecret'
            ? { spec: { secretTemplates: [{ name: 'shop', ...secret }] } }
            : secret),
        });
      }),
      { numRuns: RUNS },
    );
  });
});

function secretOf(
  shape: SecretShapeId,
  encryption: PlannedSecret['encryption'],
): PlannedSecret {
  return {
    kind: 'secret',
    repository: 'platform',
    path: PATH,
    change: 'create',
    purpose: 'a secret',
    shape,
    secret: {
      name: 'shop',
      namespace: 'databases',
      type: 'Opaque',
      labels: { 'basewell.dev/app': 'shop' },
      annotations: {},
      values: {
        password: { from: 'provided', name: 'password' },
        token: { from: 'provided', name: 'token' },
      },
    },
    encryption,
  };
}

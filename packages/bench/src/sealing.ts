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

import {
  type CreationRule,
  decrypt,
  encryptTree,
  findCreationRule,
  parseSopsConfig,
} from '@basewell/sops';
import { binaries } from '@basewell/testkit';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import type { Benchmark, Variant } from './runBenchmark';

/** Key pairs made for this benchmark. They protect nothing. */
const identity =
  'AGE-SECRET-KEY-1J79R5UMVT7WAEQPRJN7L85UD845KVJ5HEFM9JXVP0463UCGGTNQQ4NNL5X';
const recipients = [
  'age10a6hnmuyyjgyxfytjhty7g8qhn8qclde082muz0v40uvjamjggvs6um43p',
  'age1278xem30puvrqfzmy0ev9kpje2pgcrfjvmky6nrsc432jedylq2q0azqjw',
  'age1tdw9xf9kp2qzcgf4zwmlsuxrsr0mz3d4ancmy46fzkx3pcdnve2s64yqdj',
];
const config = `creation_rules:
  - encrypted_regex: ^(data|stringData)$
    age: [${recipients.join(', ')}]
`;
const values = 10;

type Tree = Parameters<typeof encryptTree>[0];
type Sealing = Variant<readonly string[]>;

/**
 * Sealing the files of a pull request: Secrets of ten values, for three X25519
 * recipients each, one after the other.
 *
 * - ours: with the proof that is part of every encryption
 * - ours without X25519 in the runtime, as in older browsers
 * - sops: the real command, one process a file, since it encrypts no more at once
 * - limit: the key agreements, encryptions and hashes alone, in WebCrypto
 *
 * @public
 */
export function sealing(options: {
  readonly files: number;
}): Benchmark<readonly string[]> {
  const trees = Array.from({ length: options.files }, (_, file): Tree => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `secret-${file}` },
    stringData: Object.fromEntries(
      Array.from({ length: values }, (__, value) => [
        `KEY_${value}`,
        `correct horse battery staple ${file} ${value}`,
      ]),
    ),
  }));
  const { rule } = findCreationRule(
    [parseSopsConfig(config, '.sops.yaml')],
    'secret.yaml',
  );
  const folder = mkdtempSync(join(tmpdir(), 'sealing-'));
  writeFileSync(join(folder, '.sops.yaml'), config);
  const check = (texts: readonly string[]) => checkAll(texts, trees);
  return {
    id: 'sealing',
    variants: [
      {
        name: 'ours',
        role: 'ours',
        run: () => sealAll(trees, rule),
        async check(texts) {
          await check(texts);
          await checkWithSops(texts[0], folder);
        },
      },
      {
        name: 'ours, X25519 in JavaScript',
        role: 'ours',
        run: () => withoutX25519(() => sealAll(trees, rule)),
        check,
      },
      sops(trees, folder, check),
      {
        name: 'WebCrypto alone',
        role: 'limit',
        run: () => leastWork(trees),
        check: async () => {},
      },
    ],
    end: () => rmSync(folder, { recursive: true }),
  };
}

async function sealAll(
  trees: readonly Tree[],
  rule: CreationRule,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const tree of trees) {
    texts.push(
      await encryptTree(tree, { format: 'yaml', rule, now: new Date() }),
    );
  }
  return texts;
}

async function withoutX25519<T>(run: () => Promise<T>): Promise<T> {
  const { subtle } = crypto;
  const { generateKey } = subtle;
  subtle.generateKey = async () => {
    throw new DOMException('switched off', 'NotSupportedError');
  };
  try {
    return await run();
  } finally {
    subtle.generateKey = generateKey;
  }
}

function sops(
  trees: readonly Tree[],
  folder: string,
  check: Sealing['check'],
): Sealing {
  const names = trees.map((tree, index) => {
    const name = `secret-${index}.json`;
    writeFileSync(join(folder, name), JSON.stringify(tree));
    return name;
  });
  const binary = binaries.sops;
  return {
    name: 'sops, a process a file',
    role: 'peer',
    async run() {
      const texts: string[] = [];
      for (const name of names) {
        const args = ['encrypt', '--output-type', 'yaml', name];
        const { stdout } = await promisify(execFile)(binary, args, {
          cwd: folder,
          env: {},
        });
        texts.push(stdout);
      }
      return texts;
    },
    check,
  };
}

async function checkAll(
  texts: readonly string[],
  trees: readonly Tree[],
): Promise<void> {
  for (const [index, text] of texts.entries()) {
    const { tree } = await decrypt(text, { identities: [identity] });
    const recipientCount = text.match(/recipient: age1/g)?.length;
    if (
      !isDeepStrictEqual(tree, trees[index]) ||
      recipientCount !== recipients.length
    ) {
      throw new Error(`file ${index} is not what was sealed`);
    }
  }
}

async function checkWithSops(text: string, folder: string): Promise<void> {
  writeFileSync(join(folder, 'ours.yaml'), text);
  await promisify(execFile)(binaries.sops, ['decrypt', 'ours.yaml'], {
    cwd: folder,
    env: { SOPS_AGE_KEY: identity },
  });
}

/** No formats, no stanzas, no proof: what cannot be left out. */
async function leastWork(trees: readonly Tree[]): Promise<readonly string[]> {
  const { subtle } = crypto;
  const peer = (await subtle.generateKey({ name: 'X25519' }, false, [
    'deriveBits',
  ])) as CryptoKeyPair;
  for (const { stringData } of trees) {
    for (const _ of recipients) {
      const own = (await subtle.generateKey({ name: 'X25519' }, false, [
        'deriveBits',
      ])) as CryptoKeyPair;
      await subtle.deriveBits(
        { name: 'X25519', public: peer.publicKey },
        own.privateKey,
        256,
      );
    }
    const plain = Object.values(stringData as Record<string, string>).map(
      value => new TextEncoder().encode(value),
    );
    const digest = await subtle.digest('SHA-512', Buffer.concat(plain));
    const key = await subtle.generateKey(
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt'],
    );
    await Promise.all(
      [...plain, digest].map(bytes =>
        subtle.encrypt(
          { name: 'AES-GCM', iv: crypto.getRandomValues(new Uint8Array(32)) },
          key,
          bytes,
        ),
      ),
    );
  }
  return [];
}

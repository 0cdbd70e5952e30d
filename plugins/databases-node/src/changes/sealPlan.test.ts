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

import { randomBytes } from 'node:crypto';
import { PlannedSecret, SecretDraft } from '@basewell/plugin-databases-common';
import { sealPlan, SealOptions, SecretTree } from './sealPlan';

const password = {
  from: 'generated',
  id: 'shop/dev/password',
  length: 32,
} as const;

function planned(
  path: string,
  values: SecretDraft['values'],
  change: PlannedSecret['change'] = 'create',
): PlannedSecret {
  return {
    kind: 'secret',
    repository: 'platform',
    path,
    change,
    purpose: 'a secret',
    secret: {
      name: 'shop',
      namespace: 'databases',
      type: 'Opaque',
      labels: {},
      annotations: {},
      values,
    },
    encryption: {
      state: 'covered',
      config: '.sops.yaml',
      rule: 1,
      recipients: ['age1test'],
      unsupported: [],
      encrypts: 'values',
      fields: ['encrypted_regex'],
      warnings: [],
    },
  };
}

const bootstrap = planned('secrets/databases/shop.yaml', {
  username: { from: 'literal', value: 'shop' },
  password,
});
const runtime = planned('secrets/web-shop-dev/env.yaml', {
  DATABASE_URI: {
    from: 'connectionUri',
    scheme: 'postgresql',
    user: 'shop',
    password,
    host: 'shop-dev-cnpg-rw.databases.svc',
    port: 5432,
    database: 'shop',
    parameters: {},
  },
});

function options(own: Partial<SealOptions> = {}): SealOptions {
  return {
    existing: new Set(),
    random: randomBytes,
    provided: {},
    encrypt: async () => 'ciphertext',
    ...own,
  };
}

/** Wherever the shape has them. */
function valuesOf(tree: SecretTree): { readonly [key: string]: Uint8Array } {
  return tree.kind === 'Secret'
    ? tree.stringData
    : tree.spec.secretTemplates[0].stringData;
}

describe('sealPlan', () => {
  it('gives the encrypter whole Secrets with one password, and overwrites it', async () => {
    const seen: { path: string; tree: SecretTree; text: string[] }[] = [];
    const sealed = await sealPlan(
      { files: [bootstrap, runtime] },
      options({
        async encrypt({ path, tree }) {
          const text = Object.values(valuesOf(tree)).map(bytes =>
            Buffer.from(bytes).toString(),
          );
          seen.push({ path, tree, text });
          return `sealed ${path}`;
        },
      }),
    );
    expect([...sealed]).toEqual([
      ['secrets/databases/shop.yaml', 'sealed secrets/databases/shop.yaml'],
      ['secrets/web-shop-dev/env.yaml', 'sealed secrets/web-shop-dev/env.yaml'],
    ]);
    const [user, secret] = seen[0].text;
    expect(user).toBe('shop');
    expect(secret).toHaveLength(32);
    expect(seen[1].text).toEqual([
      `postgresql://shop:${secret}@shop-dev-cnpg-rw.databases.svc:5432/shop`,
    ]);
    expect(seen[0].tree).toMatchObject({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'shop', namespace: 'databases' },
      type: 'Opaque',
    });
    expect([...valuesOf(seen[0].tree).password]).toEqual(Array(32).fill(0));
    expect(valuesOf(seen[1].tree).DATABASE_URI.every(byte => byte === 0)).toBe(
      true,
    );
  });

  it('overwrites the values when encryption fails', async () => {
    let leaf: Uint8Array | undefined;
    await expect(
      sealPlan(
        { files: [bootstrap] },
        options({
          async encrypt({ tree }) {
            leaf = valuesOf(tree).password;
            throw new Error('no recipients');
          },
        }),
      ),
    ).rejects.toThrow('no recipients');
    expect(leaf!.every(byte => byte === 0)).toBe(true);
  });

  it('keeps what exists, on the base and on the branch', async () => {
    const sealed = await sealPlan(
      { files: [{ ...bootstrap, change: 'none' }, runtime] },
      options({ existing: new Set([runtime.path]) }),
    );
    expect([...sealed.keys()]).toEqual([]);
  });

  it.each([
    {
      reason: 'the bootstrap secret is on the base',
      files: [{ ...bootstrap, change: 'none' as const }, runtime],
      existing: [],
      missing: runtime.path,
    },
    {
      reason: 'only the runtime secret is on the branch',
      files: [bootstrap, runtime],
      existing: [runtime.path],
      missing: bootstrap.path,
    },
  ])(
    'refuses half a password: $reason',
    async ({ files, existing, missing }) => {
      await expect(
        sealPlan({ files }, options({ existing: new Set(existing) })),
      ).rejects.toThrow(
        expect.objectContaining({
          name: 'ConflictError',
          message: expect.stringContaining(`so ${missing} cannot be made`),
        }),
      );
    },
  );

  it.each([
    { shape: 'plainSops', kind: 'Secret', wholeFile: false },
    { shape: 'ksops', kind: 'Secret', wholeFile: true },
    { shape: 'sopsSecret', kind: 'SopsSecret', wholeFile: false },
  ] as const)('writes a $kind for $shape', async ({ shape, ...expected }) => {
    const seen: object[] = [];
    await sealPlan(
      { files: [{ ...bootstrap, shape }] },
      options({
        async encrypt({ tree, wholeFile }) {
          const { metadata, kind } = tree;
          const keys = Object.keys(valuesOf(tree));
          seen.push({ kind, wholeFile, name: metadata.name, keys });
          return 'ciphertext';
        },
      }),
    );
    const keys = ['username', 'password'];
    expect(seen).toEqual([{ ...expected, name: 'shop', keys }]);
  });
});

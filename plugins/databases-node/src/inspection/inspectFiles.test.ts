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

import { InspectedFile } from '@basewell/plugin-databases-common/domain';
import fc from 'fast-check';
import { inspectFiles } from './inspectFiles';

async function inspect(
  text: string,
  others: { readonly [path: string]: string } = {},
): Promise<InspectedFile> {
  const files = new Map(Object.entries({ 'app/file.yaml': text, ...others }));
  const tree = await inspectFiles(files);
  return tree.files.find(({ path }) => path === 'app/file.yaml')!;
}

const envelope = (bytes: number, iv: string = 'AAAA') =>
  `ENC[AES256_GCM,data:${Buffer.alloc(bytes).toString('base64')},iv:${iv},tag:AAAA,type:str]`;
const metadata = `sops:
  age: [{ recipient: age1alice, enc: none }]
  encrypted_regex: ^(data|stringData)$
  lastmodified: "2026-11-01T00:00:00Z"
  mac: ${envelope(128)}
  version: 3.13.0
`;
const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\n';

describe('the Secrets of a document', () => {
  it.each([
    {
      reason: 'a Secret in clear',
      text: `${secret}  namespace: databases\n  labels: { cnpg.io/reload: "true" }\nstringData:\n  password: correct-horse\n`,
      format: 'plain',
      secrets: [
        {
          namespace: 'databases',
          name: 'shop',
          reloads: true,
          keys: [{ name: 'password', line: 8, state: 'clear', length: 13 }],
        },
      ],
    },
    {
      reason: 'SOPS, whose lengths of base64 are those of bytes',
      text: `${secret}data:\n  password: ${envelope(32)}\n${metadata}`,
      format: 'sops',
      secrets: [{ name: 'shop', keys: [{ state: 'encrypted', length: 24 }] }],
    },
    {
      reason: 'base64 in clear, whose length is exact',
      text: `${secret}data:\n  password: Y29ycmVjdA==\n`,
      format: 'plain',
      secrets: [{ keys: [{ state: 'clear', length: 7 }] }],
    },
    {
      reason: 'a SealedSecret',
      text: 'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: sealed, namespace: databases }\nspec:\n  encryptedData:\n    password: AgBv\n  template:\n    type: kubernetes.io/basic-auth\n',
      format: 'sealed-secret',
      secrets: [
        {
          name: 'sealed',
          namespace: 'databases',
          type: 'kubernetes.io/basic-auth',
          keys: [{ name: 'password', state: 'sealed', line: 6 }],
        },
      ],
    },
    {
      reason: 'the templates of a SopsSecret',
      text: `apiVersion: isindir.github.com/v1alpha3\nkind: SopsSecret\nmetadata: { name: all, namespace: databases }\nspec:\n  secretTemplates:\n    - name: one\n      stringData:\n        password: ${envelope(20)}\n    - name: two\n      data:\n        password: ${envelope(20)}\n${metadata}`,
      format: 'sops',
      secrets: [
        { name: 'one', namespace: 'databases', keys: [{ length: 20 }] },
        { name: 'two', namespace: 'databases', keys: [{ length: 15 }] },
      ],
    },
    {
      reason: 'the items of a List',
      text: 'apiVersion: v1\nkind: List\nitems:\n  - kind: Secret\n    metadata: { name: one }\n    stringData: { a: x }\n  - kind: Secret\n    metadata: { name: two }\n    stringData: { b: y }\n',
      format: 'plain',
      secrets: [{ name: 'one' }, { name: 'two' }],
    },
    {
      reason: 'the literals of a kustomization, and no files',
      text: 'namespace: shop\nsecretGenerator:\n  - name: env\n    literals:\n      - password=correct=horse\n      - username=shop\n  - name: other\n    files: [a.txt]\n',
      format: 'plain',
      secrets: [
        {
          name: 'env',
          namespace: 'shop',
          keys: [
            { name: 'password', line: 5, state: 'clear', length: 13 },
            { name: 'username', line: 6 },
          ],
        },
      ],
    },
    {
      reason: 'nothing in a ConfigMap',
      text: 'kind: ConfigMap\ndata: { password: x }\n# kind: Secret\n',
      format: 'other',
      secrets: [],
    },
  ])('are: $reason', async ({ text, format, secrets }) => {
    const [document] = (await inspect(text)).documents;
    expect(document).toMatchObject({ format, secrets });
    expect(document.secrets).toHaveLength(secrets.length);
  });

  it('have the namespace that the kustomization of their folder says', async () => {
    const { documents } = await inspect(`${secret}stringData: { a: x }\n`, {
      'app/kustomization.yaml': 'namespace: shop\nresources: [file.yaml]\n',
    });
    expect(documents[0].secrets[0].namespace).toBe('shop');
  });
});

describe('the state of a value', () => {
  it.each([
    { value: '""', state: 'empty' },
    { value: '~', state: 'empty' },
    { value: 'changeme', state: 'example' },
    { value: '<your password>', state: 'example' },
    { value: 'your-password-here', state: 'example' },
    { value: '"postgres://shop:<password>@db/shop"', state: 'example' },
    { value: '${SHOP_PASSWORD}', state: 'later' },
    { value: '"{{ .Values.password }}"', state: 'later' },
    { value: '<path:kv/data/shop#password>', state: 'later' },
    { value: 'ref+vault://kv/shop#/password', state: 'later' },
    { value: 'vault:secret/data/shop#password', state: 'later' },
    { value: 'op://vault/item/password', state: 'later' },
    { value: 'hunter2', state: 'clear' },
    { value: '12345678', state: 'clear' },
    { value: 'examplesque-but-long', state: 'clear' },
    { value: envelope(3), state: 'encrypted' },
  ])('of $value is $state', async ({ value, state }) => {
    const { documents } = await inspect(
      `${secret}stringData:\n  password: ${value}\n`,
    );
    expect(documents[0].secrets[0].keys).toMatchObject([{ state }]);
  });
});

it('gives the same fingerprint to the same IV, and not to another', async () => {
  const text = `a: ${envelope(3, 'AAAA')}\nb: ${envelope(9, 'AAAA')}\nc: ${envelope(3, 'BBBB')}\n`;
  const [one, two, three] = (await inspect(text)).documents[0].values;
  expect(one.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(two.fingerprint).toBe(one.fingerprint);
  expect(three.fingerprint).not.toBe(one.fingerprint);
});

it('follows aliases and merge keys', async () => {
  const { documents } = await inspect(
    `x: &labels { cnpg.io/reload: "true" }\nkind: Secret\nmetadata:\n  name: shop\n  labels: { <<: *labels }\nstringData: { a: b }\n`,
  );
  expect(documents[0].secrets[0].reloads).toBe(true);
});

describe('what cannot be read', () => {
  it.each([
    {
      reason: 'a template of Helm, which is not to be read',
      text: 'kind: Secret\n{{- if .x }}\ndata: {}\n{{ end }}\n',
      unreadable: undefined,
    },
    {
      reason: 'a file that speaks of no secret',
      text: 'a: [\n',
      unreadable: undefined,
    },
    {
      reason: 'a merge that nobody finished',
      text: `${secret}<<<<<<< HEAD\n`,
      unreadable: { line: 5, reason: expect.any(String) },
    },
    {
      reason: 'aliases that grow without end',
      text: `kind: Secret\na: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdef'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${`*${'abcde'[index]}, `.repeat(10)}]\n`,
        )
        .join('')}`,
      unreadable: { line: expect.any(Number), reason: expect.any(String) },
    },
  ])('is said of $reason', async ({ text, unreadable }) => {
    const file = await inspect(text);
    expect(file.unreadable).toEqual(unreadable);
    expect(file.documents).toEqual([]);
  });
});

describe('never throws', () => {
  it.each([
    {
      reason: 'lists in lists',
      text: `kind: Secret\na: ${'['.repeat(50_000)}`,
    },
    {
      reason: 'lists in lists that end',
      text: `kind: Secret\na: ${'['.repeat(9_000)}${']'.repeat(9_000)}`,
    },
    {
      reason: 'maps in maps',
      text: `kind: Secret\n${Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')}`,
    },
    { reason: 'an alias of itself', text: 'kind: Secret\na: &a\n  b: *a\n' },
    { reason: 'an alias of nothing', text: 'kind: Secret\na: *b\n' },
    {
      reason: 'tags of its own',
      text: 'kind: Secret\ndata: !x { a: !!binary "=" }\n',
    },
    {
      reason: 'keys that are no text',
      text: 'kind: Secret\n? { a: b }\n: c\n1: d\n',
    },
    {
      reason: 'the same key twice',
      text: 'kind: Secret\ndata: {}\ndata: { a: b }\n',
    },
    {
      reason: 'half a surrogate pair',
      text: 'kind: Secret\ndata: { a: "\\ud800" }\n',
    },
    { reason: 'a list', text: '- kind: Secret\n- sops: { mac: x }\n' },
    {
      reason: 'SOPS of another shape',
      text: 'kind: Secret\nsops: { age: x, mac: [1], lastmodified: 2026-01-01 }\n',
    },
  ])('for $reason', async ({ text }) => {
    await expect(inspect(text)).resolves.toBeDefined();
  });

  it('for any text', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...['kind: Secret\n', 'sops:\n', '  mac: x\n', 'data:\n', '---\n'],
        ...['  - ', '{', '[', '&a ', '*a ', '"', "'", '|\n', '!!', '<<: '],
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async pieces => {
        const text = `kind: Secret\n${pieces.join('')}`;
        const files = ['a.yaml', '.sops.yaml', '.basewell.yaml'];
        const tree = await inspectFiles(
          new Map(files.map(path => [path, text])),
        );
        expect(tree.files).toHaveLength(files.length);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  { reason: 'a chart of the operator', text: 'sops:\n  enabled: true\n' },
  { reason: 'a word', text: 'sops: yes\nx: ENC[AES256_GCM,broken\n' },
])('takes $reason for no SOPS file', async ({ text }) => {
  expect((await inspect(text)).sops).toBeUndefined();
});

it('keeps where values come from, without the values', async () => {
  const { documents } = await inspect(`apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: shop, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  target: { template: { data: { user: literal-value } } }
  data:
    - remoteRef: { key: kv/shop, property: password }
    - remoteRef: { key: kv/other }
      sourceRef: { storeRef: { name: own } }
  dataFrom:
    - extract: { key: kv/all }
`);
  expect(documents[0].sources).toEqual([
    {
      line: 8,
      store: 'ClusterSecretStore vault',
      path: 'kv/shop',
      property: 'password',
    },
    { line: 9, store: 'SecretStore shop/own', path: 'kv/other' },
    { line: 12, store: 'ClusterSecretStore vault', path: 'kv/all' },
  ]);
  expect(JSON.stringify(documents)).not.toContain('literal-value');
});

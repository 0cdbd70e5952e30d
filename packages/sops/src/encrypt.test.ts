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

import { testKeys } from './__testUtils__/testKeys';
import { testConfig, testRule } from './__testUtils__/testRule';
import { decrypt } from './decrypt';
import { encrypt } from './encrypt';
import { readMetadata } from './readMetadata';

const now = new Date('2026-01-31T12:00:00.999Z');
const identities = [testKeys.alice.identity];
const secret = `apiVersion: v1
kind: Secret
metadata:
    name: orders-db
data: {}
stringData:
    # rotate by pull request
    password: topsecret-topsecret
    empty: ""
    nothing: null
`;

describe('encrypt', () => {
  it('lays the file out as sops does', async () => {
    const text = await encrypt(secret, {
      format: 'yaml',
      rule: testRule(),
      now,
    });
    expect(
      text
        .replaceAll(/ENC\[AES256_GCM,data:[^,]+,iv:[^,]+,tag:[^,]+/g, 'ENC[…')
        .replaceAll(/(?: {12}[\w+/=]+\n)+/g, '            …\n'),
    ).toBe(`apiVersion: v1
kind: Secret
metadata:
    name: orders-db
data: {}
stringData:
    #ENC[…,type:comment]
    password: ENC[…,type:str]
    empty: ""
    nothing: null
sops:
    age:
        - enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
            …
            -----END AGE ENCRYPTED FILE-----
          recipient: ${testKeys.alice.recipient}
    encrypted_regex: "^(data|stringData)$"
    lastmodified: "2026-01-31T12:00:00Z"
    mac: ENC[…,type:str]
    version: "3.13.0"
`);
  });

  it('comes back as it was, comments included', async () => {
    const text = await encrypt(secret, {
      format: 'yaml',
      rule: testRule(),
      now,
    });
    const {
      tree,
      documents,
      text: clear,
    } = await decrypt(text, { identities });
    expect(clear).toBe(secret);
    expect(tree).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'orders-db' },
      data: {},
      stringData: { password: 'topsecret-topsecret', empty: '', nothing: null },
    });
    expect(documents).toEqual([tree]);
  });

  it('indents as .sops.yaml says', async () => {
    const rule = testRule(
      `stores: {yaml: {indent: 2}, json: {indent: 1}}\n${testConfig}`,
    );
    expect(
      await encrypt('data: {a: b}', { format: 'yaml', rule, now }),
    ).toMatch(/^data:\n {2}a: ENC/);
    expect(
      await encrypt('{"data": {"a": "b"}}', { format: 'json', rule, now }),
    ).toMatch(/^\{\n "data": \{\n {2}"a": "ENC/);
  });

  it('uses 32 random bytes for each key and value, once', async () => {
    const lengths: number[] = [];
    const random = (length: number) => {
      lengths.push(length);
      return crypto.getRandomValues(new Uint8Array(length));
    };
    const rule = testRule();
    await encrypt('data: {a: b, c: d}', { format: 'yaml', rule, now, random });
    // The data key, two values, the MAC.
    expect(lengths).toEqual([32, 32, 32, 32]);
    await expect(
      encrypt('data: {a: b, c: d}', {
        format: 'yaml',
        rule,
        now,
        random: length => new Uint8Array(length),
      }),
    ).rejects.toThrow('must return 32 new bytes');
  });

  it('has one data key for all documents, and other ciphertext each time', async () => {
    const source = 'data: {a: b}\n---\ndata: {a: b}\n';
    const options = { format: 'yaml', rule: testRule(), now } as const;
    const texts = [
      await encrypt(source, options),
      await encrypt(source, options),
    ];
    const values = texts.flatMap(text => text.match(/ENC\[[^\]]+\]/g)!);
    // Two values, and the MAC once for each document.
    expect(values).toHaveLength(8);
    expect(new Set(values).size).toBe(6);
    expect((await decrypt(texts[0], { identities })).documents).toEqual([
      { data: { a: 'b' } },
      { data: { a: 'b' } },
    ]);
  });

  it.each([
    [
      'what is encrypted already',
      'data: {a: b}\nsops: {}\n',
      'ALREADY_ENCRYPTED',
    ],
    ['a merge key', 'x: &x {a: b}\ndata: {<<: *x}\n', 'INVALID_DOCUMENT'],
    [
      'a comment in an encrypted list',
      'data: {a: [\n# c\nb]}\n',
      'INVALID_DOCUMENT',
    ],
    [
      'a document without any secret',
      'kind: Secret\ndata: {}\n',
      'PROOF_FAILED',
    ],
    [
      'ciphertext that is not ours to decrypt',
      'a: ENC[AES256_GCM,x]\ndata: {a: b}\n',
      'PROOF_FAILED',
    ],
  ])('refuses %s', async (_, source, code) => {
    await expect(
      encrypt(source, { format: 'yaml', rule: testRule(), now }),
    ).rejects.toMatchObject({ code });
  });

  it('has metadata that can be read', async () => {
    const text = await encrypt(secret, {
      format: 'yaml',
      rule: testRule(),
      now,
    });
    expect(readMetadata(text)).toMatchObject({
      keyGroups: [[{ type: 'age', id: testKeys.alice.recipient }]],
      selector: { option: 'encrypted_regex', value: '^(data|stringData)$' },
      lastModified: '2026-01-31T12:00:00Z',
      macOnlyEncrypted: false,
      shamirThreshold: undefined,
      version: '3.13.0',
    });
  });
});

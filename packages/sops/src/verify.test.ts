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
import { testRule } from './__testUtils__/testRule';
import { encryptTree } from './encryptTree';
import { verify } from './verify';

const now = new Date('2026-01-31T12:00:00Z');
const { alice, bob } = testKeys;
const rule = testRule();
const identities = [alice.identity];

const seal = (tree: Parameters<typeof encryptTree>[0]) =>
  encryptTree(tree, { format: 'yaml', rule, now });
const good = () =>
  seal({ kind: 'Secret', stringData: { password: '0123456789abcdef' } });
const codes = async (...args: Parameters<typeof verify>) =>
  (await verify(...args)).map(({ code, path }) => [code, path]);

describe('verify', () => {
  it('finds nothing in a good file', async () => {
    expect(await verify(await good(), { rule, identities })).toEqual([]);
  });

  it.each<[string, (text: string) => string, string[][]]>([
    [
      'a value in clear',
      text => text.replace(/password: ENC.*/, 'password: topsecret'),
      [['clear-value', 'stringData.password']],
    ],
    [
      'no MAC',
      text => text.replace(/ {4}mac: .*\n/, ''),
      [['missing-mac', 'sops.mac']],
    ],
    [
      'a recipient of others',
      text => text.replace(alice.recipient, bob.recipient),
      [['recipients-differ', 'sops']],
    ],
    [
      'no metadata',
      text => text.replace(/^sops:[^]*/m, ''),
      [['not-encrypted', '']],
    ],
    ['no YAML', () => 'a: [', [['unreadable', '']]],
    [
      'no keys',
      text => text.replace(/ {4}age:[^]*s6um43p\n/, ''),
      [['invalid-metadata', '']],
    ],
  ])('without a key: %s', async (_, change, expected) => {
    const found = await codes(change(await good()), { rule });
    expect(found).toEqual(expected);
  });

  it.each<[string, (text: string) => string, string[][]]>([
    ['a tag', text => text.replace(/(password: .*tag:)./, '$1_'), []],
    [
      'a value changed',
      text => text.replace(/(password: ENC\[AES256_GCM,data:)./, '$1/'),
      [['value-not-authentic', 'stringData.password']],
    ],
    [
      'clear text changed',
      text => text.replace('kind: Secret', 'kind: secret'),
      [['mac-mismatch', 'sops.mac']],
    ],
  ])('with a key: %s', async (_, change, expected) => {
    const found = await codes(change(await good()), { identities });
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found).not.toEqual([]);
  });

  it('tells that the identities do not open the file', async () => {
    const found = await verify(await good(), { identities: [bob.identity] });
    expect(found).toEqual([
      {
        code: 'no-data-key',
        path: 'sops',
        message: expect.stringContaining(alice.recipient),
      },
    ]);
  });

  it.each([
    ['stringData', 'password', 15, true],
    ['stringData', 'password', 16, false],
    ['stringData', 'DB_PASSWORD', 8, true],
    ['stringData', 'apiToken', 8, true],
    ['stringData', 'username', 3, false],
    ['data', 'password', 20, true],
    ['data', 'password', 24, false],
  ])('%s.%s of %d bytes: short %p', async (field, key, length, short) => {
    const text = await seal({ [field]: { [key]: 'x'.repeat(length) } });
    expect(await codes(text)).toEqual(
      short ? [['short-value', `${field}.${key}`]] : [],
    );
  });

  it('finds ciphertext copied from another file', async () => {
    const text = await good();
    const others = [
      { name: 'prod/a.yaml', text },
      { name: 'prod/b.yaml', text: await good() },
    ];
    const found = await verify(text, { others });
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['copied-ciphertext', 'stringData.password'],
      ['copied-ciphertext', 'sops.mac'],
    ]);
    expect(found[0].message).toContain('prod/a.yaml');
  });
});

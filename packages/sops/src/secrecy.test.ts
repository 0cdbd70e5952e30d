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

import { inspect } from 'node:util';
import { testKeys } from './__testUtils__/testKeys';
import { testConfig, testRule } from './__testUtils__/testRule';
import { decrypt } from './decrypt';
import { encrypt } from './encrypt';
import { encryptTree } from './encryptTree';
import { prove } from './prove';
import { readMetadata } from './readMetadata';
import { verify } from './verify';

/** Has another form in each encoding. */
const password = 'p@ss word/ü+"1\'';
const { identity } = testKeys.alice;

const forms = [password, identity, identity.slice(0, 30)].flatMap(text => [
  text,
  JSON.stringify(text).slice(1, -1),
  encodeURIComponent(text),
  ...[0, 1, 2].map(offset =>
    // As base64 inside something longer, at any offset.
    Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  ),
  Buffer.from(text).toString('hex'),
]);

function expectNoSecret(value: unknown) {
  const seen = [
    inspect(value, { depth: 9, showHidden: true, maxStringLength: null }),
    value instanceof Error ? `${value.stack} ${value.message}` : '',
    JSON.stringify(value, (_, inner) =>
      inner instanceof Error ? { ...inner } : inner,
    ),
  ].join('\n');
  for (const form of forms) expect(seen).not.toContain(form);
}

const now = new Date('2026-01-31T12:00:00Z');
const quoted = JSON.stringify(password);
const source = `kind: Secret\nstringData:\n    password: ${quoted}\n`;
const options = { format: 'yaml', rule: testRule(), now } as const;
const failing = (config: string) => ({ ...options, rule: testRule(config) });
const sealed = () => encrypt(source, options);

describe('no output, error or stack holds a secret', () => {
  it('is a check that finds one in every form', () => {
    for (const value of [
      password,
      new Error(`cannot read ${password}`),
      { at: encodeURIComponent(password) },
      [Buffer.from(`user:${password}`).toString('base64')],
    ]) {
      expect(() => expectNoSecret(value)).toThrow();
    }
  });

  it.each<[string, () => unknown]>([
    ['encrypted text', sealed],
    [
      'encrypted JSON',
      () =>
        encryptTree(
          { stringData: { a: password } },
          { ...options, format: 'json' },
        ),
    ],
    ['metadata', async () => readMetadata(await sealed())],
    ['findings', async () => verify(source.replace('kind', 'sops: {}\nkind'))],
    [
      'findings of a file in clear',
      async () =>
        verify((await sealed()).replace(/ENC\[[^\]]+\]/, quoted), {
          rule: testRule(),
          identities: [identity],
        }),
    ],
    ['malformed YAML', () => encrypt(`${source}  - ${quoted}\n`, options)],
    ['malformed flow', () => encrypt(`{a: ${quoted}`, options)],
    [
      'a repeated key',
      () => encrypt(`a: {${quoted}: 1, ${quoted}: 1}`, options),
    ],
    [
      'malformed JSON',
      () => encrypt(`{"a": ${quoted} x`, { ...options, format: 'json' }),
    ],
    [
      'an uncovered value',
      () =>
        encrypt(
          source,
          failing(testConfig.replace('^(data|stringData)$', '^token$')),
        ),
    ],
    [
      'uncovered bytes',
      () =>
        encryptTree(
          { stringData: { password: Buffer.from(password) } },
          failing(testConfig.replace('^(data|stringData)$', '^token$')),
        ),
    ],
    [
      'no recipient',
      () =>
        encrypt(
          source,
          failing('creation_rules: [{encrypted_regex: ^stringData$}]'),
        ),
    ],
    [
      'an unsupported recipient',
      () => encrypt(source, failing(testConfig.replace('age:', 'pgp:'))),
    ],
    [
      'bytes that are no text',
      () =>
        encryptTree(
          { a: Buffer.concat([Buffer.from(password), Buffer.of(0xff)]) },
          options,
        ),
    ],
    [
      'a proof that fails',
      async () =>
        prove((await sealed()).replace(/ENC\[[^\]]+\]/, quoted), {
          rule: testRule(),
        }),
    ],
    [
      'a changed value',
      async () =>
        decrypt((await sealed()).replace('data:', 'data:A'), {
          identities: [identity],
        }),
    ],
    [
      'a changed clear value',
      async () =>
        decrypt((await sealed()).replace(': Secret', ': secret'), {
          identities: [identity],
        }),
    ],
    [
      'an identity of others',
      async () =>
        decrypt(await sealed(), { identities: [testKeys.bob.identity] }),
    ],
    [
      'a malformed identity',
      async () => decrypt(await sealed(), { identities: [`${identity}X`] }),
    ],
    [
      'an identity in small letters',
      async () =>
        decrypt(await sealed(), { identities: [`x${identity.slice(0, 40)}`] }),
    ],
  ])('%s', async (_, run) => {
    const result = await Promise.resolve()
      .then(run)
      .catch(error => error);
    expect(result).toBeDefined();
    expectNoSecret(result);
  });
});

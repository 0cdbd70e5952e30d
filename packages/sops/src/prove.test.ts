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
import { encrypt } from './encrypt';
import { encryptTree } from './encryptTree';
import { prove } from './prove';

const now = new Date('2026-01-31T12:00:00Z');
const { alice, bob } = testKeys;
const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'orders-db' },
  type: 'Opaque',
  stringData: { username: 'orders', password: 'topsecret-topsecret' },
};

/** The first rule encrypts less than its author believes; the second was meant. */
const shadowing = `creation_rules:
  - encrypted_regex: ^(token|username)$
    age: ${alice.recipient}
  - path_regex: secret
    encrypted_regex: ^(data|stringData)$
    age: ${alice.recipient}
`;

describe('a rule that leaves a secret in clear', () => {
  const expected = {
    code: 'PROOF_FAILED',
    data: { path: 'stringData.password' },
    message: expect.stringMatching(
      /^stringData\.password .*Rule 1 of \.sops\.yaml is the first that matches.*encrypted_regex \^\(token\|username\)\$ does not cover stringData\.password.*shadows/s,
    ),
  };

  it.each([
    ['text', secret],
    [
      'bytes',
      {
        ...secret,
        stringData: {
          username: 'orders',
          password: new TextEncoder().encode('topsecret-topsecret'),
        },
      },
    ],
  ])('is refused before anything is returned: %s', async (_, tree) => {
    const options = { format: 'yaml', rule: testRule(shadowing), now } as const;
    await expect(encryptTree(tree, options)).rejects.toMatchObject(expected);
  });

  it('is named together with the rules that it hides', async () => {
    await expect(
      encrypt('data: {password: x}', {
        format: 'yaml',
        rule: testRule(shadowing),
        now,
      }),
    ).rejects.toThrow(/shadows rule 2, which would match this file too/);
  });

  it.each([
    ['a List', { apiVersion: 'v1', kind: 'List', items: [secret] }],
    [
      'a SopsSecret',
      {
        apiVersion: 'isindir.github.com/v1alpha3',
        kind: 'SopsSecret',
        spec: { secretTemplates: [secret] },
      },
    ],
  ])('is refused inside %s', async (_, tree) => {
    await expect(
      encryptTree(tree, { format: 'yaml', rule: testRule(shadowing), now }),
    ).rejects.toMatchObject({
      code: 'PROOF_FAILED',
      data: { path: expect.stringMatching(/\.stringData\.password$/) },
    });
    await expect(
      encryptTree(tree, { format: 'yaml', rule: testRule(), now }),
    ).resolves.toContain('password: ENC[');
  });

  it.each([
    [
      'everything',
      '',
      /apiVersion is encrypted.*use encrypted_regex \^\(data\|stringData\)\$/,
    ],
    [
      'the type',
      'encrypted_regex: ^(data|stringData|type)$',
      /type is encrypted/,
    ],
    [
      'a label',
      'encrypted_regex: ^(stringData|name)$',
      /metadata\.name is encrypted/,
    ],
  ])(
    'is refused where it hides the object: %s',
    async (_, selector, message) => {
      const rule = testRule(
        `creation_rules:\n  - age: ${alice.recipient}\n    ${selector}\n`,
      );
      await expect(
        encryptTree(secret, { format: 'yaml', rule, now }),
      ).rejects.toMatchObject({
        code: 'PROOF_FAILED',
        message: expect.stringMatching(message),
      });
    },
  );
});

describe('prove', () => {
  const rule = testRule();

  it.each(['yaml', 'json'] as const)('accepts our files: %s', async format => {
    const text = await encryptTree(secret, { format, rule, now });
    expect(() => prove(text, { rule })).not.toThrow();
  });

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'a value in clear',
      text => text.replace(/password: ENC.*/, 'password: topsecret'),
      /stringData\.password is in clear, although the selector covers it\. Somebody wrote it/,
    ],
    [
      'a value in clear that looks like ciphertext',
      text => text.replace(/password: ENC.*/, 'password: ENC[topsecret]'),
      /stringData\.password is in clear/,
    ],
    [
      'a number in clear',
      text => text.replace(/password: ENC.*/, 'password: 12'),
      /stringData\.password is in clear/,
    ],
    [
      'a comment in clear',
      text => text.replace('stringData:\n', 'stringData:\n    # topsecret\n'),
      /comment in stringData is in clear/,
    ],
    [
      'a second document in clear',
      text =>
        `${text}---\nkind: Secret\napiVersion: v1\ndata: {a: topsecret}\n`,
      /data\.a is in clear/,
    ],
    [
      'ciphertext outside',
      text => text.replace('type: Opaque', 'other: ENC[AES256_GCM,x]'),
      /other looks like ciphertext/,
    ],
    ['no MAC', text => text.replace(/ {4}mac: .*\n/, ''), /no MAC/],
    ['no version', text => text.replace(/ {4}version: .*\n/, ''), /no version/],
    [
      'a fraction of a second',
      text => text.replace('12:00:00Z', '12:00:00.5Z'),
      /lastmodified is not in the form/,
    ],
    [
      'another selector',
      text => text.replace('^(data|stringData)$', '^(data|stringData)'),
      /its rule says encrypted_regex \^\(data\|stringData\)\$/,
    ],
    [
      'another recipient',
      text => text.replace(alice.recipient, bob.recipient),
      /missing: age10.*, not in the rule: age127.*run sops updatekeys/,
    ],
    [
      'a recipient twice',
      text =>
        text.replace(
          /( {8}- enc: [^]*recipient: .*\n)/,
          block => block + block,
        ),
      /not in the rule: age10/,
    ],
  ])('refuses %s', async (_, change, message) => {
    const text = await encryptTree(secret, { format: 'yaml', rule, now });
    const changed = change(text);
    expect(changed).not.toBe(text);
    const failure = (() => {
      try {
        return prove(changed, { rule });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({
      code: 'PROOF_FAILED',
      message: expect.stringMatching(message),
    });
    expect((failure as Error).message).not.toContain('topsecret');
  });

  it.each([
    [
      'a recipient of the rule is missing',
      testConfig.replace('age: ', `age: ${bob.recipient},`),
    ],
    [
      'the rule asks for mac_only_encrypted',
      `${testConfig}    mac_only_encrypted: true\n`,
    ],
    [
      'the rule asks for groups',
      testConfig.replace(
        /age: .*/,
        `key_groups: [{age: [${alice.recipient}]}, {age: [${bob.recipient}]}]`,
      ),
    ],
  ])('refuses our file where %s', async (_, config) => {
    const text = await encryptTree(secret, { format: 'yaml', rule, now });
    expect(() => prove(text, { rule: testRule(config) })).toThrow(
      expect.objectContaining({ code: 'PROOF_FAILED' }),
    );
  });

  it('refuses the same threshold with another number', async () => {
    const groups = `creation_rules:
  - encrypted_regex: ^stringData$
    shamir_threshold: 2
    key_groups: [{age: [${alice.recipient}]}, {age: [${bob.recipient}]}, {age: [${testKeys.carol.recipient}]}]
`;
    const text = await encryptTree(secret, {
      format: 'yaml',
      rule: testRule(groups),
      now,
    });
    expect(() => prove(text, { rule: testRule(groups) })).not.toThrow();
    const stricter = testRule(groups.replace('threshold: 2', 'threshold: 3'));
    expect(() => prove(text, { rule: stricter })).toThrow(
      /2 key groups are needed to open the file, and the rule says 3/,
    );
  });

  it.each([
    ['what is not encrypted', 'kind: Secret\n', 'NOT_ENCRYPTED'],
    ['metadata that are text', 'sops: x\n', 'INVALID_METADATA'],
    [
      'metadata without keys',
      'sops: {lastmodified: "2026-01-31T12:00:00Z"}\n',
      'INVALID_METADATA',
    ],
    [
      'an unquoted time',
      `sops: {age: [{recipient: x, enc: y}], lastmodified: 2026-01-31T12:00:00Z}\n`,
      'INVALID_METADATA',
    ],
    ['broken YAML', 'a: [\n', 'INVALID_DOCUMENT'],
  ])('refuses %s', (_, text, code) => {
    expect(() => prove(text, { rule })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('a rule that encrypts the whole file', () => {
  const rule = testRule(`creation_rules:
  - age: ${alice.recipient}
`);

  it('is refused where somebody has to see what the object is', async () => {
    await expect(
      encryptTree(secret, { format: 'yaml', rule, now }),
    ).rejects.toThrow(/apiVersion is encrypted, so Kubernetes cannot tell/);
  });

  it('is right where the file is decrypted before it is read', async () => {
    const options = { rule, wholeFile: true };
    const text = await encryptTree(secret, { ...options, format: 'yaml', now });
    expect(text).toMatch(/^kind: ENC\[/m);
    expect(() => prove(text, options)).not.toThrow();
    expect(() => prove(text, { rule })).toThrow(/Kubernetes cannot tell/);
    // Everything else is proved as ever.
    expect(() =>
      prove(text.replace(/password: .*/, 'password: staple'), options),
    ).toThrow(/stringData.password is in clear/);
  });
});

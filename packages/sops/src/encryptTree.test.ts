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
import { encryptTree } from './encryptTree';
import type { PlainTree } from './tree/fromPlain';

const now = new Date('2026-01-31T12:00:00Z');
const identities = [testKeys.alice.identity];
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('encryptTree', () => {
  it.each(['yaml', 'json'] as const)(
    'encrypts bytes as the text they are, and leaves them alone: %s',
    async format => {
      const password = bytesOf('ä€😀 "quoted"\n');
      const text = await encryptTree(
        { kind: 'Secret', stringData: { password, list: [password] } },
        { format, rule: testRule(), now },
      );
      expect(password).toEqual(bytesOf('ä€😀 "quoted"\n'));
      expect((await decrypt(text, { identities })).tree).toEqual({
        kind: 'Secret',
        stringData: { password: 'ä€😀 "quoted"\n', list: ['ä€😀 "quoted"\n'] },
      });
    },
  );

  it('writes no bytes as a base64 or as numbers', async () => {
    const text = await encryptTree(
      { stringData: { empty: new Uint8Array(), one: bytesOf('x') } },
      { format: 'yaml', rule: testRule(), now },
    );
    expect(text).toMatch(/ {4}empty: ""\n {4}one: ENC/);
  });

  it('never makes bytes or keys a string', async () => {
    const password = bytesOf('topsecret-topsecret');
    const decoded: string[] = [];
    const { decode } = TextDecoder.prototype;
    const fromCharCode = String.fromCharCode;
    jest.spyOn(TextDecoder.prototype, 'decode').mockImplementation(function spy(
      this: TextDecoder,
      input,
      options,
    ) {
      const text = decode.call(this, input, options);
      decoded.push(text);
      return text;
    });
    jest.spyOn(String, 'fromCharCode').mockImplementation((...codes) => {
      const text = fromCharCode(...codes);
      decoded.push(text);
      return text;
    });
    const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
    const join = jest.spyOn(typedArray, 'join');
    const toString = jest.spyOn(typedArray, 'toString');
    try {
      await encryptTree(
        { stringData: { password } },
        { format: 'yaml', rule: testRule(), now },
      );
      expect(join).not.toHaveBeenCalled();
      expect(toString).not.toHaveBeenCalled();
    } finally {
      jest.restoreAllMocks();
    }
    // Something was decoded, so the spies work.
    expect(decoded).not.toEqual([]);
    expect(decoded.join()).not.toContain('topsecret');
  });

  it('overwrites the data key and what held plaintext, also after an error', async () => {
    const made: Uint8Array[] = [];
    const random = (length: number) => {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      made.push(bytes);
      return bytes;
    };
    const digest = jest.spyOn(crypto.subtle, 'digest');
    const encrypt = jest.spyOn(crypto.subtle, 'encrypt');
    const tree = { stringData: { password: 'topsecret-topsecret' } };
    const rule = testRule();
    await encryptTree(tree, { format: 'yaml', rule, now, random });
    const hashed = digest.mock.calls.map(([, bytes]) => bytes as Uint8Array);
    const [[, , plaintext]] = encrypt.mock.calls;
    jest.restoreAllMocks();

    const zeros = (bytes: Uint8Array) => bytes.every(byte => byte === 0);
    expect(zeros(made[0])).toBe(true);
    expect(hashed.length).toBeGreaterThan(0);
    expect(hashed.every(zeros)).toBe(true);
    expect(zeros(plaintext as Uint8Array)).toBe(true);

    made.length = 0;
    const broken = testRule(
      testConfig.replace(testKeys.alice.recipient, 'age1x'),
    );
    await expect(
      encryptTree(tree, { format: 'yaml', rule: broken, now, random }),
    ).rejects.toThrow(/62 characters/);
    expect(made.map(zeros)).toEqual([true]);
  });

  it.each([
    [
      'bytes that are no text',
      { data: { a: Uint8Array.of(0xff) } },
      /data\.a is not UTF-8/,
    ],
    ['half a surrogate pair', { data: { a: '\ud800' } }, /data\.a holds half/],
    ['a key that is half a pair', { data: { '\ud800': 'x' } }, /holds half/],
    ['NaN', { data: { a: NaN } }, /data\.a is not a finite number/],
    ['a large bigint', { data: { a: 2n ** 63n } }, /data\.a is beyond 64 bits/],
    ['undefined', { data: { a: undefined } }, /data\.a is of type undefined/],
    [
      'a date',
      { data: { a: [new Date(0)] } },
      /data\.a\.0 is not a plain object/,
    ],
    ['a list at the top', ['a'], /must be an object/],
  ])('refuses %s', async (_, tree, message) => {
    await expect(
      encryptTree(tree as unknown as PlainTree, {
        format: 'yaml',
        rule: testRule(),
        now,
      }),
    ).rejects.toMatchObject({
      code: 'INVALID_DOCUMENT',
      message: expect.stringMatching(message),
    });
  });

  it('refuses a tree that holds itself', async () => {
    const tree: Record<string, unknown> = {};
    tree.data = tree;
    await expect(
      encryptTree(tree as PlainTree, { format: 'yaml', rule: testRule(), now }),
    ).rejects.toThrow(/nested too deep or in a circle/);
  });
});

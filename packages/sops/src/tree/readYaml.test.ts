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

import { InvalidDocumentError } from '../errors/InvalidDocumentError';
import { readYaml } from './readYaml';
import { toPlain } from './toPlain';

const read = (text: string) => readYaml(text).map(toPlain);

describe('readYaml', () => {
  it.each<[reason: string, text: string, expected: unknown[]]>([
    [
      'aliases are expanded',
      'a: &x {b: 1}\nc: *x\n',
      [{ a: { b: 1 }, c: { b: 1 } }],
    ],
    ['documents', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['an empty document', '---\na: 1\n---\n', [{ a: 1 }, {}]],
    ['!!str', 'a: !!str 12\n', [{ a: '12' }]],
    ['a quoted number', 'a: "12"\nb: \'12\'\n', [{ a: '12', b: '12' }]],
    ['big integers', 'a: 9007199254740993\n', [{ a: 9007199254740993n }]],
    ['a list that is not indented', 'a:\n- 1\n- 2\n', [{ a: [1, 2] }]],
    ['Windows line ends', 'a: 1\r\nb: x\r\n', [{ a: 1, b: 'x' }]],
    ['a byte order mark at the begin', '\ufeffa: 1\n', [{ a: 1 }]],
    [
      'U+2028 as go-yaml writes it',
      "a: 'b\u2028        c'\n",
      [{ a: 'b\u2028c' }],
    ],
    [
      '__proto__',
      '__proto__: {a: 1}\n',
      [JSON.parse('{"__proto__": {"a": 1}}')],
    ],
    [
      'merge keys in a file that exists',
      'a: {<<: {b: 1}}\n',
      [{ a: { '<<': { b: 1 } } }],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['nothing', '', /empty/],
    ['a list at the top', '- a\n', /must be a map/],
    ['text at the top', 'topsecret\n', /must be a map/],
    ['a key twice', 'a: topsecret\na: topsecret\n', /line 2, .*DUPLICATE_KEY/],
    ['a broken flow', 'a: [topsecret\n', /malformed/],
    ['a tab', 'a:\n\tb: topsecret\n', /malformed/],
    ['a key that is a number', '1: topsecret\n', /key is not text/],
    ['a key that is a list', '? [a]\n: topsecret\n', /key is not text/],
    ['an unknown tag', 'a: !vault topsecret\n', /tag !vault is not supported/],
    ['!!binary', 'a: !!binary dG9wc2VjcmV0\n', /not supported/],
    ['an unsigned integer', 'a: 18446744073709551615\n', /quote it/],
    ['an alias to nothing', 'a: *topsecret\n', /alias|malformed/],
    ['U+2028 where breaks count', 'a: |\n  top\u2028secret\n', /U\+2028/],
    [
      'a bomb of aliases',
      `a0: &a0 [x]\n${Array.from(
        { length: 20 },
        (_, index) =>
          `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]\n`,
      ).join('')}`,
      /more than 100000 nodes/,
    ],
  ])('refuses %s, without quoting it', (_, text, message) => {
    const failure = (() => {
      try {
        return readYaml(text);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(InvalidDocumentError);
    const { message: actual } = failure as InvalidDocumentError;
    expect(actual).toMatch(message);
    expect(actual).not.toContain('topsecret');
  });

  it('refuses merge keys in what is to be encrypted', () => {
    expect(() => readYaml('a: {<<: {b: 1}}\n', 'refuse')).toThrow(
      /line 1, column 5: sops would make the merge key "<<" a key of its own/,
    );
  });
});

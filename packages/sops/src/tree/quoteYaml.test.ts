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

import fc from 'fast-check';
import { parse } from 'yaml';
import { trickyTexts } from '../__testUtils__/arbitraryDocument';
import { quoteYaml } from './quoteYaml';
import { readYaml } from './readYaml';

describe('quoteYaml', () => {
  it.each([
    ['orders', 'orders', 'a word'],
    ['a/b-c_d.e2', 'a/b-c_d.e2', 'a path'],
    ['/etc', '/etc', 'an absolute path'],
    ['', '""', 'nothing is null'],
    ['true', '"true"', 'a boolean everywhere'],
    ['Yes', '"Yes"', 'a boolean in YAML 1.1'],
    ['n', '"n"', 'a boolean in YAML 1.1'],
    ['NaN', '"NaN"', 'a float for some'],
    ['null', '"null"', 'null'],
    ['1_000', '"1_000"', 'an integer for go-yaml'],
    ['0b11', '"0b11"', 'an integer for go-yaml'],
    ['010', '"010"', 'octal in YAML 1.1'],
    ['1e3', '"1e3"', 'a float'],
    ['2001-01-01', '"2001-01-01"', 'a timestamp'],
    ['2026-01-31T12:00:00Z', '"2026-01-31T12:00:00Z"', 'sops expects text'],
    ['a: b', '"a: b"', 'a map'],
    ['a #b', '"a #b"', 'a comment'],
    ['<<', '"<<"', 'a merge key'],
    ['say "hi"\\', '"say \\"hi\\"\\\\"', 'what must be escaped'],
    ['a\nb\tc\rd', '"a\\nb\\tc\\rd"', 'white space'],
    ['\u0000\u001b\u007f', '"\\u0000\\u001b\\u007f"', 'control characters'],
    ['\u0085\u2028\u2029', '"\\u0085\\u2028\\u2029"', 'breaks in YAML 1.1'],
    ['\ufeff', '"\\ufeff"', 'a byte order mark'],
    ['😀', '"😀"', 'beyond the basic plane, raw'],
    [
      'ENC[AES256_GCM,data:YQ==,iv:YQ==,tag:YQ==,type:str]',
      'ENC[AES256_GCM,data:YQ==,iv:YQ==,tag:YQ==,type:str]',
      'ciphertext, as sops writes it',
    ],
    ['ENC[AES256_GCM, a]', '"ENC[AES256_GCM, a]"', 'only looks like it'],
  ])('%j becomes %s: %s', (text, expected) => {
    expect(quoteYaml(text)).toBe(expected);
  });

  it('is read back as the same text by YAML 1.1, 1.2 and as go-yaml does', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...trickyTexts),
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          const quoted = quoteYaml(text);
          expect(quoted).not.toMatch(/[\n\r]/);
          expect(parse(`a: ${quoted}`, { version: '1.1' })).toEqual({
            a: text,
          });
          expect(parse(`a: ${quoted}`, { version: '1.2' })).toEqual({
            a: text,
          });
          expect(readYaml(`a: ${quoted}`)[0].entries).toMatchObject([
            { key: 'a', value: { type: 'str', value: text } },
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

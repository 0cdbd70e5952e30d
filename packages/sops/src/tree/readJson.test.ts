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
import { InvalidDocumentError } from '../errors/InvalidDocumentError';
import { emitJson } from './emitJson';
import { readJson } from './readJson';
import { toPlain } from './toPlain';

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.constantFrom(undefined, 2, '\t'),
        (value, indent) => {
          const text = JSON.stringify(value, undefined, indent);
          // Integers beyond 2^53 become `bigint`.
          const read = JSON.stringify(toPlain(readJson(text)), (_, inner) =>
            typeof inner === 'bigint' ? Number(inner) : inner,
          );
          expect(JSON.parse(read)).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it('keeps the order of keys and the digits of numbers', () => {
    const text =
      '{\n\t"b": 1,\n\t"10": 12345678901234567890123,\n\t"9": 1.50\n}\n';
    expect(emitJson(readJson(text), '\t')).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['a list', '["topsecret"]'],
    ['text', '"topsecret"'],
    ['a key twice', '{"a": 1, "a": "topsecret"}'],
    ['more after the end', '{} topsecret'],
    ['a comma at the end', '{"a": "topsecret",}'],
    ['a comment', '{"a": 1} // topsecret'],
    ['a bad escape', '{"a": "topsecret\\x"}'],
    ['a control character', '{"a": "topsecret\n"}'],
    ['a number too large', '{"a": 1e999}'],
    ['a leading zero', '{"a": 01}'],
    ['deep nesting', `{"a": ${'['.repeat(600)}`],
  ])('refuses %s, with its position and without quoting it', (_, text) => {
    const failure = (() => {
      try {
        return readJson(text);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(InvalidDocumentError);
    const { message } = failure as InvalidDocumentError;
    expect(message).toMatch(/^line \d+, column \d+: /);
    expect(message).not.toContain('topsecret');
  });
});

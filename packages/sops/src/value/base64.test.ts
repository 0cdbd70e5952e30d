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
import { decodeBase64, encodeBase64 } from './base64';

describe('base64', () => {
  it('is that of Buffer, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
        const text = Buffer.from(bytes).toString('base64');
        expect(encodeBase64(bytes)).toBe(text);
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it('has room for the largest Secret', () => {
    const bytes = new Uint8Array(8_000_000).fill(97);
    expect(decodeBase64(encodeBase64(bytes))).toHaveLength(bytes.length);
  });

  it.each([
    'A',
    'AA',
    'AAA',
    'A===',
    '=',
    '====',
    'A=AA',
    'AA=A',
    'AAA-',
    ' AAA',
    'AAAA\n',
  ])('refuses %j', text => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});

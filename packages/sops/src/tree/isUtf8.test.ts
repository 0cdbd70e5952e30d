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
import { isUtf8 } from './isUtf8';

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('isUtf8', () => {
  it('accepts all text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(isUtf8(new TextEncoder().encode(text))).toBe(true);
      }),
    );
  });

  it('agrees with TextDecoder on bytes near the limits', () => {
    const limits = [
      0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf,
      0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...limits), { maxLength: 6 }),
        values => {
          const bytes = Uint8Array.from(values);
          expect(isUtf8(bytes)).toBe(decodes(bytes));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

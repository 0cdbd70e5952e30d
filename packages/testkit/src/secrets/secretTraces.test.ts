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
import { secretTraces } from './secretTraces';

const value = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 });
const neighbor = fc.string({ unit: 'grapheme', maxLength: 12 });

const encodings: readonly [string, (text: string) => string][] = [
  ['raw', text => text],
  ['JSON', text => JSON.stringify(text)],
  ['a URL component', encodeURIComponent],
  ['a form', text => new URLSearchParams({ field: text }).toString()],
  ['hex', text => Buffer.from(text).toString('hex')],
  ['upper-case hex', text => Buffer.from(text).toString('hex').toUpperCase()],
  ['base64', text => Buffer.from(text).toString('base64')],
  ['base64url', text => Buffer.from(text).toString('base64url')],
];

describe('secretTraces', () => {
  it.each(encodings)('betrays a value inside %s', (_name, encode) => {
    fc.assert(
      fc.property(neighbor, value, neighbor, (before, secret, after) => {
        const text = encode(`${before}${secret}${after}`);
        expect(
          secretTraces(secret).some(trace => text.includes(trace.text)),
        ).toBe(true);
      }),
    );
  });

  it('does not see one random value in another', () => {
    const random = fc.stringMatching(/^[A-Za-z0-9]{32}$/);
    fc.assert(
      fc.property(random, random, (secret, other) => {
        fc.pre(secret !== other);
        for (const [, encode] of encodings) {
          expect(
            secretTraces(secret).filter(({ text }) =>
              encode(other).includes(text),
            ),
          ).toEqual([]);
        }
      }),
    );
  });

  it('refuses a value so short that chance would find it', () => {
    expect(() => secretTraces('12345')).toThrow('at least 6 characters');
  });
});

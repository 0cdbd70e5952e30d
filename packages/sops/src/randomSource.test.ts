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

import { randomSource } from './randomSource';

describe('randomSource', () => {
  it('takes WebCrypto by default', () => {
    expect(randomSource()(32)).toHaveLength(32);
  });

  it.each([
    ['repeats itself', () => new Uint8Array(32)],
    ['fills one buffer again', refill(new Uint8Array(32))],
    ['is too short', () => crypto.getRandomValues(new Uint8Array(31))],
  ])('refuses a source that %s', (_, source) => {
    const random = randomSource(source);
    expect(() => {
      random(32);
      random(32);
    }).toThrow('must return 32 new bytes');
  });
});

function refill(buffer: Uint8Array) {
  return () => crypto.getRandomValues(buffer);
}

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

import { randomBytes } from 'node:crypto';
import { randomSecret } from './randomSecret';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('randomSecret', () => {
  it('makes URL-safe values that begin with a letter and differ', () => {
    const values = Array.from({ length: 500 }, () =>
      text(randomSecret(32, randomBytes)),
    );
    expect(values.every(v => /^[A-Za-z][A-Za-z0-9_-]{31}$/.test(v))).toBe(true);
    expect(new Set(values).size).toBe(500);
    expect(values.every(v => encodeURIComponent(v) === v)).toBe(true);
  });

  it('uses every character about equally often', () => {
    const counts = new Map<string, number>();
    const sample = text(randomSecret(64_000, randomBytes)).slice(1);
    for (const character of sample) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(64);
    // 1,000 expected each; five standard deviations are about 160.
    expect(Math.min(...counts.values())).toBeGreaterThan(840);
    expect(Math.max(...counts.values())).toBeLessThan(1160);
  });

  it('draws the first character again rather than favor some letters', () => {
    const draws = [
      Uint8Array.of(255, 0),
      Uint8Array.of(208),
      Uint8Array.of(51),
    ];
    expect(text(randomSecret(2, () => draws.shift()!))).toBe('zA');
    expect(draws).toEqual([]);
  });

  it('leaves no random bytes behind', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    randomSecret(3, () => bytes);
    expect([...bytes]).toEqual([0, 0, 0]);
  });
});

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
import { firstOf } from './firstOf';

const ascending = (a: number, b: number) => a - b;

describe('firstOf', () => {
  it('begins as the sorted list does', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer()),
        fc.integer({ min: 0, max: 600 }),
        (items, count) => {
          expect(firstOf(items, count, ascending)).toEqual(
            [...items].sort(ascending).slice(0, count),
          );
        },
      ),
    );
  });

  it('compares most of a long list once', () => {
    const items = Array.from({ length: 10_000 }, (_, n) => (n * 7919) % 10_007);
    let compared = 0;
    firstOf(items, 50, (a, b) => {
      compared++;
      return a - b;
    });
    expect(compared).toBeLessThan(13_000);
  });
});

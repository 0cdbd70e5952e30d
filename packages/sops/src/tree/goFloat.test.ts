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
import { goFloat } from './goFloat';

describe('goFloat', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [1.5, '1.5'],
    [-0.1, '-0.1'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [123456789.125, '123456789.125'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
    [NaN, 'NaN'],
  ])('%p is %s', (value, expected) => {
    expect(goFloat(value)).toBe(expected);
  });

  it('has no exponent and reads back the same', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        value => {
          expect(goFloat(value)).toMatch(/^-?\d+(?:\.\d*[1-9])?$/);
          expect(Number(goFloat(value))).toBe(value);
        },
      ),
    );
  });
});

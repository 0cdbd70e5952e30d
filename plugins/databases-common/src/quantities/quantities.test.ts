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

import { isPositiveQuantity, parseQuantity, suggestQuantity } from '.';

describe('parseQuantity', () => {
  it.each([
    ['20Gi', 20 * 2 ** 30],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['500m', 0.5],
    ['2', 2],
    ['1k', 1000],
    ['1E', 1e18],
    ['20GB', undefined],
    ['20 Gi', undefined],
    ['20gi', undefined],
    ['1K', undefined],
    ['-1Gi', undefined],
    ['1e3', undefined],
    ['.5Gi', undefined],
    ['', undefined],
  ])('reads %p as %p', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });
});

describe('suggestQuantity', () => {
  it.each([
    ['20GB', '5Gi', '20Gi'],
    ['20 gb', '5Gi', '20Gi'],
    ['20', '5Gi', '20Gi'],
    ['1,5g', '5Gi', '1.5Gi'],
    ['512mb', '1Gi', '512Mi'],
    ['512MBytes', '1Gi', '512Mi'],
    ['two', '500m', '500m'],
    ['lots', '5Gi', '5Gi'],
  ])('for %p, with the example %p, is %p', (text, example, suggestion) => {
    expect(suggestQuantity(text, example)).toBe(suggestion);
  });
});

describe('isPositiveQuantity', () => {
  it.each([
    ['1Gi', true],
    ['0', false],
    ['0Gi', false],
    ['x', false],
  ])('of %p is %p', (text, positive) => {
    expect(isPositiveQuantity(text)).toBe(positive);
  });
});

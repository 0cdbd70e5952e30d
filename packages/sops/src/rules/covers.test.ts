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
import { compileRegex } from './compileRegex';
import { covers } from './covers';

describe('covers', () => {
  it.each<[string | undefined, string | undefined, boolean]>([
    [undefined, undefined, true],
    [undefined, 'secrets/', true],
    ['.*', 'secrets/', true],
    ['.*', undefined, true],
    ['^', 'x', true],
    ['secrets/', undefined, false],
    ['secrets/.*', 'secrets/.*', true],
    ['secrets/', '^apps/secrets/.*\\.yaml$', true],
    ['secrets/', 'apps/', false],
    ['^secrets/', '^secrets/prod/', true],
    ['^secrets/', 'secrets/prod/', false],
    ['\\.yaml$', '^secrets/.*\\.yaml$', true],
    ['\\.yaml$', '\\.yaml', false],
    ['^secrets/prod/', '^secrets/', false],
    ['a', '(a|b)', false],
    ['a', 'a?b', false],
    ['ab', 'ab*', false],
    ['^a$', '^a$', true],
    ['(a|b)', 'a', false],
  ])('%s before %s: %p', (earlier, later, expected) => {
    expect(covers(earlier, later)).toBe(expected);
  });

  it('is never wrong about a path', () => {
    const part = fc.constantFrom(
      ...['a', 'b', 'ab', '/', '\\.', '.', '.*', '.*?', 'a*', 'b?', 'a+'],
      ...['(a|b)', '[ab]', 'a|b', '\\\\', '$', '^', 'a{2}', '\\*'],
    );
    const regex = fc
      .tuple(
        fc.constantFrom('', '^', '.*'),
        fc.array(part, { maxLength: 3 }),
        fc.constantFrom('', '$', '.*'),
      )
      .map(([begin, parts, end]) => begin + parts.join('') + end)
      .filter(isValid);
    const path = fc.string({
      unit: fc.constantFrom('a', 'b', '/', '.', '*', '\\'),
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        regex,
        regex,
        fc.array(path, { minLength: 20, maxLength: 40 }),
        (earlier, later, paths) => {
          fc.pre(covers(earlier, later));
          const [first, second] = [earlier, later].map(text =>
            compileRegex(text, 'x'),
          );
          expect(paths.filter(text => second(text) && !first(text))).toEqual(
            [],
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

function isValid(regex: string): boolean {
  try {
    compileRegex(regex, 'x');
    return true;
  } catch {
    return false;
  }
}

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
import { checkClusterName } from './checkClusterName';

describe('checkClusterName', () => {
  it.each([
    { name: 'shop-cnpg', reason: "the canon's" },
    { name: 'a'.repeat(50), reason: 'the longest' },
  ])('takes $name: $reason', ({ name }) => {
    expect(checkClusterName(name)).toBeUndefined();
  });

  it.each([
    {
      name: 'a'.repeat(51),
      reason: 'its services and volumes would be too long',
      message: 'naming.tooLong',
    },
    { name: '1shop', reason: 'a service begins with a letter' },
    { name: 'shop.cnpg', reason: 'a dot' },
    { name: 'shop-', reason: 'a dash last' },
    { name: 'Shop', reason: 'upper case' },
    { name: '', reason: 'nothing' },
    { name: 'shop\n', reason: 'a line break' },
  ])('refuses $name: $reason', ({ name, message = 'naming.label' }) => {
    expect(checkClusterName(name)).toMatchObject({ message });
  });

  it('offers an alternative that it takes itself, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), name => {
        const problem = checkClusterName(name);
        fc.pre(problem !== undefined);
        expect(
          checkClusterName(String(problem.params.alternative)),
        ).toBeUndefined();
      }),
    );
  });
});

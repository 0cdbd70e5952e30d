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

import { matchesExpression } from './matchesExpression';

describe('matchesExpression', () => {
  it.each([
    { expression: '^a', text: 'ab', found: true, reason: 'a beginning' },
    { expression: '^b', text: 'a\nb', found: false, reason: 'the first line' },
    { expression: '(?m)^b', text: 'a\nb', found: true, reason: 'all lines' },
    { expression: '(?i)A', text: 'a', found: true, reason: 'a flag' },
    { expression: '(?!a)', text: 'a', found: undefined, reason: 'no RE2' },
    { expression: '(', text: 'a', found: undefined, reason: 'no expression' },
    {
      ...{ expression: '^(a+)+$', text: `${'a'.repeat(5_000)}!` },
      ...{ found: false, reason: 'one that would take others for ever' },
    },
  ])('knows $reason', ({ expression, text, found }) => {
    expect(matchesExpression(expression, text)).toBe(found);
  });
});

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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCompatibleLicense } from './isCompatibleLicense.mjs';

const cases = [
  { license: 'MIT', expected: true, reason: 'permissive' },
  { license: 'GPL-3.0-only', expected: false, reason: 'copyleft' },
  {
    license: undefined,
    expected: false,
    reason: 'no license is no permission',
  },
  {
    license: 'SEE LICENSE IN x',
    expected: false,
    reason: 'nobody has read it',
  },
  { license: 'GPL-2.0 OR MIT', expected: true, reason: 'we choose MIT' },
  { license: 'MIT AND GPL-2.0', expected: false, reason: 'both are asked' },
  {
    license: '(MIT OR GPL-2.0) AND ISC',
    expected: true,
    reason: 'MIT and ISC',
  },
  {
    license: 'MIT OR GPL-2.0 AND ISC',
    expected: true,
    reason: 'AND binds tighter: MIT alone is one choice',
  },
  { license: '(MIT', expected: false, reason: 'the parenthesis is open' },
  {
    license: 'MIT WITH conditions',
    expected: false,
    reason: 'what follows is not understood',
  },
];

for (const { license, expected, reason } of cases) {
  test(`${license}: ${reason}`, () => {
    assert.equal(isCompatibleLicense(license), expected);
  });
}

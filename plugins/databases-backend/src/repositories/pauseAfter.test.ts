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

import { pauseAfter } from './pauseAfter';

it.each([
  { failures: 0, isBehind: false, random: 0, seconds: 300 },
  { failures: 0, isBehind: false, random: 0.8, seconds: 360 },
  { failures: 0, isBehind: true, random: 0, seconds: 60 },
  { failures: 1, isBehind: false, random: 0, seconds: 1 },
  { failures: 2, isBehind: true, random: 0, seconds: 2 },
  { failures: 6, isBehind: false, random: 0, seconds: 32 },
  { failures: 7, isBehind: false, random: 0, seconds: 60 },
  { failures: 5_000, isBehind: false, random: 0, seconds: 60 },
])(
  'after $failures failures, behind: $isBehind: $seconds s',
  ({ seconds, random, ...look }) => {
    expect(pauseAfter(look, random)).toBe(seconds * 1000);
  },
);

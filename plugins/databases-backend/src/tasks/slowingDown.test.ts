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

import { slowingDown } from './slowingDown';

it('does often what is new, and no longer so when it is old, errors or not', async () => {
  let now = 0;
  const done: number[] = [];
  const work = slowingDown(
    async () => {
      done.push(now);
      if (now === 15) {
        throw new Error('away');
      }
    },
    { firstPause: 15, longestPause: 100, now: () => now },
  );
  for (; now < 400; now += 15) {
    await work().catch(() => {});
  }
  expect(done).toEqual([0, 15, 45, 105, 210, 315]);
});

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

import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { Turns } from './Turns';

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

it('gives the rest of the backend its turn between those of twenty streams', async () => {
  const turns = new Turns();
  let working = true;
  let turnsOfOthers = 0;
  const streams = Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let piece = 0; piece < 10; piece += 1) {
        work(1);
        await turns.pause();
      }
    }),
  ).then(() => {
    working = false;
  });
  while (working) {
    await setImmediate();
    turnsOfOthers += 1;
  }
  await streams;
  // 200 ms of work in slices of 6.
  expect(turnsOfOthers).toBeGreaterThan(20);
});

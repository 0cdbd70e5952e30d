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

import { nextFire, Schedule, Zone } from '../schedules';

/**
 * The shortest of the coming pauses between two fires.
 *
 * @param now - milliseconds since the epoch
 * @returns milliseconds, `undefined` for a schedule that runs once at most
 */
export function intervalOf(
  schedule: Schedule,
  now: number,
  zone: Zone,
): number | undefined {
  let shortest: number | undefined;
  let fire = nextFire(schedule, now, zone);
  for (let count = 0; count < 4 && fire !== undefined; count++) {
    const next = nextFire(schedule, fire, zone);
    if (next !== undefined) {
      shortest = Math.min(shortest ?? Infinity, next - fire);
    }
    fire = next;
  }
  return shortest;
}

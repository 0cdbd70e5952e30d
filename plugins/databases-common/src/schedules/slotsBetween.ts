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

import { nextFire } from './nextFire';
import { Schedule } from './Schedule';
import { utc, Zone } from './Zone';

/**
 * The fires in (from, to], oldest first.
 *
 * @param from - milliseconds since the epoch
 * @param to - milliseconds since the epoch
 * @param limit - at most so many
 * @public
 */
export function slotsBetween(
  schedule: Schedule,
  from: number,
  to: number,
  limit: number,
  zone: Zone = utc,
): readonly number[] {
  const slots: number[] = [];
  let slot = nextFire(schedule, from, zone);
  while (slot !== undefined && slot <= to && slots.length < limit) {
    slots.push(slot);
    slot = nextFire(schedule, slot, zone);
  }
  return slots;
}

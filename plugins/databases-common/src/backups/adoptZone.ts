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

import { fixedZone, nextFire, Schedule, utc, Zone } from '../schedules';

/**
 * The zone in which a controller counts is that of its process, which nothing
 * tells but a run that it wrote down (cloudnative-pg#9382).
 *
 * @param fire - when it runs or ran by its own word: milliseconds since the epoch
 */
export function adoptZone(schedule: Schedule, fire: number | undefined): Zone {
  if (fire === undefined || schedule.type === 'interval') {
    return utc;
  }
  const isFire = (zone: Zone) => nextFire(schedule, fire - 1000, zone) === fire;
  const inUtc = nextFire(schedule, fire);
  if (isFire(utc) || inUtc === undefined) {
    return utc;
  }
  const DAY = 24 * 60;
  const ahead = (((inUtc - fire) / 60_000) % DAY) as number;
  // The zones of the world are between 12 h behind and 14 h ahead.
  const candidates = [ahead, ahead - DAY].filter(
    minutes => minutes % 15 === 0 && minutes >= -12 * 60 && minutes <= 14 * 60,
  );
  return candidates.map(fixedZone).find(isFire) ?? utc;
}

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

import { CronSchedule, Schedule } from './Schedule';
import { utc, Zone } from './Zone';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** As far as robfig/cron looks; `0 0 0 31 2 *` never comes. */
const YEARS = 5;

/**
 * When a schedule runs next, as robfig/cron counts: an hour that daylight saving
 * skips is skipped, one that it repeats runs twice.
 *
 * @param after - milliseconds since the epoch; for an interval, the last time
 * @returns milliseconds since the epoch, `undefined` for never.
 * @public
 */
export function nextFire(
  schedule: Schedule,
  after: number,
  zone: Zone = utc,
): number | undefined {
  if (schedule.type === 'interval') {
    return Math.floor(after / SECOND) * SECOND + schedule.seconds * SECOND;
  }
  const end = after + YEARS * 366 * DAY;
  let from = after;
  while (from < end) {
    const offset = zone.offsetAt(from + SECOND) * MINUTE;
    const wall = nextWallClock(schedule, from + offset);
    const fire = wall === undefined ? undefined : wall - offset;
    const change = zone.fixed
      ? undefined
      : nextOffsetChange(zone, from + SECOND, fire ?? end);
    if (change === undefined) {
      return fire;
    }
    from = change - 1;
  }
  return undefined;
}

/** The next matching time of a wall clock that never jumps. */
function nextWallClock(
  schedule: CronSchedule,
  after: number,
): number | undefined {
  const start = Math.floor(after / SECOND) * SECOND + SECOND;
  const lastYear = new Date(start).getUTCFullYear() + YEARS;
  let day = Math.floor(start / DAY) * DAY;
  let earliest = start - day;
  for (;;) {
    const date = new Date(day);
    const year = date.getUTCFullYear();
    if (!(year <= lastYear)) {
      return undefined;
    }
    if (!schedule.month.values.includes(date.getUTCMonth() + 1)) {
      day = Date.UTC(year, date.getUTCMonth() + 1, 1);
    } else {
      const time = dayMatches(schedule, date)
        ? timeOfDay(schedule, earliest)
        : undefined;
      if (time !== undefined) {
        return day + time;
      }
      day += DAY;
    }
    earliest = 0;
  }
}

/** Either day field suffices, unless one is a star. */
function dayMatches(
  { dayOfMonth, dayOfWeek }: CronSchedule,
  date: Date,
): boolean {
  const inMonth = dayOfMonth.values.includes(date.getUTCDate());
  const inWeek = dayOfWeek.values.includes(date.getUTCDay());
  return dayOfMonth.star || dayOfWeek.star
    ? inMonth && inWeek
    : inMonth || inWeek;
}

/** The first matching time of a day, in milliseconds, not before another. */
function timeOfDay(
  { hour, minute, second }: CronSchedule,
  earliest: number,
): number | undefined {
  for (const h of hour.values) {
    if ((h + 1) * 60 * MINUTE <= earliest) {
      continue;
    }
    for (const m of minute.values) {
      const start = (h * 60 + m) * MINUTE;
      const found = second.values.find(s => start + s * SECOND >= earliest);
      if (found !== undefined) {
        return start + found * SECOND;
      }
    }
  }
  return undefined;
}

/** The first instant in (from, until] with another offset than `from`. */
function nextOffsetChange(
  zone: Zone,
  from: number,
  until: number,
): number | undefined {
  let same = Math.floor(from / SECOND) * SECOND;
  const before = zone.offsetAt(same);
  while (same < until) {
    let other = Math.min(same + DAY, until);
    if (zone.offsetAt(other) === before) {
      same = other;
      continue;
    }
    while (other - same > SECOND) {
      const middle = Math.ceil((same + other) / 2 / SECOND) * SECOND;
      if (zone.offsetAt(middle) === before) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }
  return undefined;
}

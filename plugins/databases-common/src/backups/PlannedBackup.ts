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

import { instantOf } from '../assessment';
import { ScheduledBackupData } from '../kinds';
import { Fact } from '../model';
import {
  cnpgCron,
  fixedZone,
  nextFire,
  parseSchedule,
  Schedule,
  utc,
  Zone,
} from '../schedules';

/** A ScheduledBackup, read. */
export interface PlannedBackup {
  readonly fact: Fact<ScheduledBackupData>;
  /** Left out when it never runs: not understood, or such as 31 February. */
  readonly schedule?: Schedule;
  /** The operator's, as far as its plans show it. */
  readonly zone: Zone;
  /** The shortest of the coming pauses between two fires: milliseconds. */
  readonly interval?: number;
}

export function readPlan(
  fact: Fact<ScheduledBackupData>,
  now: number,
): PlannedBackup {
  const { schedule: expression, nextScheduleTime } = fact.data;
  const schedule = parseSchedule(expression, cnpgCron);
  if (!schedule || nextFire(schedule, now) === undefined) {
    return { fact, zone: utc };
  }
  const zone = zoneOf(schedule, instantOf(nextScheduleTime));
  return { fact, schedule, zone, interval: intervalOf(schedule, now, zone) };
}

/**
 * The operator counts in the zone of its process, which nothing tells but the
 * next run that it wrote down (cloudnative-pg#9382).
 */
function zoneOf(schedule: Schedule, next: number | undefined): Zone {
  if (next === undefined || schedule.type === 'interval') {
    return utc;
  }
  const isFire = (zone: Zone) => nextFire(schedule, next - 1000, zone) === next;
  const inUtc = nextFire(schedule, next);
  if (isFire(utc) || inUtc === undefined) {
    return utc;
  }
  const DAY = 24 * 60;
  const ahead = (((inUtc - next) / 60_000) % DAY) as number;
  // The zones of the world are between 12 h behind and 14 h ahead.
  const candidates = [ahead, ahead - DAY].filter(
    minutes => minutes % 15 === 0 && minutes >= -12 * 60 && minutes <= 14 * 60,
  );
  return candidates.map(fixedZone).find(isFire) ?? utc;
}

function intervalOf(
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

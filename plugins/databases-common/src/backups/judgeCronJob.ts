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

import { AssessmentClock, instantOf } from '../assessment';
import { CronJobData } from '../kinds';
import { AssessmentSettings, BackupState, Fact } from '../model';
import {
  kubernetesCron,
  namedZone,
  nextFire,
  parseSchedule,
  utc,
} from '../schedules';

/**
 * Whether a CronJob still does what it promises. One that hangs and forbids a
 * second one has kept a fleet without proof for 50 days. An end that went well
 * says that something ended, not what came of it.
 *
 * @param good - when it last succeeded: milliseconds since the epoch
 */
export function judgeCronJob(
  { data }: Fact<CronJobData>,
  good: number | undefined,
  clock: AssessmentClock,
  settings: Pick<AssessmentSettings, 'backupGrace' | 'backupStuck'>,
): { readonly state: BackupState; readonly since?: number } {
  const schedule = parseSchedule(data.schedule, kubernetesCron);
  const zone = data.timeZone ? namedZone(data.timeZone) : utc;
  const started = instantOf(data.lastScheduleTime);
  const fire = (from: number) =>
    schedule && zone && nextFire(schedule, from, zone);
  if (data.suspend) {
    return { state: 'suspended' };
  }
  if (data.active > 0 && started !== undefined) {
    const next = fire(started) ?? started + settings.backupStuck * 1000;
    return clock.hasCome(Math.max(next, started + settings.backupStuck * 1000))
      ? { state: 'stuck', since: started }
      : { state: 'running', since: started };
  }
  if (good === undefined) {
    return { state: 'unknown' };
  }
  const first = fire(good);
  if (first === undefined) {
    return { state: 'unknown', since: good };
  }
  const grace = settings.backupGrace * 1000;
  const second = fire(first);
  if (second !== undefined && clock.hasCome(second + grace)) {
    return { state: 'stale', since: good };
  }
  return clock.hasCome(first + grace)
    ? { state: 'late', since: good }
    : { state: 'unverified', since: good };
}

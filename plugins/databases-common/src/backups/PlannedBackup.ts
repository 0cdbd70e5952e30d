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
import { cnpgScheduledBackup, ScheduledBackupData } from '../kinds';
import { Fact } from '../model';
import { evidenceOf } from '../observation';
import { cnpgCron, nextFire, parseSchedule, utc } from '../schedules';
import { adoptZone } from './adoptZone';
import { BackupPlan } from './BackupPlan';
import { intervalOf } from './intervalOf';

/** A ScheduledBackup, read. */
export interface PlannedBackup extends BackupPlan {
  readonly fact: Fact<ScheduledBackupData>;
}

export function readPlan(
  fact: Fact<ScheduledBackupData>,
  now: number,
): PlannedBackup {
  const {
    schedule: expression,
    nextScheduleTime,
    suspend,
    immediate,
  } = fact.data;
  const plan = {
    fact,
    name: fact.name,
    expression,
    dialect: cnpgCron,
    suspended: suspend,
    immediate,
    // The operator writes the next run down with the first look.
    isZoneUnknown: false,
    evidence: evidenceOf(
      cnpgScheduledBackup,
      fact,
      'spec.schedule',
      expression,
    ),
  };
  const schedule = parseSchedule(expression, cnpgCron);
  if (!schedule || nextFire(schedule, now) === undefined) {
    return { ...plan, zone: utc };
  }
  const zone = adoptZone(schedule, instantOf(nextScheduleTime));
  return { ...plan, schedule, zone, interval: intervalOf(schedule, now, zone) };
}

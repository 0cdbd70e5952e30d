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

import { Evidence } from '../../model';
import { kubernetesCron, nextFire, parseSchedule, utc } from '../../schedules';
import { BackupPlan } from '../BackupPlan';
import { intervalOf } from '../intervalOf';

/** `@daily-random` of k8up: once a day, at a time that it picks by itself. */
const random = /^(@(?:hourly|daily|weekly|monthly|yearly|annually))-random$/;

/** A schedule of an operator that reads it as CronJobs are read, in UTC. */
export function readRoutinePlan(
  declared: {
    readonly name: string;
    readonly schedule: string;
    readonly suspended: boolean;
    readonly evidence: Evidence;
  },
  now: number,
): BackupPlan {
  const { name, suspended, evidence } = declared;
  const [, picked] = random.exec(declared.schedule) ?? [];
  const expression = picked ?? declared.schedule;
  const plan = {
    name,
    expression: declared.schedule,
    dialect: kubernetesCron,
    suspended,
    immediate: false,
    isZoneUnknown: picked !== undefined,
    zone: utc,
    evidence,
  };
  const schedule = parseSchedule(expression, kubernetesCron);
  return schedule && nextFire(schedule, now) !== undefined
    ? { ...plan, schedule, interval: intervalOf(schedule, now, utc) }
    : plan;
}

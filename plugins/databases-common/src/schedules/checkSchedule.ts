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

import { cnpgCron } from './CronDialect';
import { cronFields } from './cronFields';
import { parseCronField } from './parseCronField';
import { suggestSixFields } from './suggestSixFields';

/**
 * CloudNativePG reads schedules with six fields, seconds first:
 *
 * ```
 * second minute hour day-of-month month day-of-week
 * 0      0      2    *            *     *            every day at 02:00:00
 * ```
 *
 * or one of `@yearly @annually @monthly @weekly @daily @midnight @hourly` and
 * `@every <duration>`. With five fields it still accepts the schedule and reads
 * them as `second minute hour day-of-month month`, so `0 2 * * *` runs every
 * hour: that is refused here.
 *
 * @returns the problem with a way out, `undefined` when there is none.
 * @public
 */
export function checkSchedule(schedule: string): string | undefined {
  if (
    /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(schedule)
  ) {
    return undefined;
  }
  if (/^@every (\d+(h|m|s))+$/.test(schedule)) {
    return undefined;
  }
  const fields = schedule.split(' ');
  const sixFields = suggestSixFields(schedule);
  if (sixFields) {
    return `has five fields, which CloudNativePG reads as "second minute hour day month": it would run far more often than meant; write six, seconds first: ${sixFields}`;
  }
  if (fields.length !== 6) {
    return `has ${fields.length} field${fields.length === 1 ? '' : 's'}, CloudNativePG wants six, seconds first; write 0 0 2 * * * for every day at 02:00`;
  }
  for (const [index, text] of fields.entries()) {
    const field = cronFields[cnpgCron.layouts[6][index]];
    if (!parseCronField(text, field, true)?.values.length) {
      return `has "${text}" as its ${field.name}; write ${field.hint}`;
    }
  }
  return undefined;
}

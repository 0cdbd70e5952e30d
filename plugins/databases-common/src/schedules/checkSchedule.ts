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

interface FieldRange {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
  readonly hint: string;
}

const ranges: readonly FieldRange[] = [
  { name: 'second', least: 0, most: 59, hint: '0 to 59' },
  { name: 'minute', least: 0, most: 59, hint: '0 to 59' },
  { name: 'hour', least: 0, most: 23, hint: '0 to 23' },
  { name: 'day of the month', least: 1, most: 31, hint: '1 to 31' },
  {
    name: 'month',
    least: 1,
    most: 12,
    words: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
    hint: '1 to 12, or JAN to DEC',
  },
  {
    name: 'day of the week',
    least: 0,
    most: 6,
    words: 'sun mon tue wed thu fri sat'.split(' '),
    hint: '0 (Sunday) to 6, or SUN to SAT',
  },
];

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
  if (fields.length === 5 && fields.every(isField)) {
    return `has five fields, which CloudNativePG reads as "second minute hour day month": it would run far more often than meant; write six, seconds first: 0 ${schedule}`;
  }
  if (fields.length !== 6) {
    return `has ${fields.length} field${fields.length === 1 ? '' : 's'}, CloudNativePG wants six, seconds first; write 0 0 2 * * * for every day at 02:00`;
  }
  const wrong = fields.findIndex(
    (field, index) => !isField(field) || !inRange(field, ranges[index]),
  );
  if (wrong >= 0) {
    return `has "${fields[wrong]}" as its ${ranges[wrong].name}; write ${ranges[wrong].hint}`;
  }
  return undefined;
}

const names = '(?:[A-Za-z]{3})';
const value = `(?:\\d+|${names})`;
const part = `(?:\\*|\\?|${value}(?:-${value})?)(?:/\\d+)?`;
const field = new RegExp(`^${part}(?:,${part})*$`);

function isField(text: string): boolean {
  return field.test(text);
}

function inRange(text: string, range: FieldRange): boolean {
  const bounds = text
    .split(',')
    .map(item => item.split('/')[0])
    .flatMap(item => item.split('-'));
  const steps = text
    .split(',')
    .flatMap(item => item.split('/').slice(1))
    .map(Number);
  return (
    steps.every(step => step > 0) &&
    bounds.every(bound => {
      if (bound === '*' || bound === '?') {
        return true;
      }
      return /^\d+$/.test(bound)
        ? Number(bound) >= range.least && Number(bound) <= range.most
        : Boolean(range.words?.includes(bound.toLowerCase()));
    })
  );
}

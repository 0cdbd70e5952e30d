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

import { CronSchedule, CronValues, Schedule } from './Schedule';

/**
 * A schedule in words, as the one who runs it reads it: `every day at 02:00`,
 * `every hour at minute 2`.
 *
 * @public
 */
export function describeSchedule(schedule: Schedule): string {
  if (schedule.type === 'interval') {
    return `every ${describeInterval(schedule.seconds)}`;
  }
  const time = describeTime(schedule);
  const days = describeDays(schedule);
  if (time.startsWith('every')) {
    return days ? `${time}, ${days}` : time;
  }
  return `${days ?? 'every day'} ${time}`;
}

function describeInterval(seconds: number): string {
  const [size, unit] = (
    [
      [3600, 'h'],
      [60, 'min'],
      [1, 's'],
    ] as const
  ).find(([length]) => seconds % length === 0)!;
  return `${seconds / size} ${unit}`;
}

function describeTime({ second, minute, hour }: CronSchedule): string {
  const everyHour = covers(hour, 24);
  const everyMinute = covers(minute, 60);
  const atSecond = isZero(second) ? '' : `, at second ${list(second.values)}`;
  if (everyHour && everyMinute) {
    return covers(second, 60) ? 'every second' : `every minute${atSecond}`;
  }
  if (everyHour) {
    const step = stepOf(minute, 60);
    return step
      ? `every ${step} minutes${atSecond}`
      : `every hour at minute ${list(minute.values)}${atSecond}`;
  }
  const hours = stepOf(hour, 24);
  if (hours && minute.values.length === 1) {
    return `every ${hours} hours at minute ${minute.values[0]}${atSecond}`;
  }
  const times = hour.values.flatMap(h =>
    minute.values.map(m => `${twoDigits(h)}:${twoDigits(m)}`),
  );
  return times.length <= 6
    ? `at ${list(times)}${atSecond}`
    : `at minute ${list(minute.values)} of hour ${list(hour.values)}${atSecond}`;
}

const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `undefined` for every day. */
function describeDays(schedule: CronSchedule): string | undefined {
  const { dayOfMonth, dayOfWeek, month } = schedule;
  const ofMonth = covers(dayOfMonth, 31)
    ? undefined
    : `on day ${list(dayOfMonth.values)} of the month`;
  const ofWeek = covers(dayOfWeek, 7)
    ? undefined
    : `on ${list(dayOfWeek.values.map(day => weekdays[day]))}`;
  const days =
    ofMonth && ofWeek && (dayOfMonth.star || dayOfWeek.star)
      ? `${ofMonth}, if it is also ${ofWeek.replace('on ', 'a ')},`
      : [ofMonth, ofWeek].filter(Boolean).join(' and ');
  const inMonths = covers(month, 12)
    ? ''
    : `in ${list(month.values.map(value => months[value - 1]))}`;
  return [days, inMonths].filter(Boolean).join(' ') || undefined;
}

function covers({ values }: CronValues, count: number): boolean {
  return values.length === count;
}

function isZero({ values }: CronValues): boolean {
  return values.length === 1 && values[0] === 0;
}

/** The step of values that go round evenly from 0, such as 0, 6, 12, 18. */
function stepOf({ values }: CronValues, count: number): number | undefined {
  const step = count / values.length;
  return values.length > 1 &&
    Number.isInteger(step) &&
    values.every((value, index) => value === index * step)
    ? step
    : undefined;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `1`, `1 and 2`, `1, 2 and 3`; neighbors as `1–5`. */
function list(values: readonly (number | string)[]): string {
  const last = values.length - 1;
  const neighbors = values.every(
    (value, index) => index === 0 || value === Number(values[index - 1]) + 1,
  );
  if (last > 1 && neighbors) {
    return `${values[0]}–${values[last]}`;
  }
  return last > 0
    ? `${values.slice(0, last).join(', ')} and ${values[last]}`
    : `${values[0] ?? 'none'}`;
}

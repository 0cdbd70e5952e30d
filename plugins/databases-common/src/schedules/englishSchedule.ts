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

import { ScheduleWords } from './ScheduleWords';

const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

const units = { hour: 'h', minute: 'min', second: 's' };

/** `every day at 02:00`, `every hour at minute 2`. */
export const englishSchedule: ScheduleWords = {
  and: 'and',
  none: 'none',
  never: 'never',
  everySecond: 'every second',
  everyMinute: 'every minute',
  everyHour: 'every hour',
  everyDay: 'every day',
  interval: (count, unit) => `every ${count} ${units[unit]}`,
  everyMinutes: count => `every ${count} minutes`,
  everyHours: count => `every ${count} hours`,
  atSecond: list => `at second ${list}`,
  atMinute: list => `at minute ${list}`,
  atMinuteOfHour: (minutes, hours) => `at minute ${minutes} of hour ${hours}`,
  atTime: list => `at ${list}`,
  onDayOfMonth: list => `on day ${list} of the month`,
  onWeekdays: weekdays,
  onWeekday: list => `on ${list}`,
  weekdays,
  onDayThatIs: (dayOfMonth, list) => `${dayOfMonth}, if it is also a ${list},`,
  inMonths: [
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
  ],
  inMonth: list => `in ${list}`,
};

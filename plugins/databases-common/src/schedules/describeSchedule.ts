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

import { cnpgCron, CronDialect } from './CronDialect';
import { englishSchedule } from './englishSchedule';
import { parseSchedule } from './parseSchedule';
import { russianSchedule } from './russianSchedule';
import { CronSchedule, CronValues, Schedule } from './Schedule';
import { ScheduleWords } from './ScheduleWords';

const languages: { readonly [language in 'en' | 'ru']: ScheduleWords } = {
  en: englishSchedule,
  ru: russianSchedule,
};

/**
 * A schedule in words, as the one who runs it reads it: `every day at 02:00`,
 * `every hour at minute 2`; `never` when it is not understood.
 *
 * @param options - `dialect`: CloudNativePG's when left out; `language`: English
 * @public
 */
export function describeSchedule(
  expression: string,
  options: {
    readonly dialect?: CronDialect;
    readonly language?: 'en' | 'ru';
  } = {},
): string {
  const { dialect = cnpgCron, language = 'en' } = options;
  const schedule = parseSchedule(expression, dialect);
  const words = languages[language];
  return schedule ? describe(schedule, words) : words.never;
}

function describe(schedule: Schedule, words: ScheduleWords): string {
  if (schedule.type === 'interval') {
    return describeInterval(schedule.seconds, words);
  }
  const { text, repeats } = describeTime(schedule, words);
  const days = describeDays(schedule, words);
  if (repeats) {
    return days ? `${text}, ${days}` : text;
  }
  return `${days ?? words.everyDay} ${text}`;
}

function describeInterval(seconds: number, words: ScheduleWords): string {
  const [size, unit] = (
    [
      [3600, 'hour'],
      [60, 'minute'],
      [1, 'second'],
    ] as const
  ).find(([length]) => seconds % length === 0)!;
  return words.interval(seconds / size, unit);
}

function describeTime(
  { second, minute, hour }: CronSchedule,
  words: ScheduleWords,
): { readonly text: string; readonly repeats: boolean } {
  const told = (text: string, repeats: boolean) => ({
    text: isZero(second)
      ? text
      : `${text}, ${words.atSecond(list(second.values, words))}`,
    repeats,
  });
  const atMinute = words.atMinute(list(minute.values, words));
  const everyHour = covers(hour, 24);
  if (everyHour && covers(minute, 60)) {
    return covers(second, 60)
      ? { text: words.everySecond, repeats: true }
      : told(words.everyMinute, true);
  }
  if (everyHour) {
    const step = stepOf(minute, 60);
    return told(
      step ? words.everyMinutes(step) : `${words.everyHour} ${atMinute}`,
      true,
    );
  }
  const hours = stepOf(hour, 24);
  if (hours && minute.values.length === 1) {
    return told(`${words.everyHours(hours)} ${atMinute}`, true);
  }
  const times = hour.values.flatMap(h =>
    minute.values.map(m => `${twoDigits(h)}:${twoDigits(m)}`),
  );
  return told(
    times.length <= 6
      ? words.atTime(list(times, words))
      : words.atMinuteOfHour(
          list(minute.values, words),
          list(hour.values, words),
        ),
    false,
  );
}

/** `undefined` for every day. */
function describeDays(
  { dayOfMonth, dayOfWeek, month }: CronSchedule,
  words: ScheduleWords,
): string | undefined {
  const ofMonth = covers(dayOfMonth, 31)
    ? undefined
    : words.onDayOfMonth(list(dayOfMonth.values, words));
  const named = (names: readonly string[]) =>
    list(
      dayOfWeek.values.map(day => names[day]),
      words,
    );
  const ofWeek = covers(dayOfWeek, 7)
    ? undefined
    : words.onWeekday(named(words.onWeekdays));
  const days =
    ofMonth && ofWeek && (dayOfMonth.star || dayOfWeek.star)
      ? words.onDayThatIs(ofMonth, named(words.weekdays))
      : [ofMonth, ofWeek].filter(Boolean).join(` ${words.and} `);
  const inMonths = covers(month, 12)
    ? ''
    : words.inMonth(
        list(
          month.values.map(value => words.inMonths[value - 1]),
          words,
        ),
      );
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
function list(
  values: readonly (number | string)[],
  { and, none }: ScheduleWords,
): string {
  const last = values.length - 1;
  const neighbors = values.every(
    (value, index) => index === 0 || value === Number(values[index - 1]) + 1,
  );
  if (last > 1 && neighbors) {
    return `${values[0]}–${values[last]}`;
  }
  return last > 0
    ? `${values.slice(0, last).join(', ')} ${and} ${values[last]}`
    : `${values[0] ?? none}`;
}

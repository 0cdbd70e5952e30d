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

import { describeSchedule } from '../schedules/describeSchedule';

/**
 * How a parameter is written, after a colon in its placeholder:
 *
 * - `{at:instant}`: a UTC ISO instant as `2026-11-21 02:00 UTC`
 * - `{since:age}`: the time from a UTC ISO instant until now, as `26 h`
 * - `{limit:duration}`: seconds, as `30 min`
 * - `{size:bytes}`: bytes, as `1.5 GiB`
 * - `{expression:schedule}`: a schedule of CloudNativePG, as `every day at 02:00`
 *
 * @public
 */
export type ParamFormat =
  'instant' | 'age' | 'duration' | 'bytes' | 'schedule' | undefined;

/** @public */
export type ParamLanguage = 'en' | 'ru';

const units: {
  readonly [language in ParamLanguage]: {
    readonly [unit in 'second' | 'minute' | 'hour' | 'day']: string;
  };
} = {
  en: { second: 's', minute: 'min', hour: 'h', day: 'd' },
  ru: { second: 'с', minute: 'мин', hour: 'ч', day: 'дн.' },
};

/**
 * Writes one parameter as words. What is not what its format wants is written
 * as it is, so that it is seen.
 *
 * @public
 */
export function formatParam(
  value: string | number | boolean,
  format: ParamFormat,
  options: { readonly now?: string; readonly language?: ParamLanguage } = {},
): string {
  const { language = 'en', now } = options;
  switch (format) {
    case 'instant':
      return Number.isNaN(Date.parse(String(value)))
        ? String(value)
        : `${new Date(String(value)).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    case 'age': {
      const seconds =
        (Date.parse(now ?? '') - Date.parse(String(value))) / 1000;
      return Number.isNaN(seconds)
        ? String(value)
        : duration(Math.max(0, seconds), language);
    }
    case 'duration':
      return Number.isFinite(Number(value))
        ? duration(Number(value), language)
        : String(value);
    case 'bytes':
      return Number.isFinite(Number(value))
        ? bytes(Number(value))
        : String(value);
    case 'schedule':
      return describeSchedule(String(value), { language });
    default:
      return String(value);
  }
}

/** Rounded down, in the unit that keeps one to two digits: 90 min, 26 h, 3 d. */
function duration(seconds: number, language: ParamLanguage): string {
  const { second, minute, hour, day } = units[language];
  if (seconds < 120) {
    return `${Math.floor(seconds)} ${second}`;
  }
  if (seconds < 2 * 3600) {
    return `${Math.floor(seconds / 60)} ${minute}`;
  }
  if (seconds < 72 * 3600) {
    return `${Math.floor(seconds / 3600)} ${hour}`;
  }
  return `${Math.floor(seconds / 86_400)} ${day}`;
}

function bytes(size: number): string {
  const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const index = Math.min(
    names.length - 1,
    Math.max(0, Math.floor(Math.log2(Math.max(1, size)) / 10)),
  );
  const amount = size / 1024 ** index;
  return `${amount < 10 && index ? amount.toFixed(1) : Math.round(amount)} ${names[index]}`;
}

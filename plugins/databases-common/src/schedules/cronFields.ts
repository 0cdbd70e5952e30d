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

/**
 * The fields of a cron expression:
 *
 * ```
 * second minute hour day-of-month month day-of-week
 * 0-59   0-59   0-23 1-31         1-12  0-6 (Sunday is 0, and 7 is an error)
 * ```
 *
 * A field is a list with commas of `*`, `?`, `N`, `N-M`, each of which may have
 * a step `/S`; `N/S` goes on to the end. Months and days of the week may be
 * named by three letters.
 */
export interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** The first one stands for `least`. */
  readonly words?: readonly string[];
  /** What may be written, as words for a person. */
  readonly hint: string;
}

/** The fields, as dialects order them. @public */
export type CronFieldName =
  'second' | 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek';

export const cronFields = {
  second: { name: 'second', least: 0, most: 59, hint: '0 to 59' },
  minute: { name: 'minute', least: 0, most: 59, hint: '0 to 59' },
  hour: { name: 'hour', least: 0, most: 23, hint: '0 to 23' },
  dayOfMonth: {
    name: 'day of the month',
    least: 1,
    most: 31,
    hint: '1 to 31',
  },
  month: {
    name: 'month',
    least: 1,
    most: 12,
    words: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
    hint: '1 to 12, or JAN to DEC',
  },
  dayOfWeek: {
    name: 'day of the week',
    least: 0,
    most: 6,
    words: 'sun mon tue wed thu fri sat'.split(' '),
    hint: '0 (Sunday) to 6, or SUN to SAT',
  },
} as const satisfies { readonly [field in CronFieldName]: CronField };

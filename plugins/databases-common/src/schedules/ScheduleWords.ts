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
 * The phrases that the meaning of a schedule is put together from. Lists are
 * words already: `1`, `1 and 2`, `1–5`.
 */
export interface ScheduleWords {
  /** Joins the last two of a list, and two ways to choose days. */
  readonly and: string;
  /** Of a list without anything in it. */
  readonly none: string;
  readonly never: string;
  readonly everySecond: string;
  readonly everyMinute: string;
  readonly everyHour: string;
  readonly everyDay: string;
  interval(count: number, unit: 'hour' | 'minute' | 'second'): string;
  everyMinutes(count: number): string;
  everyHours(count: number): string;
  atSecond(list: string): string;
  atMinute(list: string): string;
  atMinuteOfHour(minutes: string, hours: string): string;
  /** `list`: `02:00 and 14:00`. */
  atTime(list: string): string;
  onDayOfMonth(list: string): string;
  /** Names of weekdays as they stand in `onWeekday`, Sunday first. */
  readonly onWeekdays: readonly string[];
  onWeekday(list: string): string;
  /** Names of weekdays as they stand in `onDayThatIs`, Sunday first. */
  readonly weekdays: readonly string[];
  /** Both the day of the month and the day of the week have to be right. */
  onDayThatIs(dayOfMonth: string, list: string): string;
  /** Names of months as they stand in `inMonth`, January first. */
  readonly inMonths: readonly string[];
  inMonth(list: string): string;
}

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
 * When something runs: at the wall clock times that a cron expression names, or
 * always so many seconds after the last time.
 *
 * @public
 */
export type Schedule = CronSchedule | IntervalSchedule;

/** @public */
export interface CronSchedule {
  readonly type: 'cron';
  readonly second: CronValues;
  readonly minute: CronValues;
  readonly hour: CronValues;
  readonly dayOfMonth: CronValues;
  /** January is 1. */
  readonly month: CronValues;
  /** Sunday is 0. */
  readonly dayOfWeek: CronValues;
}

/** @public */
export interface CronValues {
  /** Ascending. */
  readonly values: readonly number[];
  /** Written with a star: of two day fields, one with a star does not restrict. */
  readonly star: boolean;
}

/** @public */
export interface IntervalSchedule {
  readonly type: 'interval';
  readonly seconds: number;
}

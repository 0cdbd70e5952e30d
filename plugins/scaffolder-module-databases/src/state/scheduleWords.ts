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

/** When backups run, in a form that words can be put around. Times are UTC. */
export type ScheduleWords =
  | { readonly every: 'day'; readonly time: string }
  | {
      readonly every: 'week';
      /** 0 is Sunday. */
      readonly day: number;
      readonly time: string;
    }
  | { readonly every: 'hour' }
  | { readonly every: 'other' };

const nicknames: { readonly [name: string]: ScheduleWords } = {
  '@daily': { every: 'day', time: '00:00' },
  '@midnight': { every: 'day', time: '00:00' },
  '@weekly': { every: 'week', day: 0, time: '00:00' },
  '@hourly': { every: 'hour' },
};

/**
 * Reads a schedule of six fields, seconds first, as people would say it:
 *
 * ```
 * 0 30 2 * * *   every day at 02:30
 * 0 0 3 * * 1    every week, Mondays at 03:00
 * ```
 */
export function scheduleWords(schedule: string): ScheduleWords {
  const match = /^\d+ (\d{1,2}) (\d{1,2}) \* \* (\*|[0-6])$/.exec(schedule);
  if (!match) {
    return Object.hasOwn(nicknames, schedule)
      ? nicknames[schedule]
      : { every: 'other' };
  }
  const [, minute, hour, day] = match;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return day === '*'
    ? { every: 'day', time }
    : { every: 'week', day: Number(day), time };
}

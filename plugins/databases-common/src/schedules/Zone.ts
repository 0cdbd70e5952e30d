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
 * What turns instants into wall clock times.
 *
 * @public
 */
export interface Zone {
  /** `UTC`, `UTC+05:30`, or a name such as `Europe/Rome`. */
  readonly name: string;
  /** Whether the offset is always the same. */
  readonly fixed: boolean;
  /**
   * How far the wall clock is ahead of UTC.
   *
   * @param instant - milliseconds since the epoch
   * @returns minutes
   */
  offsetAt(instant: number): number;
}

/** @public */
export const utc: Zone = fixedZone(0);

/**
 * A zone without daylight saving.
 *
 * @param minutes - ahead of UTC
 * @public
 */
export function fixedZone(minutes: number): Zone {
  const sign = minutes < 0 ? '-' : '+';
  const digits = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(Math.abs(minutes) / 60);
  return {
    name: minutes
      ? `UTC${sign}${digits(hours)}:${digits(Math.abs(minutes) % 60)}`
      : 'UTC',
    fixed: true,
    offsetAt: () => minutes,
  };
}

/**
 * A zone of the IANA database, such as `timeZone` of a CronJob names it.
 *
 * @returns `undefined` when there is none of that name.
 * @public
 */
export function namedZone(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      timeZoneName: 'longOffset',
    });
  } catch {
    return undefined;
  }
  return {
    name,
    fixed: false,
    offsetAt(instant) {
      const text = format
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName')?.value;
      const [, sign, hours, minutes] =
        /^GMT([+-])(\d\d):(\d\d)/.exec(text ?? '') ?? [];
      const offset = sign ? Number(hours) * 60 + Number(minutes) : 0;
      return sign === '-' ? -offset : offset;
    },
  };
}

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
 * `time.String()` of Go: `2026-02-19 12:34:56.789 +0100 CET m=+0.5`, where the
 * fraction, the name of the zone and the monotonic clock may be missing. Date
 * reads it only as long as the zone is UTC.
 */
const FORMAT =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,9})? ([+-]\d\d)(\d\d)(?: \S+)?(?: m=[+-][\d.]+)?$/;

/** @returns milliseconds since the epoch, `undefined` for anything else */
export function goTime(text: string): number | undefined {
  const parts = FORMAT.exec(text);
  if (!parts) {
    return undefined;
  }
  const [, day, time, fraction = '', hours, minutes] = parts;
  const instant = Date.parse(
    `${day}T${time}${fraction.slice(0, 4)}${hours}:${minutes}`,
  );
  return Number.isNaN(instant) ? undefined : instant;
}

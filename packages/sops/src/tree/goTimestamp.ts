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
 * The timestamps that go-yaml recognizes in a plain scalar, written as Go's
 * `time.MarshalText` does, which is what sops encrypts.
 *
 *     2001-12-14                  → 2001-12-14T00:00:00Z
 *     2001-12-14 21:59:43.10      → 2001-12-14T21:59:43.1Z
 *     2001-12-14t1:2:3-05:00      → 2001-12-14T01:02:03-05:00
 */
const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?(Z|[+-]\d\d:\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?)?$/;

/** @internal */
export function goTimestamp(text: string): string | undefined {
  const match = timestamp.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const [hour, minute, second, fraction] =
    match[4] === undefined ? match.slice(9, 13) : match.slice(4, 8);
  const zone = match[8] ?? 'Z';
  const days = new Date(Date.UTC(2000, Number(month), 0)).getUTCDate();
  const leap =
    Number(year) % 4 === 0 &&
    (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const lastDay = Number(month) === 2 && !leap ? 28 : days;
  const valid =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= lastDay &&
    Number(hour ?? 0) < 24 &&
    Number(minute ?? 0) < 60 &&
    Number(second ?? 0) < 60 &&
    (zone === 'Z' ||
      (Number(zone.slice(1, 3)) < 24 && Number(zone.slice(4)) < 60));
  if (!valid) return undefined;

  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0');
  const digits = (fraction ?? '').slice(1, 10).replace(/0+$/, '');
  const offset = /^[+-]00:00$/.test(zone) ? 'Z' : zone;
  return (
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}` +
    `${digits === '' ? '' : `.${digits}`}${offset}`
  );
}

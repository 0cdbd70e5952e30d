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

/** The clock of every fixture. */
export const now = '2026-11-21T09:00:00.000Z';

/** How long an answer of the fixtures may be believed. */
export const validUntil = '2026-11-21T09:01:00.000Z';

/** An instant so many minutes before (or, negative, after) `now`. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString();
}

/** An instant so many hours before `now`. */
export function hoursAgo(hours: number): string {
  return minutesAgo(hours * 60);
}

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
 * How long backups take: the median of the last five that completed.
 *
 * @param completed - oldest first: milliseconds since the epoch
 * @returns milliseconds, `undefined` when none tells.
 */
export function medianDuration(
  completed: readonly {
    readonly start?: number;
    readonly end?: number;
  }[],
): number | undefined {
  const durations = completed
    .flatMap(({ start, end }) =>
      start === undefined || end === undefined || end < start
        ? []
        : [end - start],
    )
    .slice(-5)
    .sort((a, b) => a - b);
  return durations[Math.floor(durations.length / 2)];
}

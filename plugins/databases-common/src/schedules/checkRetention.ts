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
 * The recovery window as Barman takes it: a number and `d`, `w` or `m`.
 *
 * @returns the problem with a way out, `undefined` when there is none.
 * @public
 */
export function checkRetention(retention: string): string | undefined {
  if (/^[1-9][0-9]*[dwm]$/.test(retention)) {
    return undefined;
  }
  return `is not a retention; write a number and d, w or m (days, weeks, months), such as ${suggest(
    retention,
  )}`;
}

function suggest(retention: string): string {
  const [, digits, unit = 'd'] =
    /^\s*([1-9][0-9]*)\s*([dwmy])?/i.exec(retention) ?? [];
  if (!digits) {
    return '30d';
  }
  return unit.toLowerCase() === 'y'
    ? `${Number(digits) * 12}m`
    : `${digits}${unit.toLowerCase()}`;
}

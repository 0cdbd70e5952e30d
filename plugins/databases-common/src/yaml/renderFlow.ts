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

import { Quoting, writeScalar } from './writeScalar';

/** Plain data in one line, as inside `[…]` and `{…}`. */
export function renderFlow(
  value: unknown,
  quoting: Quoting,
  quoteKeys: boolean = false,
): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => renderFlow(item, quoting, quoteKeys)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, entry]) =>
        `${writeScalar(key, quoteKeys ? 'double' : 'plain', true)}: ${renderFlow(entry, quoting, quoteKeys)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  return typeof value === 'string'
    ? writeScalar(value, quoting, true)
    : String(value);
}

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

import { isPlainSafe } from './isPlainSafe';
import { isPrintable } from './isPrintable';

/**
 * How strings are quoted when nothing forces it. Where something does, `plain`
 * takes double quotes and `plainElseSingle` single ones.
 */
export type Quoting = 'plain' | 'plainElseSingle' | 'single' | 'double';

/**
 * A string in one line, in the wanted style when that reads back the same.
 *
 * @param inFlow - inside `[…]` or `{…}`
 */
export function writeScalar(
  value: string,
  quoting: Quoting,
  inFlow: boolean = false,
): string {
  if (quoting.startsWith('plain') && isPlainSafe(value, inFlow)) {
    return value;
  }
  // As Prettier does: the quotes that need no escapes.
  if (quoting === 'plainElseSingle' && value.includes("'")) {
    return doubleQuoted(value);
  }
  if (/single/i.test(quoting) && isPrintable(value)) {
    return `'${value.replace(/'/g, "''")}'`;
  }
  return doubleQuoted(value);
}

/** JSON's escapes are YAML's too; YAML wants some more characters escaped. */
function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

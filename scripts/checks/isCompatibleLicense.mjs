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

/** Licenses that ask for no more than notices: SPDX identifiers. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/**
 * Whether code under this license can be installed with code under Apache-2.0
 * without asking more of anybody.
 *
 * @param {string | undefined} expression SPDX, as in "(MIT OR GPL-3.0-only)"
 */
export function isCompatibleLicense(expression) {
  const terms = expression?.match(/[()]|[^\s()]+/g) ?? [];
  let position = 0;

  // AND binds tighter than OR.
  function either() {
    let holds = both();
    while (terms[position] === 'OR') {
      position += 1;
      holds = both() || holds;
    }
    return holds;
  }
  function both() {
    let holds = one();
    while (terms[position] === 'AND') {
      position += 1;
      holds = one() && holds;
    }
    return holds;
  }
  function one() {
    const term = terms[position];
    position += 1;
    if (term !== '(') {
      return PERMISSIVE.has(term);
    }
    const holds = either();
    position += 1;
    return holds;
  }

  const holds = either();
  return holds && position === terms.length;
}

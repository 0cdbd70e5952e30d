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
 * Whether lists are indented below their key in these files, by majority:
 *
 * ```
 * key:            key:
 *   - item        - item
 * ```
 *
 * @returns `undefined` when they show none, or as many of each.
 */
export function detectListIndent(
  texts: readonly (string | undefined)[],
): boolean | undefined {
  let balance = 0;
  for (const text of texts) {
    const lists = (text ?? '').matchAll(
      /^( *)(?:- )?[\w."'-]+:[ \t]*\r?\n( *)- /gm,
    );
    for (const [, key, item] of lists) {
      balance += item.length > key.length ? 1 : -1;
    }
  }
  return balance === 0 ? undefined : balance > 0;
}

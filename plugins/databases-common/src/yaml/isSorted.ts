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

/** Entries that show an order; two are in order by chance half of the time. */
const FEWEST = 3;

/** Whether somebody keeps a list in the order of its texts. */
export function isSorted(items: readonly (string | undefined)[]): boolean {
  return (
    items.length >= FEWEST &&
    items.every(
      (item, index) =>
        item !== undefined && (index === 0 || items[index - 1]! < item),
    )
  );
}

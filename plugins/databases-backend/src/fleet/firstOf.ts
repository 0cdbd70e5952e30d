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

/** For a page far down the list, sorting all of it is cheaper. */
const MOST_INSERTED = 500;

/**
 * What a sorted list would begin with. Most items of a long list are compared
 * once, with the last of those that are first so far.
 *
 * @param compare - tells all items apart
 */
export function firstOf<T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (count < 1 || count > MOST_INSERTED) {
    return [...items].sort(compare).slice(0, count);
  }
  const first: T[] = [];
  for (const item of items) {
    if (first.length < count || compare(item, first[first.length - 1]) < 0) {
      let low = 0;
      let high = first.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(item, first[middle]) < 0) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      first.splice(low, 0, item);
      first.length = Math.min(first.length, count);
    }
  }
  return first;
}

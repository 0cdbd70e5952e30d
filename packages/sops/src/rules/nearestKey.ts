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
 * The known key that a mistyped one most resembles: equal but for case and
 * punctuation, or at most three letters away (`path_regexp` → `path_regex`).
 *
 * @internal
 */
export function nearestKey(
  key: string,
  known: readonly string[],
): string | undefined {
  const [best] = known
    .map(candidate => ({
      candidate,
      distance: distance(simplify(key), simplify(candidate)),
    }))
    .sort((left, right) => left.distance - right.distance);
  return best.distance <= 3 ? best.candidate : undefined;
}

function simplify(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** Levenshtein: insertions, deletions and exchanges. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      next.push(
        Math.min(
          row[j] + 1,
          next[j - 1] + 1,
          row[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[right.length];
}

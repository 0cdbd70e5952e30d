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

/** Callers by hand do not fill the memory. */
const MOST_KEYS = 1000;

/**
 * A function whose answers are kept for a while. Who asks while an answer is on
 * its way waits for the same one; an error is not kept.
 */
export function cachedByKey<T>(
  milliseconds: number,
  load: (key: string) => Promise<T>,
  now: () => number = Date.now,
): (key: string) => Promise<T> {
  const kept = new Map<string, { until: number; answer: Promise<T> }>();
  return key => {
    const before = kept.get(key);
    if (before && now() < before.until) {
      return before.answer;
    }
    if (kept.size >= MOST_KEYS) {
      kept.clear();
    }
    const answer = load(key);
    const entry = { until: now() + milliseconds, answer };
    kept.set(key, entry);
    answer.catch(() => {
      if (kept.get(key) === entry) {
        kept.delete(key);
      }
    });
    return answer;
  };
}

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

import { StatedConvention } from '../model';

/** Files that are named for one convention; more would not convince more. */
const MOST_EVIDENCE = 2;

/** Says once what was learned several times, with the files of all. */
export function mergeStated(
  stated: readonly StatedConvention[],
): readonly StatedConvention[] {
  const merged = new Map<string, StatedConvention>();
  for (const convention of stated) {
    const { repository, what, value, from } = convention;
    const key = JSON.stringify([repository, what, value, from]);
    const evidence = [
      ...(merged.get(key)?.evidence ?? []),
      ...convention.evidence,
    ];
    merged.set(key, {
      ...convention,
      evidence: [...new Set(evidence)].slice(0, MOST_EVIDENCE),
    });
  }
  return [...merged.values()];
}

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

/** Milliseconds between two looks. */
const LOOK_AGAIN = 300_000;
/** As long as there is more to be read, and at most while nothing can be. */
const GO_ON = 60_000;
const FIRST_RETRY = 1_000;

/**
 * Milliseconds until a repository is looked at again. A host that was just
 * starting is soon there; one that is down, or limits requests, is asked once a
 * minute.
 *
 * @param random - at least 0, less than 1; spreads looks over up to a quarter more
 */
export function pauseAfter(
  look: {
    /** Looks in a row that came to nothing. */
    readonly failures: number;
    /** There is more to be read. */
    readonly isBehind: boolean;
  },
  random: number,
): number {
  const retry = Math.min(GO_ON, FIRST_RETRY * 2 ** (look.failures - 1));
  const next = look.isBehind ? GO_ON : LOOK_AGAIN;
  return (look.failures ? retry : next) * (1 + random / 4);
}

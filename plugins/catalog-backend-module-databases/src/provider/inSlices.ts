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

import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work between two looks at the rest of the event loop. */
const SLICE = 6;

/** Makes something of each, without holding up the process meanwhile. */
export async function inSlices<From, To>(
  items: Iterable<From>,
  make: (item: From) => To,
): Promise<To[]> {
  const made: To[] = [];
  let began = performance.now();
  for (const item of items) {
    made.push(make(item));
    if (performance.now() - began > SLICE) {
      await setImmediate();
      began = performance.now();
    }
  }
  return made;
}

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

import { Memory } from '../assessment';

/**
 * Since when something is as it is now, when the change was seen. What already
 * was so at first sight may be so for ever: it has no beginning.
 *
 * @returns UTC ISO instant
 */
export function witnessed(
  memory: Memory,
  key: string,
  value: string,
): string | undefined {
  const remembered = memory.get(key);
  return remembered?.value === value && remembered.previous
    ? remembered.since
    : undefined;
}

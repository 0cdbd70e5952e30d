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

import { VaultEntryData } from '@basewell/plugin-databases-common/domain';

/** Milliseconds until an entry is read again. */
export const READ_AGAIN = 5 * 60_000;
/** A lease may be revoked at any time, so it is looked at also far from its end. */
const LONGEST = 15 * 60_000;
const SHORTEST = 60_000;

/**
 * In how many milliseconds an entry is read again. Of what is left of a lease half
 * is waited for: it should be renewed by then. One that is gone never comes back.
 *
 * @param now - milliseconds since the epoch
 */
export function readAgainAfter(
  entry: VaultEntryData['entry'],
  now: number,
): number {
  if (entry.type !== 'lease') {
    return READ_AGAIN;
  }
  if (entry.missing) {
    return Infinity;
  }
  const left = entry.expireTime
    ? (Date.parse(entry.expireTime) - now) / 2
    : Infinity;
  return Math.min(LONGEST, Math.max(SHORTEST, left));
}

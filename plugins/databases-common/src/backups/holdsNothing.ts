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

/** What gzip makes of nothing has 20 bytes, of bzip2 14, of xz 32. */
const LEAST = 64;

/**
 * Whether a backup of that size cannot have anything in it: a dump that failed
 * before a pipe leaves the frame of what compresses it, and no more.
 *
 * @param bytes - left out when nobody knows
 */
export function holdsNothing(bytes: number | undefined): boolean {
  return bytes !== undefined && bytes < LEAST;
}

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

/** What a process has read, and what that cost it. */
export interface ReadingReport {
  /** Milliseconds since the process began to read, modules loaded. */
  readonly firstRow: number;
  readonly synced: number;
  /** Milliseconds of loading what only this way to read needs. */
  readonly loading: number;
  /** The longest time in milliseconds in which the process did nothing else. */
  readonly stall: number;
  readonly objects: number;
  /** Since the first report; every object counts once. */
  readonly changes: number;
  /** More than before it began to read, after a collection of garbage. */
  readonly heapBytes: number;
  readonly residentBytes: number;
  /** Of all threads since the process began. */
  readonly cpuMilliseconds: number;
}

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

import { Evidence } from '../model';
import { CronDialect, Schedule, Zone } from '../schedules';

/** A schedule of backups, read. */
export interface BackupPlan {
  /** Of the object that has it. */
  readonly name: string;
  readonly expression: string;
  readonly dialect: CronDialect;
  readonly suspended: boolean;
  /** Whether the first one is made at once. */
  readonly immediate: boolean;
  /** Left out when it never runs: not understood, or such as 31 February. */
  readonly schedule?: Schedule;
  /** Of whoever looks at the clock, as far as its runs show it. */
  readonly zone: Zone;
  /** Whether no run has shown it yet, and it may be any. */
  readonly isZoneUnknown: boolean;
  /** The shortest of the coming pauses between two fires: milliseconds. */
  readonly interval?: number;
  /** The field where it is written. */
  readonly evidence: Evidence;
}

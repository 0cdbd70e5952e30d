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

import { DatabaseMetrics, Measured } from '../../metrics/DatabaseMetrics';

/** Servers of PostgreSQL that take writes, as far as their role is measured. */
export function primariesOf(metrics: DatabaseMetrics): readonly Measured[] {
  return metrics.of('inRecovery').filter(({ value }) => value === 0);
}

/** Whether a server may be one that takes writes: its role may not be measured. */
export function mayWrite(metrics: DatabaseMetrics, pod: string): boolean {
  return !metrics
    .of('inRecovery')
    .some(({ subject, value }) => subject === pod && value === 1);
}

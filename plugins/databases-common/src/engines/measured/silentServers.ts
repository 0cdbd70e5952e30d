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

/** A Sentinel that does not answer is no server of the data. */
export function silentServers(metrics: DatabaseMetrics): readonly Measured[] {
  const watchers = new Set(
    metrics.of('sentinelQuorum').map(({ subject }) => setOf(subject)),
  );
  return metrics
    .of('up')
    .filter(
      ({ subject, value }) => value === 0 && !watchers.has(setOf(subject)),
    );
}

/** The StatefulSet of a pod. */
function setOf(pod: string): string {
  return pod.replace(/-\d+$/, '');
}

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

import { observation } from '../../messages';
import { DatabaseMetrics, Measured } from '../../metrics/DatabaseMetrics';
import { HealthState, Observation } from '../../model';
import { MeasuredRule, MeasuredSubject } from './MeasuredSubject';
import { mayWrite } from './primariesOf';

/**
 * Side remarks: the database serves, but what is written now cannot be restored,
 * and WAL that is not archived fills the volume. A failure before the last success
 * is history (CloudNativePG #3674).
 */
export const walArchived: MeasuredRule = {
  id: 'wal-archived',
  title: 'Whether WAL is archived, and when it was last, by metrics.',
  check: subject => [...failing(subject), ...waiting(subject)],
};

function failing(
  subject: MeasuredSubject,
): readonly Observation<HealthState>[] {
  const { metrics, clock, settings } = subject;
  const times = metrics.of('lastArchiveFailureAt').filter(failure => {
    const last = lastArchived(metrics, failure.subject);
    return (
      failure.value > Math.max(last?.value ?? 0, 0) &&
      (!last ||
        last.value <= 0 ||
        clock.isOlder(last.value * 1000, settings.walGrace))
    );
  });
  const counts = metrics.of('archiveFailures').filter(({ value }) => value > 0);
  return [...times, ...counts]
    .filter(({ subject: pod }) => mayWrite(metrics, pod))
    .map(failure => {
      const last = lastArchived(metrics, failure.subject);
      return observation(
        'walArchived.failing',
        { pod: failure.subject },
        {
          severity: 'error',
          evidence: [failure, ...(last ? [last] : [])].map(
            ({ evidence }) => evidence,
          ),
        },
      );
    });
}

/** An idle server switches no segment: only what waits makes the last one old. */
function waiting({
  metrics,
  clock,
  settings,
}: MeasuredSubject): readonly Observation<HealthState>[] {
  return metrics.of('waitingWal').flatMap(wal => {
    const last = lastArchived(metrics, wal.subject);
    return wal.value > 0 &&
      mayWrite(metrics, wal.subject) &&
      last &&
      last.value > 0 &&
      clock.isOlder(last.value * 1000, settings.walAge)
      ? [
          observation(
            'walArchived.late',
            {
              pod: wal.subject,
              count: wal.value,
              since: new Date(last.value * 1000).toISOString(),
            },
            {
              severity: 'warning',
              evidence: [wal.evidence, last.evidence],
            },
          ),
        ]
      : [];
  });
}

function lastArchived(
  metrics: DatabaseMetrics,
  pod: string,
): Measured | undefined {
  return metrics.of('lastArchivedAt').find(({ subject }) => subject === pod);
}

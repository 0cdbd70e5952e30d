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
import { isWithin } from '../isWithin';
import { witnessed } from '../witnessed';
import { MeasuredRule, MeasuredSubject, sumOf } from './MeasuredSubject';
import { primariesOf } from './primariesOf';

export const replicationStreams: MeasuredRule = {
  id: 'replication-streams',
  title: 'Whether every standby streams, by metrics.',
  check(subject) {
    const { metrics, memory, settings } = subject;
    const { wanted, ready = wanted } = metrics;
    const streaming = streamingOf(subject);
    if (wanted === undefined || ready === undefined || !streaming) {
      return [];
    }
    // What is not ready other rules speak about; they know for how long it may be so.
    const standbys = Math.min(wanted, ready) - 1;
    const deaf = deafStandbys(metrics);
    // Whoever else reads WAL, a backup or a subscriber, counts as streaming too.
    const count = Math.min(sumOf(streaming), standbys - deaf.length);
    if (count >= standbys) {
      return [];
    }
    const since = witnessed(
      memory,
      'streaming',
      String(sumOf(metrics.of('streamingReplicas'))),
    );
    const seen = {
      severity: 'warning',
      since,
      evidence: [...streaming, ...deaf].map(({ evidence }) => evidence),
    } as const;
    const params = { count: Math.max(count, 0), standbys };
    return isWithin(subject, since, settings.outageGrace)
      ? [
          observation('replicationStreams.young', params, {
            ...seen,
            state: 'progressing',
          }),
        ]
      : [
          observation('replicationStreams.missing', params, {
            ...seen,
            state: 'degraded',
          }),
        ];
  },
};

/** A standby may get its WAL from an archive alone where no primary is beside it. */
function deafStandbys(metrics: DatabaseMetrics): readonly Measured[] {
  const standbys = metrics.of('inRecovery').filter(({ value }) => value === 1);
  return primariesOf(metrics).length
    ? metrics
        .of('receiverUp')
        .filter(
          ({ subject, value }) =>
            value === 0 && standbys.some(other => other.subject === subject),
        )
    : [];
}

/**
 * What the primary says; where no role is measured, what all servers say together.
 * One that is not measured may be the one that the others stream from.
 */
function streamingOf({
  metrics,
}: MeasuredSubject): readonly Measured[] | undefined {
  const streaming = metrics.of('streamingReplicas');
  const primaries = new Set(primariesOf(metrics).map(({ subject }) => subject));
  const own = streaming.filter(({ subject }) => primaries.has(subject));
  if (primaries.size) {
    return own.length ? own : undefined;
  }
  return streaming.length && streaming.length >= (metrics.wanted ?? Infinity)
    ? streaming
    : undefined;
}

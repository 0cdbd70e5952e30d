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
import { Measured } from '../../metrics/DatabaseMetrics';
import { isWithin } from '../cnpg/isWithin';
import { witnessed } from '../cnpg/witnessed';
import { MeasuredRule, MeasuredSubject, sumOf } from './MeasuredSubject';
import { primariesOf } from './primariesOf';

export const replicationStreams: MeasuredRule = {
  id: 'replication-streams',
  title: 'Whether every standby streams, by metrics.',
  check(subject) {
    const { metrics, memory, settings } = subject;
    const { wanted } = metrics;
    const streaming = streamingOf(subject);
    if (wanted === undefined || !streaming) {
      return [];
    }
    const count = sumOf(streaming);
    const standbys = wanted - 1;
    if (count >= standbys) {
      return [];
    }
    const since = witnessed(memory, 'streaming', String(count));
    const deaf = metrics.of('receiverUp').filter(({ value }) => value === 0);
    const seen = {
      severity: 'warning',
      since,
      evidence: [...streaming, ...deaf].map(({ evidence }) => evidence),
    } as const;
    const params = { count, standbys };
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

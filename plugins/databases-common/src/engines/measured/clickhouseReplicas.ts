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
import { MeasuredRule } from './MeasuredSubject';

export const clickhouseReplicas: MeasuredRule = {
  id: 'clickhouse-replicas',
  title:
    'Whether replicated tables of ClickHouse take writes and keep up, by metrics.',
  check({ metrics, settings }) {
    const { lagLimit, queueLength } = settings;
    return [
      ...metrics
        .of('readonlyReplicas')
        .filter(({ value }) => value > 0)
        .map(({ subject, value, evidence }) =>
          observation(
            'clickhouseReplicas.readonly',
            { subject, count: value },
            { state: 'degraded', severity: 'error', evidence: [evidence] },
          ),
        ),
      ...metrics
        .of('replicaDelay')
        .filter(({ value }) => value > lagLimit)
        .map(({ subject, value, evidence }) =>
          observation(
            'clickhouseReplicas.behind',
            { subject, lag: value, limit: lagLimit },
            { state: 'degraded', severity: 'warning', evidence: [evidence] },
          ),
        ),
      ...metrics
        .of('replicaQueue')
        .filter(({ value }) => value >= queueLength)
        .map(({ subject, value, evidence }) =>
          observation(
            'clickhouseReplicas.queue',
            { subject, count: value },
            { severity: 'warning', evidence: [evidence] },
          ),
        ),
    ];
  },
};

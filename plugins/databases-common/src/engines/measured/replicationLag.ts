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

/** A lag of 0 proves nothing: a standby that gets no WAL has nothing left to replay. */
export const replicationLag: MeasuredRule = {
  id: 'replication-lag',
  title: 'How far standbys are behind, by metrics.',
  check({ metrics, settings }) {
    const { lagLimit } = settings;
    return metrics
      .of('replicationLag')
      .filter(({ value }) => value > lagLimit)
      .map(({ subject, value, evidence }) =>
        observation(
          'replicationLag.behind',
          { pod: subject, lag: value, limit: lagLimit },
          { state: 'degraded', severity: 'warning', evidence: [evidence] },
        ),
      );
  },
};

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
import { MeasuredRule } from './MeasuredSubject';

export const redisSentinels: MeasuredRule = {
  id: 'redis-sentinels',
  title:
    'Whether the Sentinels agree that the master lives, and could elect another one, by metrics.',
  check({ metrics }) {
    const quorum = withZero(metrics.of('sentinelQuorum'));
    const masters = withZero(metrics.of('sentinelMaster'));
    return [
      ...quorum.map(seen =>
        observation(
          'redisSentinels.quorum',
          { pod: seen.subject, master: seen.detail ?? '—' },
          {
            state: 'degraded',
            severity: 'error',
            evidence: [seen.evidence],
          },
        ),
      ),
      ...masters.map(seen =>
        observation(
          'redisSentinels.master',
          { pod: seen.subject, master: seen.detail ?? '—' },
          {
            state: 'degraded',
            severity: 'error',
            evidence: [seen.evidence],
          },
        ),
      ),
    ];
  },
};

function withZero(all: readonly Measured[]): readonly Measured[] {
  return all.filter(({ value }) => value === 0);
}

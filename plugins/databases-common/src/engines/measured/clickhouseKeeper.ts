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

/**
 * A server alone needs no Keeper, and has no session. More than one session means
 * that an old one was not closed.
 */
export const clickhouseKeeper: MeasuredRule = {
  id: 'clickhouse-keeper',
  title:
    'Whether ClickHouse has one session with ZooKeeper or Keeper, by metrics.',
  check({ metrics }) {
    const replicated = (metrics.wanted ?? 1) > 1;
    return metrics
      .of('keeperSessions')
      .flatMap(({ subject, value, evidence }) => {
        if (value === 1 || (value === 0 && !replicated)) {
          return [];
        }
        const seen = { severity: 'warning', evidence: [evidence] } as const;
        return value === 0
          ? [observation('clickhouseKeeper.none', { pod: subject }, seen)]
          : [
              observation(
                'clickhouseKeeper.several',
                { pod: subject, count: value },
                seen,
              ),
            ];
      });
  },
};

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

export const connectionsLeft: MeasuredRule = {
  id: 'connections-left',
  title: 'Whether connections are left, by metrics.',
  check({ metrics, settings }) {
    const limits = metrics.of('connectionLimit');
    return metrics.of('connections').flatMap(used => {
      const limit = limits.find(({ subject }) => subject === used.subject);
      const percent =
        limit && limit.value > 0 ? (100 * used.value) / limit.value : 0;
      if (!limit || percent < settings.connectionPercent) {
        return [];
      }
      const params = {
        pod: used.subject,
        used: used.value,
        limit: limit.value,
      };
      const seen = {
        severity: 'warning',
        evidence: [used.evidence, limit.evidence],
      } as const;
      return percent >= settings.connectionFullPercent
        ? [
            observation('connectionsLeft.full', params, {
              ...seen,
              state: 'degraded',
            }),
          ]
        : [observation('connectionsLeft.near', params, seen)];
    });
  },
};

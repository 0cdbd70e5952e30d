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

import { instantOf } from '../../assessment';
import { observation } from '../../messages';
import { BackupRule } from '../BackupRule';
import { toInstant } from '../toInstant';

const DAY = 86_400_000;

const unitDays: { readonly [unit: string]: number } = { d: 1, w: 7, m: 30 };

/** @internal */
export const backupRetention: BackupRule = {
  id: 'backup-retention',
  title:
    'What can be restored reaches as far back as declared, and no farther.',
  check({ source, evidence, promise, cluster, clock, complete, ofCluster }) {
    const { retention, windowStart } = evidence;
    const first = instantOf(windowStart?.text);
    if (!source || !complete || !evidence.place) {
      return [];
    }
    if (!retention) {
      return [
        observation(
          'backupRetention.none',
          { destination: evidence.destination ?? evidence.place },
          {
            severity: 'info',
            evidence: windowStart ? [windowStart.evidence] : [],
          },
        ),
      ];
    }
    const days = daysOf(retention);
    const interval = promise?.interval ?? 0;
    if (days === undefined || !windowStart || first === undefined) {
      return [];
    }
    const keep = days * DAY;
    const params = { retention, from: toInstant(first) };
    const seen = { evidence: [windowStart.evidence] };
    if (interval > keep) {
      return [
        observation('backupRetention.tooRare', params, {
          ...seen,
          severity: 'warning',
        }),
      ];
    }
    if (clock.hasCome(first + keep + 2 * interval + DAY)) {
      return [
        observation('backupRetention.notEnforced', params, {
          ...seen,
          severity: 'warning',
        }),
      ];
    }
    const born = instantOf(cluster.createdAt);
    return born !== undefined &&
      clock.hasCome(born + keep + interval + DAY) &&
      first > clock.now - keep + interval
      ? [
          observation('backupRetention.tooShort', params, {
            severity: 'warning',
            evidence: [
              windowStart.evidence,
              ofCluster('metadata.creationTimestamp', cluster.createdAt),
            ],
          }),
        ]
      : [];
  },
};

function daysOf(retention: string): number | undefined {
  const [, count, unit] = /^([1-9]\d*)([dwm])$/.exec(retention) ?? [];
  return count ? Number(count) * unitDays[unit] : undefined;
}

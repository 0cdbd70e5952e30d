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
import { cnpgScheduledBackup } from '../../kinds';
import { observation } from '../../messages';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { toInstant } from '../toInstant';

/** @internal */
export const backupOverdue: BackupRule = {
  id: 'backup-overdue',
  title: 'The operator asks for backups when its schedules say so.',
  check: ({ plans, open, hibernatedSince, clock, settings }) =>
    // While a Backup is open the operator waits, and does not plan anew.
    open.length || hibernatedSince
      ? []
      : plans.flatMap(({ fact, interval }) => {
          const { nextScheduleTime, suspend } = fact.data;
          const next = instantOf(nextScheduleTime);
          const grace = Math.min(
            settings.backupGrace * 1000,
            (interval ?? Infinity) / 2,
          );
          return next === undefined || suspend || !clock.hasCome(next + grace)
            ? []
            : [
                observation(
                  'backupOverdue.schedule',
                  { schedule: fact.name, due: toInstant(next) },
                  {
                    state:
                      interval !== undefined &&
                      clock.hasCome(next + interval + grace)
                        ? 'stale'
                        : 'late',
                    severity: 'error',
                    since: toInstant(next),
                    evidence: [
                      evidenceOf(
                        cnpgScheduledBackup,
                        fact,
                        'status.nextScheduleTime',
                        nextScheduleTime,
                      ),
                    ],
                    commands: [
                      `kubectl -n ${fact.namespace} get events --field-selector involvedObject.name=${fact.name}`,
                    ],
                  },
                ),
              ];
        }),
};

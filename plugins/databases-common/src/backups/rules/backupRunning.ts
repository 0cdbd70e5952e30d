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
import { BackupData, cnpgBackup } from '../../kinds';
import { observation } from '../../messages';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { toInstant } from '../toInstant';

/** How many times as long as usual is too long. */
const FACTOR = 5;

/** @internal */
export const backupRunning: BackupRule = {
  id: 'backup-running',
  title: 'A backup that is under way comes to an end.',
  check({ open, lastGood, duration = 0, clock, settings, cluster }) {
    const limit = Math.max(settings.backupStuck * 1000, FACTOR * duration);
    return open
      .filter(({ data }) =>
        ['started', 'running', 'finalizing'].includes(data.phase),
      )
      .map(backup => {
        const start = startOf(backup);
        const object = `Backup ${backup.namespace}/${backup.name}`;
        const since = start === undefined ? {} : { since: toInstant(start) };
        const evidence = [
          evidenceOf(cnpgBackup, backup, 'status.phase', backup.data.phase),
          evidenceOf(
            cnpgBackup,
            backup,
            'status.startedAt',
            backup.data.startedAt,
          ),
        ];
        if (start !== undefined && clock.hasCome(start + limit)) {
          return observation(
            'backupRunning.stuck',
            { object, at: toInstant(start), limit: Math.round(limit / 1000) },
            {
              state: 'stuck',
              severity: 'error',
              ...since,
              evidence,
              commands: [
                `kubectl -n ${backup.namespace} describe backup.postgresql.cnpg.io ${backup.name}`,
                `kubectl -n ${backup.namespace} logs -l cnpg.io/cluster=${cluster.name} --all-containers --since=1h --prefix`,
              ],
            },
          );
        }
        const seen = {
          // A running one does not make what was there before any better.
          ...(!lastGood && { state: 'running' as const }),
          severity: 'info' as const,
          ...since,
          evidence,
        };
        return start === undefined
          ? observation('backupRunning.underWayUndated', { object }, seen)
          : observation(
              'backupRunning.underWay',
              { object, at: toInstant(start) },
              seen,
            );
      });
  },
};

function startOf({ data, createdAt }: Fact<BackupData>): number | undefined {
  return instantOf(data.startedAt) ?? instantOf(createdAt);
}

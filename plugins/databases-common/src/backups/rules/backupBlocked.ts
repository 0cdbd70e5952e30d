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
import { cnpgBackup } from '../../kinds';
import { observation } from '../../messages';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { toInstant } from '../toInstant';

/** Phases that nothing leads out of, and that the next backups wait for. */
const wedged = ['walArchivingFailing', 'invalid backup definition'];

/** @internal */
export const backupBlocked: BackupRule = {
  id: 'backup-blocked',
  title: 'No Backup that will never be done holds the next ones up.',
  check({ open, promise, clock, settings }) {
    const patience = promise?.interval ?? settings.backupStuck * 1000;
    const blocker = open.find(({ data, createdAt }) => {
      const asked = instantOf(createdAt);
      return (
        wedged.includes(data.phase) ||
        (['', 'pending'].includes(data.phase) &&
          asked !== undefined &&
          clock.hasCome(asked + patience))
      );
    });
    if (!blocker) {
      return [];
    }
    const { name, namespace = '', data, createdAt } = blocker;
    const asked = instantOf(createdAt);
    return [
      observation(
        'backupBlocked.oldest',
        {
          object: `Backup ${namespace}/${name}`,
          phase: data.phase || '""',
          waiting: open.length - 1,
        },
        {
          state: 'blocked',
          severity: 'error',
          ...(asked !== undefined && { since: toInstant(asked) }),
          evidence: [
            evidenceOf(cnpgBackup, blocker, 'status.phase', data.phase),
            ...(data.error
              ? [evidenceOf(cnpgBackup, blocker, 'status.error', data.error)]
              : []),
          ],
          commands: [
            `kubectl -n ${namespace} describe backup.postgresql.cnpg.io ${name}`,
            `kubectl -n ${namespace} delete backup.postgresql.cnpg.io ${name}`,
          ],
        },
      ),
    ];
  },
};

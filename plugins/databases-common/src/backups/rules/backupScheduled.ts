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

import { sinceOf } from '../../assessment';
import { cnpgScheduledBackup } from '../../kinds';
import { observation } from '../../messages';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';

/** @internal */
export const backupScheduled: BackupRule = {
  id: 'backup-scheduled',
  title: 'A ScheduledBackup asks for backups, and one that ever runs.',
  check({ source, plans, promise, facts, settings, lastGood, cluster }) {
    const seen = facts.coverage(cnpgScheduledBackup).state === 'synced';
    if (!source || promise || !seen) {
      return [];
    }
    const dead = plans.filter(({ schedule }) => !schedule);
    if (dead.length) {
      return dead.map(({ fact }) =>
        observation(
          'backupScheduled.neverRuns',
          { schedule: fact.name, expression: fact.data.schedule },
          {
            state: 'none',
            severity: 'error',
            ...sinceOf(fact.createdAt),
            evidence: [
              evidenceOf(
                cnpgScheduledBackup,
                fact,
                'spec.schedule',
                fact.data.schedule,
              ),
            ],
          },
        ),
      );
    }
    // With an objective somebody else may ask for them, and their age is judged.
    const judged = settings.backupObjective !== undefined && lastGood;
    return [
      observation(
        'backupScheduled.none',
        { method: source.title, cluster: cluster.name },
        {
          ...(!judged && { state: 'none' as const }),
          severity: 'warning',
          ...sinceOf(cluster.createdAt),
          evidence: [{ object: `ScheduledBackup ${cluster.namespace}/*` }],
        },
      ),
    ];
  },
};

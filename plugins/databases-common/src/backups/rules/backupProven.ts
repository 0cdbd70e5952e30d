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
import { cnpgBackup } from '../../kinds';
import { observation } from '../../messages';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { movedAt } from '../movedAt';
import { toInstant } from '../toInstant';

/** The store is looked through after each backup; it may take a while. */
const SETTLE = 3600;

/** @internal */
export const backupProven: BackupRule = {
  id: 'backup-proven',
  title: 'What ended well is there, where a restore will look for it.',
  check(scene) {
    const { evidence, lastGood, clock } = scene;
    const { trouble, destination = '' } = evidence;
    if (trouble?.type === 'snapshot-gone') {
      const { backup } = trouble;
      return [
        observation(
          'backupProven.snapshotGone',
          { object: `Backup ${backup.namespace}/${backup.name}` },
          {
            state: 'failing',
            severity: 'error',
            ...sinceOf(backup.data.stoppedAt),
            evidence: [
              evidenceOf(
                cnpgBackup,
                backup,
                'status.snapshotBackupStatus.elements',
                backup.data.snapshots.map(({ name }) => name).join(', '),
              ),
            ],
          },
        ),
      ];
    }
    if (!lastGood) {
      return [];
    }
    const moved = movedAt(scene);
    if (moved !== undefined && lastGood.at < moved) {
      return [
        observation(
          'backupProven.moved',
          { destination, at: toInstant(moved), object: lastGood.object },
          {
            state: 'unverified',
            severity: 'warning',
            since: toInstant(moved),
            evidence: [lastGood.evidence],
          },
        ),
      ];
    }
    return trouble?.type === 'window-empty'
      ? [
          observation(
            'backupProven.windowEmpty',
            { object: lastGood.object, store: destination },
            {
              state: 'unverified',
              severity: clock.isOlder(lastGood.at, SETTLE) ? 'error' : 'info',
              since: lastGood.instant,
              evidence: [lastGood.evidence, ...trouble.evidence],
            },
          ),
        ]
      : [];
  },
};

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

import { cnpgScheduledBackup } from '../../kinds';
import { observation } from '../../messages';
import { BackupState, Observation } from '../../model';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { BackupScene } from '../BackupScene';

/** @internal */
export const backupSuspended: BackupRule = {
  id: 'backup-suspended',
  title: 'Nobody has suspended the backups.',
  check({ plans, hibernatedSince, source, ofCluster }) {
    const suspended = plans.filter(({ fact }) => fact.data.suspend);
    const all = suspended.length === plans.length;
    return [
      ...(hibernatedSince && source
        ? [frozen(hibernatedSince, ofCluster)]
        : []),
      ...suspended.map(({ fact }) =>
        observation(
          'backupSuspended.schedule',
          { schedule: fact.name },
          {
            ...(all && { state: 'suspended' as const }),
            severity: all ? 'warning' : 'info',
            evidence: [
              evidenceOf(cnpgScheduledBackup, fact, 'spec.suspend', true),
            ],
          },
        ),
      ),
    ];
  },
};

function frozen(
  { since }: NonNullable<BackupScene['hibernatedSince']>,
  ofCluster: BackupScene['ofCluster'],
): Observation<BackupState> {
  const seen = {
    state: 'suspended' as const,
    severity: 'info' as const,
    since,
    evidence: [ofCluster('status.conditions[cnpg.io/hibernation]', 'True')],
  };
  return since
    ? observation('backupSuspended.hibernated', { since }, seen)
    : observation('backupSuspended.hibernatedUndated', {}, seen);
}

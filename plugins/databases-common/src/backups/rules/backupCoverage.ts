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

import { coverageGap } from '../../assessment';
import { cnpgBackup, cnpgCluster, cnpgScheduledBackup } from '../../kinds';
import { BackupRule } from '../BackupRule';

/** @internal */
export const backupCoverage: BackupRule = {
  id: 'backup-coverage',
  title: 'Backups, their schedules and their stores can be seen.',
  check({ facts, source }) {
    if (!source) {
      return [];
    }
    const { needs, confirmedBy } = source.observation;
    return [
      // The Cluster says by which method, and where to.
      ...[cnpgCluster, cnpgBackup, cnpgScheduledBackup, ...needs].flatMap(
        kind => coverageGap(facts, kind) ?? [],
      ),
      ...confirmedBy.flatMap(kind => {
        const gap = coverageGap(facts, kind);
        const omitted = facts.coverage(kind).state === 'omitted';
        return gap ? [omitted ? { ...gap, state: undefined } : gap] : [];
      }),
    ];
  },
};

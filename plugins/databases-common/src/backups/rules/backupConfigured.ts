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
export const backupConfigured: BackupRule = {
  id: 'backup-configured',
  title: 'The cluster is set up for backups.',
  check({ cluster, source, plans, ofCluster }) {
    if (source) {
      return [];
    }
    const seen = {
      state: 'none' as const,
      severity: 'warning' as const,
      ...sinceOf(cluster.createdAt),
    };
    const evidence = [ofCluster('spec.backup'), ofCluster('spec.plugins')];
    return plans.length
      ? [
          observation(
            'backupConfigured.scheduledOnly',
            {
              schedules: plans.map(({ fact }) => fact.name),
              cluster: cluster.name,
            },
            {
              ...seen,
              severity: 'error',
              evidence: [
                ...evidence,
                ...plans.map(({ fact }) =>
                  evidenceOf(
                    cnpgScheduledBackup,
                    fact,
                    'spec.method',
                    fact.data.method,
                  ),
                ),
              ],
            },
          ),
        ]
      : [
          observation(
            'backupConfigured.none',
            { cluster: cluster.name },
            { ...seen, evidence },
          ),
        ];
  },
};

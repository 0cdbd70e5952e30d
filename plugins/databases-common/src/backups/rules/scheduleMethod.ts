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
export const scheduleMethod: BackupRule = {
  id: 'schedule-method',
  title: 'A schedule asks for the method that the cluster is set up for.',
  check: ({ mismatched, source, lastGood, promise, backups }) =>
    source
      ? mismatched.map(plan => {
          const { fact } = plan;
          const { method, plugin } = fact.data;
          const failed = backups.some(
            ({ data }) =>
              data.phase === 'failed' &&
              data.method === method &&
              data.plugin === plugin,
          );
          const seen = {
            // Without any Backup at all, that there is none says more.
            ...((lastGood || failed) &&
              promise?.plan === plan && { state: 'failing' as const }),
            severity: 'error' as const,
            ...sinceOf(fact.createdAt),
            evidence: [
              evidenceOf(cnpgScheduledBackup, fact, 'spec.method', method),
              evidenceOf(
                cnpgScheduledBackup,
                fact,
                'spec.pluginConfiguration.name',
                plugin,
              ),
            ],
          };
          return method === 'plugin' && !plugin
            ? observation(
                'scheduleMethod.noPlugin',
                { schedule: fact.name },
                seen,
              )
            : observation(
                'scheduleMethod.other',
                {
                  schedule: fact.name,
                  asked: plugin ?? method,
                  configured: source.title,
                },
                seen,
              );
        })
      : [],
};

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
import { evidenceOf } from '../../observation';
import { suggestSixFields } from '../../schedules';
import { BackupRule } from '../BackupRule';

/** @internal */
export const scheduleMeaning: BackupRule = {
  id: 'schedule-meaning',
  title: 'A schedule means what its author thought.',
  check: ({ plans, backups }) =>
    plans.flatMap(({ fact, schedule }) => {
      const meant = suggestSixFields(fact.data.schedule);
      return schedule && meant
        ? [
            observation(
              'scheduleMeaning.fiveFields',
              {
                schedule: fact.name,
                expression: fact.data.schedule,
                meant,
                backups: backups.filter(
                  ({ data }) => data.scheduledBackup === fact.name,
                ).length,
              },
              {
                severity: 'warning',
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
          ]
        : [];
    }),
};

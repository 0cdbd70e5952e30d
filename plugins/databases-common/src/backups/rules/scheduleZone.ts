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
import { utc } from '../../schedules';
import { BackupRule } from '../BackupRule';

/** @internal */
export const scheduleZone: BackupRule = {
  id: 'schedule-zone',
  title: 'The operator counts in UTC.',
  check: ({ plans }) =>
    plans
      .filter(({ zone }) => zone !== utc)
      .map(({ fact, zone }) =>
        observation(
          'scheduleZone.adopted',
          { schedule: fact.name, zone: zone.name },
          {
            severity: 'info',
            evidence: [
              evidenceOf(
                cnpgScheduledBackup,
                fact,
                'status.nextScheduleTime',
                fact.data.nextScheduleTime,
              ),
            ],
          },
        ),
      ),
};

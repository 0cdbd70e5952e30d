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

import { AssessmentRule } from '../../assessment';
import { observation } from '../../messages';
import { BackupState } from '../../model';
import { BackupsBeside } from '../BackupRoutine';

/** @internal */
export const backupBeside: AssessmentRule<BackupsBeside, BackupState> = {
  id: 'backup-beside',
  title: 'What else copies the database, and does not decide.',
  check: ({ beside, copies }) => [
    ...beside.map(({ object, title, evidence }) =>
      observation(
        'backupBeside.other',
        { object, title },
        { severity: 'info', evidence: [evidence] },
      ),
    ),
    ...copies.map(({ object, work, evidence }) =>
      observation(
        'backupBeside.copy',
        {
          object,
          from: work.command.hosts.length ? work.command.hosts : '?',
          to: work.command.copiesTo ?? '?',
        },
        { severity: 'info', evidence: [evidence] },
      ),
    ),
  ],
};

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
import { RoutineCourse } from '../RoutineScene';

/** @internal */
export const routineSuspended: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-suspended',
  title: 'Nobody has suspended what makes the backups.',
  check({ routines }) {
    const planned = routines.filter(({ plan }) => plan);
    const suspended = planned.filter(({ plan }) => plan?.suspended);
    const all = suspended.length === planned.length;
    return suspended.map(({ object, evidence }) =>
      observation(
        'routineSuspended.routine',
        { object },
        {
          ...(all && { state: 'suspended' as const }),
          severity: all ? 'warning' : 'info',
          evidence: [evidence],
        },
      ),
    );
  },
};

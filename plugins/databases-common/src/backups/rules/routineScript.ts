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
import { DumpFault } from '../../dumps';
import { observation } from '../../messages';
import { BackupState, Observation } from '../../model';
import { RoutineCourse } from '../RoutineScene';

type Told = Observation<BackupState>;

/** @internal */
export const routineScript: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-script',
  title: 'The command of a dump ends badly when the dump does.',
  check: ({ routines }) =>
    routines.flatMap(({ object, work, evidence }) => {
      if (!work) {
        return [];
      }
      const { tool, faults } = work.command;
      const seen = { evidence: [evidence] };
      return tool === 'unseen'
        ? [
            observation(
              'routineScript.unseen',
              { object },
              { ...seen, severity: 'info' },
            ),
          ]
        : faults.map(fault => told(fault, { object, tool }, seen));
    }),
};

function told(
  fault: DumpFault,
  params: { readonly object: string; readonly tool: string },
  { evidence }: Pick<Told, 'evidence'>,
): Told {
  const seen = { severity: 'warning' as const, evidence };
  switch (fault) {
    case 'pipe':
      return observation('routineScript.pipe', params, seen);
    case 'loop':
      return observation('routineScript.loop', params, seen);
    default:
      return observation('routineScript.ignored', params, seen);
  }
}

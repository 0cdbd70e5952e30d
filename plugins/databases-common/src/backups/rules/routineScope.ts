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
import { statefulSet } from '../../kinds';
import { observation } from '../../messages';
import { BackupState } from '../../model';
import { RoutineCourse } from '../RoutineScene';

/** @internal */
export const routineScope: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-scope',
  title: 'A backup takes all databases, and what all instances hold.',
  check({ routines, facts, database }) {
    const { namespace, name } = database;
    const isSingle = facts
      .of(statefulSet, `${namespace}/${name}`)
      .some(fact => fact.name === name && fact.data.replicas === 1);
    const isWhole = routines.some(({ scope }) => !scope.length);
    return routines.flatMap(({ object, scope, work, evidence }) => {
      const pods = work?.command.pods ?? [];
      return [
        ...(scope.length && !isWhole && !database.database
          ? [
              observation(
                'routineScope.some',
                { object, databases: scope },
                { severity: 'info', evidence: [evidence] },
              ),
            ]
          : []),
        ...(pods.length && !isSingle
          ? [
              observation(
                'routineScope.pods',
                { object, pods },
                // Whole or a part of it: nobody knows from here.
                {
                  state: 'unverified',
                  severity: 'warning',
                  evidence: [evidence],
                },
              ),
            ]
          : []),
      ];
    });
  },
};

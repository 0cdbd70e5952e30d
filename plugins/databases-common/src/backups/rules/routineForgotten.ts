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

import { AssessmentRule, instantOf } from '../../assessment';
import { observation } from '../../messages';
import { BackupState } from '../../model';
import { RoutineCourse } from '../RoutineScene';

/** @internal */
export const routineForgotten: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-forgotten',
  title: 'What makes the backups still knows of the last good one.',
  check({ lastGood, promise, routines, database, memory, complete }) {
    const born = instantOf(database.createdAt);
    const [made] = routines
      .flatMap(({ createdAt }) => instantOf(createdAt) ?? [])
      .sort((a, b) => a - b);
    const remembered = memory.get('lastDump')?.value;
    // Where a slot has passed since, that no backup came of it says more.
    if (!complete || lastGood || promise?.missed.length || made === undefined) {
      return [];
    }
    const isYounger =
      born !== undefined && made > born + (promise?.interval ?? 0);
    if (!isYounger && !remembered) {
      return [];
    }
    const [{ object, createdAt, evidence }] = routines;
    const params = { object, made: createdAt ?? '' };
    const seen = {
      state: 'unknown' as const,
      severity: 'warning' as const,
      evidence: [evidence],
    };
    return [
      remembered
        ? observation(
            'routineForgotten.remembered',
            { ...params, at: remembered },
            seen,
          )
        : observation('routineForgotten.younger', params, seen),
    ];
  },
};

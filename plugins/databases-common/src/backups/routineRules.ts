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

import { RoutineRule, perCourse } from './perCourse';
import { backupAge } from './rules/backupAge';
import { backupBeside } from './rules/backupBeside';
import { backupFailed } from './rules/backupFailed';
import { backupTimes } from './rules/backupTimes';
import { routineConfigured } from './rules/routineConfigured';
import { routineContent } from './rules/routineContent';
import { routineCoverage } from './rules/routineCoverage';
import { routineForgotten } from './rules/routineForgotten';
import { routinePlace } from './rules/routinePlace';
import { routineRetention } from './rules/routineRetention';
import { routineRunning } from './rules/routineRunning';
import { routineScheduled } from './rules/routineScheduled';
import { routineScope } from './rules/routineScope';
import { routineScript } from './rules/routineScript';
import { routineSuspended } from './rules/routineSuspended';

/** Of two that find the same state the earlier one gives the sentence. */
export const routineRules: readonly RoutineRule[] = [
  routineConfigured,
  perCourse(routineContent),
  perCourse(backupFailed),
  perCourse(routineRunning),
  perCourse(backupAge),
  perCourse(routineScheduled),
  perCourse(routineSuspended),
  perCourse(routineForgotten),
  routineCoverage,
  perCourse(backupTimes),
  perCourse(routineScript),
  perCourse(routineScope),
  perCourse(routinePlace),
  perCourse(routineRetention),
  backupBeside,
];

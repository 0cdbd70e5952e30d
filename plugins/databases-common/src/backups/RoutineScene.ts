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

import { AssessmentSubject } from '../assessment';
import { Evidence } from '../model';
import { BackupCourse } from './BackupCourse';
import {
  BackupRoutine,
  BackupRun,
  BackupsBeside,
  RoutineSource,
} from './BackupRoutine';

/** Everything about the backups of a database whose engine makes none itself. */
export interface RoutineScene extends AssessmentSubject, BackupsBeside {
  /** The way that decides: methods are never mixed. */
  readonly source?: RoutineSource;
  /** One for each set of databases that is backed up by itself. */
  readonly courses: readonly RoutineCourse[];
  readonly complete: boolean;
  readonly born: Evidence;
}

/** What was promised of the same databases, and what came of it. */
export interface RoutineCourse extends BackupCourse {
  readonly source: RoutineSource;
  readonly routines: readonly BackupRoutine[];
  /** Of all routines, oldest first. */
  readonly runs: readonly BackupRun[];
  /** The newest one that ended well, when it is the last good one. */
  readonly lastRun?: BackupRun;
}

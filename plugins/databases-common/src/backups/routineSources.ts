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

import { RoutineSource } from './BackupRoutine';
import { arangoRoutines } from './routines/arangoRoutines';
import { jobRoutines } from './routines/jobRoutines';
import { k8upRoutines, veleroRoutines } from './routines/namespaceRoutines';
import {
  crunchyRoutines,
  perconaRoutines,
} from './routines/pgBackRestRoutines';
import { stackGresRoutines } from './routines/stackGresRoutines';

/** Those that know most about the database first. */
export const routineSources: readonly RoutineSource[] = [
  crunchyRoutines,
  perconaRoutines,
  stackGresRoutines,
  arangoRoutines,
  jobRoutines,
  k8upRoutines,
  veleroRoutines,
];

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

import { BackupAttempt, BackupDescription } from '../model';
import { ATTEMPTS, describePlan } from './describeBackups';
import { BackupRun } from './BackupRoutine';
import { RoutineScene } from './RoutineScene';
import { toInstant } from './toInstant';

/** The same of a database that is backed up by jobs, or by what backs up anything. */
export function describeRoutines({
  source,
  courses,
  clock,
}: RoutineScene): BackupDescription {
  const routines = courses.flatMap(course => course.routines);
  const each = (
    text: (routine: (typeof routines)[number]) => string | undefined,
  ) =>
    [...new Set(routines.flatMap(routine => text(routine) ?? []))].join(', ');
  const destination = each(routine => routine.destination);
  const retention = each(routine => routine.retention);
  // What is as old as the oldest of them can be had of all databases.
  const lastGood = courses.every(course => course.lastGood)
    ? courses
        .flatMap(course => course.lastGood ?? [])
        .sort((a, b) => a.at - b.at)[0]
    : undefined;
  const next = courses
    .flatMap(({ promise }) => promise?.next ?? [])
    .sort((a, b) => a - b)[0];
  return {
    method: each(({ title }) => title) || source?.title || '',
    ...(destination && { destination }),
    ...(lastGood && {
      lastGood: { at: lastGood.instant, object: lastGood.object },
    }),
    schedules: routines.flatMap(({ plan }) =>
      plan ? describePlan(plan, clock.now) : [],
    ),
    ...(next !== undefined && { nextDue: toInstant(next) }),
    attempts: courses
      .flatMap(({ runs }) => runs)
      .sort((a, b) => a.at - b.at)
      .slice(-ATTEMPTS)
      .map(describeRun),
    ...(retention && { retention }),
  };
}

function describeRun(run: BackupRun): BackupAttempt {
  const { name, at, outcome, startedAt, endedAt, error, content } = run;
  return {
    name,
    at: toInstant(at),
    outcome: content === 'refused' ? 'failed' : outcome,
    ...(startedAt !== undefined &&
      endedAt !== undefined && {
        seconds: Math.round((endedAt - startedAt) / 1000),
      }),
    ...(error && { error }),
  };
}

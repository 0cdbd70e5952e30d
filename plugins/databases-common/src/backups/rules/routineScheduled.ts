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

import { AssessmentRule, instantOf, sinceOf } from '../../assessment';
import { cronJob } from '../../kinds';
import { observation } from '../../messages';
import { BackupState, Observation } from '../../model';
import { evidenceOf } from '../../observation';
import { slotsBetween } from '../../schedules';
import { BackupRoutine } from '../BackupRoutine';
import { RoutineCourse } from '../RoutineScene';
import { toInstant } from '../toInstant';

/** As many missed starts as a controller counts before it gives up. */
const TOO_MANY = 100;

/** It looks at the clock every ten seconds, and starts nothing that is older. */
const SHORTEST_DEADLINE = 10;

/** @internal */
export const routineScheduled: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-scheduled',
  title: 'Something asks for backups again and again, and is obeyed.',
  check(course) {
    const { routines, promise, settings, lastGood } = course;
    const planned = routines.filter(({ plan }) => plan);
    if (!planned.length) {
      const [{ object, evidence, createdAt }] = routines;
      // With an objective somebody else may ask for them, and their age is judged.
      const judged = settings.backupObjective !== undefined && lastGood;
      return [
        observation(
          'routineScheduled.once',
          { object },
          {
            ...(!judged && { state: 'none' as const }),
            severity: 'warning',
            ...sinceOf(createdAt),
            evidence: [evidence],
          },
        ),
      ];
    }
    return planned.flatMap(routine => {
      const { object, plan, evidence } = routine;
      if (!plan?.schedule) {
        return [
          observation(
            'routineScheduled.neverRuns',
            { object, expression: plan?.expression ?? '' },
            {
              ...(!promise && { state: 'none' as const }),
              severity: 'error',
              evidence: [evidence],
            },
          ),
        ];
      }
      return [...notStarted(routine, course), ...zoneOf(routine)];
    });
  },
};

/** What the controller has not started, though it was due. */
function notStarted(
  { cronJob: fact, plan, object }: BackupRoutine,
  { clock, settings }: RoutineCourse,
): readonly Observation<BackupState>[] {
  if (!fact || !plan?.schedule || plan.suspended || fact.data.active > 0) {
    return [];
  }
  const { lastScheduleTime, startingDeadlineSeconds } = fact.data;
  const from = instantOf(lastScheduleTime) ?? instantOf(fact.createdAt);
  if (from === undefined) {
    return [];
  }
  const { schedule, zone } = plan;
  const missed = slotsBetween(
    schedule,
    from,
    clock.now - settings.backupGrace * 1000,
    TOO_MANY + 1,
    zone,
  );
  if (!missed.length || plan.isZoneUnknown) {
    return [];
  }
  const params = { object, due: toInstant(missed[0]) };
  const seen = {
    severity: 'error' as const,
    since: toInstant(missed[0]),
    evidence: [
      evidenceOf(cronJob, fact, 'status.lastScheduleTime', lastScheduleTime),
      evidenceOf(
        cronJob,
        fact,
        'spec.startingDeadlineSeconds',
        startingDeadlineSeconds,
      ),
    ],
  };
  if (
    startingDeadlineSeconds !== undefined &&
    startingDeadlineSeconds < SHORTEST_DEADLINE
  ) {
    return [
      observation(
        'routineScheduled.deadline',
        { ...params, deadline: startingDeadlineSeconds },
        seen,
      ),
    ];
  }
  return missed.length > TOO_MANY && startingDeadlineSeconds === undefined
    ? [observation('routineScheduled.tooMany', params, seen)]
    : [observation('routineScheduled.notStarted', params, seen)];
}

function zoneOf({
  plan,
  object,
}: BackupRoutine): readonly Observation<BackupState>[] {
  return plan?.isZoneUnknown
    ? [
        observation(
          'routineScheduled.zoneUnknown',
          { object },
          { severity: 'info', evidence: [plan.evidence] },
        ),
      ]
    : [];
}

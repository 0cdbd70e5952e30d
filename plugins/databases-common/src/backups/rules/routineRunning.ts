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
import { BackupState, Observation } from '../../model';
import { evidenceOf } from '../../observation';
import { cronJob } from '../../kinds';
import { BackupRoutine } from '../BackupRoutine';
import { RoutineCourse } from '../RoutineScene';
import { toInstant } from '../toInstant';

/** How many times as long as usual is too long. */
const FACTOR = 5;

/** @internal */
export const routineRunning: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-running',
  title:
    'A backup that is under way comes to an end, and lets the next one begin.',
  check({ routines, lastGood, duration = 0, clock, settings }) {
    const longest = Math.max(settings.backupStuck * 1000, FACTOR * duration);
    return routines.flatMap((routine): readonly Observation<BackupState>[] => {
      const open = oldestOpen(routine);
      if (!open) {
        return [];
      }
      const { object, at, evidence } = open;
      // The next one does not begin while this one is there (KBVE/kbve#13135).
      const holds = routine.cronJob?.data.concurrencyPolicy === 'Forbid';
      const limit = holds
        ? Math.min(longest, routine.plan?.interval ?? longest)
        : longest;
      const params = { object, at: toInstant(at) };
      const seen = { since: toInstant(at), evidence };
      if (clock.hasCome(at + limit)) {
        const stuck = {
          ...seen,
          state: 'stuck' as const,
          severity: 'error' as const,
        };
        return [
          holds
            ? observation('routineRunning.holds', params, stuck)
            : observation('routineRunning.stuck', params, stuck),
        ];
      }
      return [
        observation('routineRunning.underWay', params, {
          ...seen,
          // A running one does not make what was there before any better.
          ...(!lastGood && { state: 'running' as const }),
          severity: 'info',
        }),
      ];
    });
  },
};

function oldestOpen({ runs, cronJob: fact, object }: BackupRoutine) {
  const open = runs.find(({ outcome }) => outcome === 'running');
  if (open) {
    const { at, evidence } = open;
    return { object: evidence.object, at, evidence: [evidence] };
  }
  const started = instantOf(fact?.data.lastScheduleTime);
  return fact && fact.data.active > 0 && started !== undefined
    ? {
        object,
        at: started,
        evidence: [
          evidenceOf(cronJob, fact, 'status.active', fact.data.active),
        ],
      }
    : undefined;
}

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

const DAY = 86_400_000;

/** @internal */
export const routineRetention: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-retention',
  title: 'What a dump deletes leaves good ones behind.',
  check: ({ routines, lastGood, clock }) =>
    routines.flatMap(({ object, retention, plan, evidence }) => {
      const [, days] = /^(\d+)d$/.exec(retention ?? '') ?? [];
      if (!retention || !days) {
        return [];
      }
      const keep = Number(days) * DAY;
      const params = { object, retention };
      const seen = { severity: 'warning' as const, evidence: [evidence] };
      if (plan?.interval !== undefined && plan.interval > keep) {
        return [observation('routineRetention.tooRare', params, seen)];
      }
      // It may go on deleting while nothing new comes.
      return lastGood && clock.hasCome(lastGood.at + keep)
        ? [
            observation(
              'routineRetention.nothingLeft',
              { ...params, at: lastGood.instant },
              { ...seen, severity: 'error' },
            ),
          ]
        : [];
    }),
};

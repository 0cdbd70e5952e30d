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
import { DumpPlace } from '../../dumps';
import { observation } from '../../messages';
import { BackupState, Observation } from '../../model';
import { judgeEndpoint } from '../judgeEndpoint';
import { BackupRoutine } from '../BackupRoutine';
import { RoutineCourse } from '../RoutineScene';

/** @internal */
export const routinePlace: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-place',
  title:
    'Backups lie where they outlive the database and its Kubernetes cluster.',
  check: ({ routines }) =>
    routines.flatMap(routine => {
      const { place } = routine;
      return place ? told(place, routine) : [];
    }),
};

function told(
  place: DumpPlace,
  { object, evidence, namespace }: BackupRoutine,
): readonly Observation<BackupState>[] {
  const seen = { severity: 'warning' as const, evidence: [evidence] };
  switch (place.type) {
    case 'claim':
      return [
        observation(
          'routinePlace.claim',
          { object, claim: `${namespace}/${place.name}` },
          seen,
        ),
      ];
    case 'node':
      return [observation('routinePlace.node', { object }, seen)];
    case 'ephemeral':
      return [
        observation(
          'routinePlace.ephemeral',
          { object },
          { ...seen, severity: 'error', state: 'unverified' },
        ),
      ];
    case 'bucket':
      return place.endpoint
        ? judgeEndpoint(place.endpoint, object, evidence)
        : [];
    default:
      return [];
  }
}

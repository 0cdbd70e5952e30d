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
import { BackupState, Observation } from '../../model';
import { holdsNothing } from '../holdsNothing';
import { RoutineCourse } from '../RoutineScene';
import { toInstant } from '../toInstant';

/** Less than this part of what is usual is a reason to look. */
const SHRUNK = 0.5;

/** @internal */
export const routineContent: AssessmentRule<RoutineCourse, BackupState> = {
  id: 'routine-content',
  title: 'Something shows what is in a backup that ended well.',
  check: course => [...refused(course), ...unverified(course)],
};

/** The newest attempt was looked at, and is no good. */
function refused({
  runs,
  lastGood,
}: RoutineCourse): readonly Observation<BackupState>[] {
  const newest = runs.findLast(({ outcome }) => outcome === 'completed');
  if (newest?.content !== 'refused') {
    return [];
  }
  const { evidence, at, bytes, proof } = newest;
  const params = { object: evidence.object, at: toInstant(at) };
  const seen = {
    state: 'failing' as const,
    severity: 'error' as const,
    since: toInstant(at),
    evidence: [
      evidence,
      ...(proof ? [proof] : []),
      ...(lastGood ? [lastGood.evidence] : []),
    ],
  };
  return [
    holdsNothing(bytes)
      ? observation('routineContent.empty', params, seen)
      : observation('routineContent.refused', params, seen),
  ];
}

function unverified({
  lastGood,
  lastRun,
  runs,
  routines,
}: RoutineCourse): readonly Observation<BackupState>[] {
  if (!lastGood) {
    return [];
  }
  const params = { object: lastGood.object, at: lastGood.instant };
  const seen = {
    state: 'unverified' as const,
    severity: 'info' as const,
    since: lastGood.instant,
    evidence: [lastGood.evidence],
  };
  if (lastRun?.content === 'local') {
    return [
      observation('routineContent.local', params, {
        ...seen,
        severity: 'warning',
      }),
    ];
  }
  if (lastRun?.content !== 'proven') {
    return [observation('routineContent.unseen', params, seen)];
  }
  const [guessed] = routines.filter(({ knownBy }) => knownBy === 'name');
  if (guessed) {
    const { object } = guessed;
    return [observation('routineContent.guessed', { object }, seen)];
  }
  const before = runs
    .filter(run => run !== lastRun && run.content === 'proven')
    .flatMap(({ bytes }) => bytes ?? [])
    .sort((a, b) => a - b);
  const usual = before[Math.floor(before.length / 2)];
  const { bytes } = lastRun;
  return usual !== undefined && bytes !== undefined && bytes < usual * SHRUNK
    ? [
        observation(
          'routineContent.shrunk',
          { ...params, bytes, usual },
          { ...seen, severity: 'warning' },
        ),
      ]
    : [];
}

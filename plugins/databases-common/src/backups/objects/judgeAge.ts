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

import { AssessmentSubject, instantOf } from '../../assessment';
import { cnpgScheduledBackup } from '../../kinds';
import { judgePromise } from '../BackupPromise';
import { readPlan } from '../PlannedBackup';

/**
 * How a good backup stands to the schedules of its cluster. Where nothing is
 * promised, its age says nothing.
 *
 * @param cluster - `<namespace>/<name>`
 */
export function judgeAge(
  good: string | undefined,
  cluster: string,
  { facts, clock, settings }: Omit<AssessmentSubject, 'database'>,
): 'fresh' | 'late' | 'stale' | 'unverified' | 'unknown' {
  const at = instantOf(good);
  if (at === undefined || !clock.hasCome(at - settings.clockSkew * 1000)) {
    return 'unknown';
  }
  const missed = facts.of(cnpgScheduledBackup, cluster).flatMap(
    fact =>
      judgePromise(readPlan(fact, clock.now), clock, {
        since: at,
        first: false,
        graceUnknown: settings.backupGrace,
      })?.missed.length ?? [],
  );
  if (!missed.length) {
    return 'unverified';
  }
  return (['fresh', 'late', 'stale'] as const)[Math.max(...missed)];
}

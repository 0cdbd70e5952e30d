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

import { observation } from '../../messages';
import { CourseRule } from '../CourseRule';

/** @internal */
export const backupFailed: CourseRule = {
  id: 'backup-failed',
  title: 'The newest attempt did not fail after the last good backup.',
  check({ lastGood, lastFailed, promise }) {
    if (!lastFailed || (lastGood && lastGood.at >= lastFailed.at)) {
      return [];
    }
    const { object, instant, evidence, error } = lastFailed;
    const seen = {
      // Without any good one, a slot that passed says more.
      ...((lastGood || !promise?.missed.length) && {
        state: 'failing' as const,
      }),
      severity: 'error' as const,
      since: instant,
      evidence: [evidence, ...(lastGood ? [lastGood.evidence] : [])],
    };
    const params = { object, at: instant };
    if (!lastGood) {
      return [
        error
          ? observation('backupFailed.noneGood', { ...params, error }, seen)
          : observation('backupFailed.noneGoodSilent', params, seen),
      ];
    }
    const since = { ...params, good: lastGood.instant };
    return [
      error
        ? observation('backupFailed.newest', { ...since, error }, seen)
        : observation('backupFailed.newestSilent', since, seen),
    ];
  },
};

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
export const backupTimes: CourseRule = {
  id: 'backup-times',
  title: 'The times of good backups can be read, and have come.',
  check({ future, unreadable, lastGood, promise, settings }) {
    // Where a good one suffices, it does not matter when another one was.
    const state =
      lastGood && promise && !promise.missed.length
        ? {}
        : { state: 'unknown' as const };
    return [
      ...unreadable.map(({ object, text, evidence }) =>
        observation(
          'backupTimes.unreadable',
          { object, value: text ?? '' },
          { ...state, severity: 'warning', evidence: [evidence] },
        ),
      ),
      ...future.map(({ object, instant, evidence }) =>
        observation(
          'backupTimes.future',
          { object, at: instant, skew: settings.clockSkew },
          { state: 'unknown', severity: 'warning', evidence: [evidence] },
        ),
      ),
    ];
  },
};

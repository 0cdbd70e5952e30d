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

import { sinceOf } from '../../assessment';
import { observation } from '../../messages';
import { RoutineRule } from '../perCourse';

/** @internal */
export const routineConfigured: RoutineRule = {
  id: 'routine-configured',
  title: 'Some job or operator backs the database up.',
  check({ complete, source, copies, database, born }) {
    if (source || !complete) {
      return [];
    }
    const { name, engine } = database;
    const [copy] = copies;
    const seen = {
      state: 'none' as const,
      severity: 'warning' as const,
      ...sinceOf(database.createdAt),
      evidence: [copy?.evidence ?? born],
    };
    if (copy) {
      const { object } = copy;
      return [
        observation('routineConfigured.copyOnly', { object, name }, seen),
      ];
    }
    // What Spilo archives with WAL-G is set up where nobody looks from here.
    if (engine === 'zalando') {
      return [
        observation(
          'routineConfigured.archiveUnseen',
          { name },
          { ...seen, state: 'unknown' },
        ),
      ];
    }
    // Its own files look like backups, and are lost with its volume.
    return engine === 'redis'
      ? [observation('routineConfigured.snapshotsOnly', { name }, seen)]
      : [observation('routineConfigured.none', { name }, seen)];
  },
};

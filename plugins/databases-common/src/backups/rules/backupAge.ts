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
import { BackupCourse } from '../BackupCourse';
import { CourseRule } from '../CourseRule';
import { toInstant } from '../toInstant';

/** @internal */
export const backupAge: CourseRule = {
  id: 'backup-age',
  title: 'There is a good backup, no older than promised.',
  check(course) {
    const { complete, isConfigured, unreadable, future, lastGood } = course;
    // Nothing is absent or old that may merely not be seen.
    if (!complete || !isConfigured) {
      return [];
    }
    if (lastGood) {
      return course.hibernatedSince
        ? []
        : [...missedSlots(course), ...overObjective(course)];
    }
    return unreadable.length || future.length ? [] : never(course);
  },
};

function never({ promise, lastFailed, emptiness, born }: BackupCourse) {
  if (!promise?.missed.length) {
    return [];
  }
  const { plan, missed } = promise;
  const since = toInstant(missed[0]);
  const seen = {
    state: 'never' as const,
    severity: 'error' as const,
    since,
    evidence: [
      plan.evidence,
      ...emptiness,
      ...(lastFailed ? [lastFailed.evidence] : []),
      born,
    ],
  };
  return lastFailed?.error
    ? [
        observation(
          'backupAge.neverFailing',
          {
            slot: since,
            schedule: plan.name,
            object: lastFailed.object,
            error: lastFailed.error,
          },
          seen,
        ),
      ]
    : [
        observation(
          'backupAge.never',
          { slot: since, schedule: plan.name },
          seen,
        ),
      ];
}

function missedSlots({ promise, lastGood }: BackupCourse) {
  if (!promise?.missed.length || !lastGood) {
    return [];
  }
  const { plan, missed, interval } = promise;
  const params = {
    at: lastGood.instant,
    object: lastGood.object,
    schedule: plan.name,
    interval: Math.round(interval / 1000),
    slot: toInstant(missed[0]),
  };
  const seen = {
    since: toInstant(missed.at(-1)!),
    evidence: [lastGood.evidence, plan.evidence],
  };
  return missed.length > 1
    ? [
        observation('backupAge.stale', params, {
          ...seen,
          state: 'stale',
          severity: 'error',
        }),
      ]
    : [
        observation('backupAge.late', params, {
          ...seen,
          state: 'late',
          severity: 'warning',
        }),
      ];
}

function overObjective({ lastGood, settings, clock }: BackupCourse) {
  const { backupObjective } = settings;
  return lastGood &&
    backupObjective !== undefined &&
    clock.isOlder(lastGood.at, backupObjective)
    ? [
        observation(
          'backupAge.overObjective',
          {
            at: lastGood.instant,
            object: lastGood.object,
            objective: backupObjective,
          },
          {
            state: 'stale',
            severity: 'error',
            since: toInstant(lastGood.at + backupObjective * 1000),
            evidence: [lastGood.evidence],
          },
        ),
      ]
    : [];
}

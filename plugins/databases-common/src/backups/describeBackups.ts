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

import { instantOf } from '../assessment';
import { BackupData } from '../kinds';
import {
  BackupAttempt,
  BackupDescription,
  Fact,
  ScheduleDescription,
} from '../model';
import { describeSchedule, slotsBetween } from '../schedules';
import { BackupPlan } from './BackupPlan';
import { BackupScene } from './BackupScene';
import { findRestores } from './findRestores';
import { timeOf } from './timeOf';
import { toInstant } from './toInstant';

/** As many attempts as a page shows. */
export const ATTEMPTS = 14;

/** What a page shows of a database's backups, without judging it. */
export function describeBackups(scene: BackupScene): BackupDescription {
  const { source, evidence, lastGood, plans, promise, backups, clock } = scene;
  const from = instantOf(evidence.windowStart?.text);
  const [restore] = findRestores(scene);
  return {
    method: source?.title ?? '',
    ...(evidence.destination && { destination: evidence.destination }),
    ...(lastGood && {
      lastGood: { at: lastGood.instant, object: lastGood.object },
    }),
    schedules: plans.map(plan => describePlan(plan, clock.now)),
    ...(promise?.next !== undefined && { nextDue: toInstant(promise.next) }),
    attempts: backups.slice(-ATTEMPTS).map(describeAttempt),
    ...(from !== undefined && { recoveryWindow: { from: toInstant(from) } }),
    ...(evidence.retention && { retention: evidence.retention }),
    ...(restore && {
      lastProvenRestore: {
        at: restore.at,
        object: restore.object,
        how: restore.how,
      },
    }),
  };
}

/** @param now - milliseconds since the epoch */
export function describePlan(
  { name, expression, dialect, schedule, zone, suspended }: BackupPlan,
  now: number,
): ScheduleDescription {
  return {
    name,
    expression,
    meaning: describeSchedule(expression, { dialect }),
    next: schedule
      ? slotsBetween(schedule, now, Infinity, 3, zone).map(toInstant)
      : [],
    suspended,
  };
}

const outcomes: { readonly [phase: string]: BackupAttempt['outcome'] } = {
  completed: 'completed',
  failed: 'failed',
  'invalid backup definition': 'failed',
  started: 'running',
  running: 'running',
  finalizing: 'running',
  pending: 'waiting',
  walArchivingFailing: 'waiting',
  '': 'waiting',
};

function describeAttempt(fact: Fact<BackupData>): BackupAttempt {
  const { phase, startedAt, stoppedAt, error } = fact.data;
  const start = instantOf(startedAt);
  const end = instantOf(stoppedAt);
  return {
    name: fact.name,
    at: toInstant(timeOf(fact)),
    outcome: outcomes[phase] ?? 'unknown',
    ...(start !== undefined &&
      end !== undefined && { seconds: Math.round((end - start) / 1000) }),
    ...(error && { error }),
  };
}

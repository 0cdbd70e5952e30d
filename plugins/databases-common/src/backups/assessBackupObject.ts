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

import { conclude, Lane, ObjectVerdict } from '../assessment';
import {
  cnpgBackup,
  cnpgScheduledBackup,
  cronJob,
  CronJobData,
  job,
  objectStore,
  ObjectStoreData,
  ScheduledBackupData,
  volumeSnapshot,
} from '../kinds';
import { BackupState, backupStates, Fact } from '../model';
import {
  describeSchedule,
  kubernetesCron,
  namedZone,
  parseSchedule,
  slotsBetween,
  utc,
} from '../schedules';
import { describePlan } from './describeBackups';
import { backupObject } from './objects/backupObject';
import { drillCronJobObject, drillJobObject } from './objects/drillObjects';
import { dumpCronJobObject, dumpJobObject } from './objects/dumpObjects';
import { judgeServers, objectStoreObject } from './objects/objectStoreObject';
import { ObjectRule, ObjectSubject } from './objects/ObjectSubject';
import { scheduledBackupObject } from './objects/scheduledBackupObject';
import { volumeSnapshotObject } from './objects/volumeSnapshotObject';
import { readPlan } from './PlannedBackup';
import { toInstant } from './toInstant';

/** By kind: what is said about such an object by itself. */
const objectRuleOf: { readonly [kind: string]: ObjectRule<never> } = {
  [cnpgBackup.id]: backupObject,
  [cnpgScheduledBackup.id]: scheduledBackupObject,
  [objectStore.id]: objectStoreObject,
  [volumeSnapshot.id]: volumeSnapshotObject,
  [cronJob.id]: dumpCronJobObject,
  [job.id]: dumpJobObject,
};

/** The same of one that restores a backup to prove it. */
const drillRuleOf: typeof objectRuleOf = {
  [cronJob.id]: drillCronJobObject,
  [job.id]: drillJobObject,
};

/** They are listed with the rules of the lane. */
export const backupObjectRules = [objectRuleOf, drillRuleOf].flatMap(rules =>
  Object.values(rules),
);

/** What the backup lane says about one object, also one that no database owns. */
export function assessBackupObject(
  fact: Fact,
  context: Parameters<NonNullable<Lane['assessObject']>>[1],
): ObjectVerdict<BackupState> | undefined {
  const rule = ruleFor(fact);
  if (!rule) {
    return undefined;
  }
  const subject = { ...context, fact } as ObjectSubject<never>;
  const { state, findings } = conclude({
    states: backupStates,
    rules: [rule],
    subject,
    clock: context.clock,
    otherwise: () => ({
      state: 'unknown' as const,
      severity: 'warning' as const,
      message: 'backupLane.undecided' as const,
      params: {},
      evidence: [],
    }),
  });
  return { state, findings, ...detailsOf(fact, context) };
}

function ruleFor({ kind, data }: Fact): ObjectRule<never> | undefined {
  const { cluster, work } = data as Partial<CronJobData>;
  if (Object.hasOwn(drillRuleOf, kind)) {
    if (cluster) {
      return drillRuleOf[kind];
    }
    // What only writes one database into another says nothing of backups.
    if (work?.role !== 'backup') {
      return undefined;
    }
  }
  return Object.hasOwn(objectRuleOf, kind) ? objectRuleOf[kind] : undefined;
}

function detailsOf(
  fact: Fact,
  context: Parameters<typeof assessBackupObject>[1],
): Pick<ObjectVerdict<BackupState>, 'schedule' | 'servers'> {
  const { now } = context.clock;
  switch (fact.kind) {
    case cnpgScheduledBackup.id: {
      const plan = readPlan(fact as Fact<ScheduledBackupData>, now);
      const { expression, meaning, next } = describePlan(plan, now);
      return { schedule: { expression, meaning, next } };
    }
    case cronJob.id:
      return { schedule: scheduleOf((fact as Fact<CronJobData>).data, now) };
    case objectStore.id:
      return {
        servers: judgeServers({
          ...context,
          fact: fact as Fact<ObjectStoreData>,
        }),
      };
    default:
      return {};
  }
}

function scheduleOf(
  { schedule: expression, timeZone }: CronJobData,
  now: number,
): ObjectVerdict['schedule'] {
  const schedule = parseSchedule(expression, kubernetesCron);
  const zone = timeZone ? namedZone(timeZone) : utc;
  return schedule && zone
    ? {
        expression,
        meaning: describeSchedule(expression, { dialect: kubernetesCron }),
        next: slotsBetween(schedule, now, Infinity, 3, zone).map(toInstant),
      }
    : { expression, meaning: 'never', next: [] };
}

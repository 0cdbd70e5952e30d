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

import { instantOf } from '../../assessment';
import {
  cnpgBackup,
  cnpgScheduledBackup,
  ScheduledBackupData,
} from '../../kinds';
import { observation } from '../../messages';
import { BackupState } from '../../model';
import { evidenceOf } from '../../observation';
import { judgePromise } from '../BackupPromise';
import { readPlan } from '../PlannedBackup';
import { judgeAge } from './judgeAge';
import { ObjectRule, ObjectSubject } from './ObjectSubject';

/** A ScheduledBackup by itself: what came of what it asked for. */
export const scheduledBackupObject: ObjectRule<ScheduledBackupData> = {
  id: 'scheduled-backup-object',
  title: 'What came of a schedule.',
  check(subject) {
    const { fact } = subject;
    const { schedule, suspend, lastScheduleTime } = fact.data;
    const { state, good } = judge(subject);
    const params = { schedule: fact.name, expression: schedule };
    const seen = {
      state,
      severity: state === 'fresh' ? ('info' as const) : ('warning' as const),
      evidence: [
        evidenceOf(cnpgScheduledBackup, fact, 'spec.schedule', schedule),
        evidenceOf(cnpgScheduledBackup, fact, 'spec.suspend', suspend),
        evidenceOf(
          cnpgScheduledBackup,
          fact,
          'status.lastScheduleTime',
          lastScheduleTime,
        ),
      ],
    };
    switch (state) {
      case 'none':
        return [observation('scheduledBackupObject.neverRuns', params, seen)];
      case 'suspended':
        return [observation('scheduledBackupObject.suspended', params, seen)];
      case 'never':
        return [observation('scheduledBackupObject.never', params, seen)];
      default:
        return [
          good === undefined
            ? observation('scheduledBackupObject.unknown', params, seen)
            : observation(
                'scheduledBackupObject.good',
                { ...params, at: good },
                seen,
              ),
        ];
    }
  },
};

function judge(subject: ObjectSubject<ScheduledBackupData>): {
  readonly state: BackupState;
  readonly good?: string;
} {
  const { fact, facts, clock, settings } = subject;
  const { suspend, cluster, lastScheduleTime } = fact.data;
  const plan = readPlan(fact, clock.now);
  if (!plan.schedule) {
    return { state: 'none' };
  }
  const key = `${fact.namespace}/${cluster}`;
  const backups = facts
    .of(cnpgBackup, key)
    .filter(
      ({ data }) =>
        data.method === fact.data.method &&
        (data.plugin ?? fact.data.plugin) === fact.data.plugin,
    );
  const good = backups
    .filter(({ data }) => data.phase === 'completed')
    .flatMap(({ data }) =>
      instantOf(data.stoppedAt) === undefined ? [] : data.stoppedAt!,
    )
    .sort()
    .at(-1);
  const age = good && judgeAge(good, key, subject);
  if (suspend) {
    return { state: age === 'stale' ? 'stale' : 'suspended', good };
  }
  if (age) {
    return { state: age, good };
  }
  const promise = judgePromise(plan, clock, {
    since: instantOf(fact.createdAt) ?? clock.now,
    first: true,
    graceUnknown: settings.backupGrace,
  });
  // What it asked for may have been made, and not be among what is seen here.
  const never =
    promise?.missed.length && (backups.length > 0 || !lastScheduleTime);
  return { state: never ? 'never' : 'unknown' };
}

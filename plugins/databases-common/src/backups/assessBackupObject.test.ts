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

import { BackupState, KubeObject } from '../model';
import { BackupCase } from './__testUtils__/BackupCase';
import {
  backup,
  condition,
  drillCronJob,
  drillJob,
  emptyStore,
  openBackup,
  schedule,
  snapshot,
  store,
} from './__testUtils__/backupObjects';

interface Row {
  readonly reason: string;
  /** The one that is judged comes first. */
  readonly objects: readonly KubeObject[];
  readonly state: BackupState;
}

/** Judges the first object. */
function judge([object, ...others]: readonly KubeObject[]) {
  const { lane, facts, subject } = new BackupCase({
    objects: [object, ...others],
  });
  return lane.assessObject!(facts[0], subject)!;
}

describe('assessObject', () => {
  it.each<Row>([
    {
      reason: 'a Backup of the last slot',
      objects: [backup(21), schedule()],
      state: 'fresh',
    },
    {
      reason: 'a Backup that one slot followed',
      objects: [backup(20), schedule()],
      state: 'late',
    },
    {
      reason: 'a Backup that many slots followed',
      objects: [backup(1), schedule()],
      state: 'stale',
    },
    {
      reason: 'a Backup of which nobody promised anything',
      objects: [backup(21)],
      state: 'unverified',
    },
    {
      reason: 'a Backup that completed at an unknown time',
      objects: [backup(21, { stoppedAt: undefined }), schedule()],
      state: 'unknown',
    },
    {
      reason: 'a Backup that failed',
      objects: [backup(21, { phase: 'failed', error: 'exit status 4' })],
      state: 'failing',
    },
    {
      reason: 'a Backup that waits for WAL',
      objects: [openBackup(21, 'walArchivingFailing')],
      state: 'blocked',
    },
    {
      reason: 'a Backup that has been pending since the night',
      objects: [openBackup(21, 'pending')],
      state: 'blocked',
    },
    {
      reason: 'a Backup that runs',
      objects: [
        openBackup(21, 'running', { startedAt: '2026-11-21T11:00:00Z' }),
      ],
      state: 'running',
    },
    {
      reason: 'a Backup that runs since the night',
      objects: [openBackup(21, 'running')],
      state: 'stuck',
    },
    {
      reason: 'a Backup in a phase that is not known',
      objects: [backup(21, { phase: 'pondering' })],
      state: 'unknown',
    },
    {
      reason: 'a schedule with its backup',
      objects: [schedule(), backup(21)],
      state: 'fresh',
    },
    {
      reason: 'a schedule whose backups are not among what is seen',
      objects: [schedule()],
      state: 'unknown',
    },
    {
      reason: 'a schedule that never asked for one',
      objects: [schedule({}, {})],
      state: 'never',
    },
    {
      reason: 'a suspended schedule',
      objects: [schedule({ suspend: true }), backup(21)],
      state: 'suspended',
    },
    {
      reason: 'a suspended schedule with an old backup',
      objects: [schedule({ suspend: true }), backup(1)],
      state: 'stale',
    },
    {
      reason: 'a schedule that is not understood',
      objects: [schedule({ schedule: '0 0 24 * * *' }), backup(21)],
      state: 'none',
    },
    {
      reason: 'a store with a server that has a schedule',
      objects: [store(), schedule()],
      state: 'fresh',
    },
    {
      reason: 'a store by itself',
      objects: [store()],
      state: 'unverified',
    },
    {
      reason: 'a store whose last attempt failed',
      objects: [
        store({
          lastSuccessfulBackupTime: '2026-11-20T02:10:00Z',
          lastFailedBackupTime: '2026-11-21T02:10:00Z',
        }),
        schedule(),
      ],
      state: 'failing',
    },
    {
      reason: 'a server without a backup',
      objects: [emptyStore(), schedule()],
      state: 'never',
    },
    {
      reason: 'a snapshot that is ready',
      objects: [snapshot('snap-21', { readyToUse: true })],
      state: 'unverified',
    },
    {
      reason: 'a snapshot that is not ready',
      objects: [snapshot('snap-21', { readyToUse: false })],
      state: 'running',
    },
    {
      reason: 'a snapshot that failed',
      objects: [
        snapshot('snap-21', { readyToUse: false, error: { message: 'full' } }),
      ],
      state: 'failing',
    },
    {
      reason: 'a snapshot without a status',
      objects: [snapshot('snap-21', {})],
      state: 'unknown',
    },
    {
      reason: 'a drill that succeeded: nothing says what was in it',
      objects: [drillCronJob({ lastSuccessfulTime: '2026-11-15T05:10:00Z' })],
      state: 'unverified',
    },
    {
      reason: 'T35: a drill that hangs',
      objects: [
        drillCronJob({
          active: [{ name: 'shop-drill-1' }],
          lastScheduleTime: '2026-10-04T05:00:00Z',
        }),
      ],
      state: 'stuck',
    },
    {
      reason: 'a drill that was suspended',
      objects: [drillCronJob({}, { suspend: true })],
      state: 'suspended',
    },
    {
      reason: 'a drill without a past',
      objects: [drillCronJob({})],
      state: 'unknown',
    },
    {
      reason: 'a drill in a time zone that there is not',
      objects: [
        drillCronJob(
          { lastSuccessfulTime: '2026-11-15T05:10:00Z' },
          { timeZone: 'Europe/Nowhere' },
        ),
      ],
      state: 'unknown',
    },
    {
      reason: 'a drill job that failed',
      objects: [
        drillJob({
          conditions: [condition('Failed', 'True', '2026-11-20T05:10:00Z')],
        }),
      ],
      state: 'failing',
    },
    {
      reason: 'a drill job that completed',
      objects: [
        drillJob({
          completionTime: '2026-11-20T05:10:00Z',
          conditions: [condition('Complete', 'True', '2026-11-20T05:10:00Z')],
        }),
      ],
      state: 'unverified',
    },
  ])('says $state of $reason', ({ objects, state }) => {
    expect(judge(objects)).toMatchObject({
      state,
      findings: [expect.objectContaining({ state })],
    });
  });

  it('reads the schedule of a ScheduledBackup as the operator does', () => {
    expect(judge([schedule({ schedule: '0 3 * * *' }, {})]).schedule).toEqual({
      expression: '0 3 * * *',
      meaning: 'every hour at minute 3',
      next: [
        '2026-11-21T12:03:00.000Z',
        '2026-11-21T13:03:00.000Z',
        '2026-11-21T14:03:00.000Z',
      ],
    });
  });

  it('reads the schedule of a CronJob as Kubernetes does', () => {
    expect(
      judge([drillCronJob({}, { timeZone: 'Europe/Rome' })]).schedule,
    ).toEqual({
      expression: '0 5 * * 0',
      meaning: 'on Sunday at 05:00',
      next: [
        '2026-11-22T04:00:00.000Z',
        '2026-11-29T04:00:00.000Z',
        '2026-12-06T04:00:00.000Z',
      ],
    });
  });

  it('names the servers of a store', () => {
    expect(judge([store(), schedule()]).servers).toEqual([
      {
        name: 'shop-cnpg',
        state: 'fresh',
        firstRecoverabilityPoint: '2026-10-22T02:10:00Z',
        lastSuccessfulBackupTime: '2026-11-21T02:10:00Z',
      },
    ]);
  });

  it('leaves the objects of other lanes alone', () => {
    const { lane, facts, subject } = new BackupCase({ objects: [schedule()] });
    expect(
      lane.assessObject!({ ...facts[0], kind: 'pods' }, subject),
    ).toBeUndefined();
  });
});

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

import { BackupState, backupStates } from '../model';
import { BackupCase, Seen } from './__testUtils__/BackupCase';
import {
  backup,
  bySnapshot,
  cluster,
  condition,
  drillCronJob,
  drillJob,
  emptyStore,
  inTree,
  openBackup,
  PLUGIN,
  restoredCluster,
  schedule,
  snapshot,
  store,
  warning,
} from './__testUtils__/backupObjects';

interface Row extends Seen {
  readonly reason: string;
  readonly state: BackupState;
  /** Messages that have to be among the findings. */
  readonly finds?: readonly string[];
  readonly says?: RegExp;
  readonly since?: string;
}

const ofSchedule = { kind: 'ScheduledBackup', name: 'shop-daily' };
const hours = (count: number) => count * 3600;
const archivingFails = (since?: string) => ({
  conditions: [
    condition('ContinuousArchiving', 'False', since, {
      reason: 'ContinuousArchivingFailing',
      message: 'WAL archive check failed',
    }),
  ],
});
const inTreeSchedule = schedule({
  method: 'barmanObjectStore',
  pluginConfiguration: undefined,
});
const inTreeBackup = (day: number, status = {}) =>
  backup(
    day,
    {
      destinationPath: 's3://backups/shop',
      serverName: 'shop-cnpg',
      ...status,
    },
    { method: 'barmanObjectStore', pluginConfiguration: undefined },
  );
const snapshotSchedule = schedule({
  method: 'volumeSnapshot',
  pluginConfiguration: undefined,
});
const snapshotBackup = (day: number, ...elements: object[]) =>
  backup(
    day,
    { snapshotBackupStatus: { elements } },
    { method: 'volumeSnapshot', pluginConfiguration: undefined },
  );
const pgData = { name: 'snap-21', type: 'PG_DATA' };
const failedByMethod = {
  phase: 'failed',
  error: 'no barmanObjectStore section defined on the target cluster',
};
const oldSchedule = {
  lastCheckTime: '2026-05-05T02:00:00Z',
  nextScheduleTime: '2026-05-06T02:00:00Z',
};
const yesterday = {
  firstRecoverabilityPoint: '2026-10-22T02:10:00Z',
  lastSuccessfulBackupTime: '2026-11-20T02:10:00Z',
};
const nineDaysAgo = {
  firstRecoverabilityPoint: '2026-10-22T02:10:00Z',
  lastSuccessfulBackupTime: '2026-11-12T02:10:00Z',
};

const rows: readonly Row[] = [
  {
    reason: 'the last slot has its backup',
    objects: [cluster(), schedule(), backup(20), backup(21), store()],
    state: 'fresh',
    says: /^The last good backup is 9 h old \(.*\); the next one is due at 2026-11-22 02:00 UTC\.$/,
    since: '2026-11-21T02:10:00.000Z',
  },
  {
    reason: 'the slot of today is within its grace',
    now: '2026-11-21T02:20:00Z',
    objects: [cluster(), schedule(), backup(20), store(yesterday)],
    state: 'fresh',
  },
  {
    reason: 'one slot without a backup',
    objects: [cluster(), schedule(), backup(20), store(yesterday)],
    state: 'late',
    finds: ['backupAge.late'],
    since: '2026-11-21T02:00:00.000Z',
  },
  {
    reason: 'two slots without a backup',
    objects: [cluster(), schedule(), backup(12), store(nineDaysAgo)],
    state: 'stale',
    finds: ['backupAge.stale'],
    says: /^No good backup for 9 d/,
  },
  {
    reason: 'an objective that is stricter than the schedule',
    objects: [cluster(), schedule(), backup(21), store()],
    settings: { backupObjective: hours(6) },
    state: 'stale',
    finds: ['backupAge.overObjective'],
  },
  {
    reason: 'an objective instead of a schedule: somebody else asks for them',
    objects: [cluster(), backup(21), store()],
    settings: { backupObjective: hours(24) },
    state: 'fresh',
    finds: ['backupScheduled.none'],
  },
  {
    reason: 'T1: healthy though the archive check failed',
    objects: [
      cluster({ status: archivingFails('2026-11-21T10:00:00Z') }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'failing',
    finds: ['walArchiving.failing'],
    since: '2026-11-21T10:00:00.000Z',
  },
  {
    reason: 'T2: archiving has failed for days',
    objects: [
      cluster({ status: archivingFails('2026-11-18T10:00:00Z') }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'failing',
    says: /has not been archived since 2026-11-18 10:00 UTC/,
  },
  {
    reason: 'archiving has failed for a minute',
    objects: [
      cluster({ status: archivingFails('2026-11-21T11:59:00Z') }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'fresh',
  },
  {
    reason: 'archiving fails, and nobody can read since when',
    objects: [
      cluster({ status: archivingFails('yesterday') }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'failing',
  },
  {
    reason: 'T3: in-tree fields are frozen, the store is fresh',
    objects: [
      cluster({
        status: {
          lastSuccessfulBackupByMethod: {
            barmanObjectStore: '2026-10-05T02:10:00Z',
          },
        },
      }),
      schedule(),
      store(),
    ],
    state: 'fresh',
    finds: ['backupForeign.frozen'],
  },
  {
    reason: 'T4: in-tree fields look fresh, the store is empty',
    objects: [
      cluster({
        status: {
          lastSuccessfulBackup: '2026-11-21T02:10:00Z',
          lastSuccessfulBackupByMethod: {
            barmanObjectStore: '2026-11-21T02:10:00Z',
          },
        },
      }),
      schedule(),
      emptyStore(),
    ],
    state: 'never',
    finds: ['backupForeign.frozen'],
  },
  {
    reason: 'T5: WAL flows, the only backup failed, nothing can be restored',
    objects: [
      cluster(),
      schedule({ immediate: true }),
      backup(1, {
        phase: 'failed',
        stoppedAt: undefined,
        error: 'requested plugin is not available',
      }),
      emptyStore(),
    ],
    state: 'never',
    says: /requested plugin is not available/,
  },
  {
    reason: 'T6: the oldest waits for WAL, the others for it',
    objects: [
      cluster(),
      schedule(),
      backup(18),
      openBackup(19, 'walArchivingFailing'),
      openBackup(20, 'pending'),
      openBackup(21, 'pending'),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-18T02:10:00Z' }),
    ],
    state: 'blocked',
    says: /^Backup databases\/shop-daily-20261119020000 is walArchivingFailing .*2 waiting/,
    since: '2026-11-19T02:00:00.000Z',
  },
  {
    reason: 'T6: a definition that the operator does not take',
    objects: [
      cluster(),
      schedule(),
      backup(20),
      openBackup(21, 'invalid backup definition'),
      store(yesterday),
    ],
    state: 'blocked',
  },
  {
    reason: 'T7: pending for days, and no newer one',
    objects: [
      cluster(),
      schedule(),
      backup(17),
      openBackup(18, 'pending'),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-17T02:10:00Z' }),
    ],
    state: 'blocked',
    says: /shop-daily-20261118020000 is pending/,
  },
  {
    reason: 'T8: running for days',
    objects: [
      cluster({
        status: {
          conditions: [
            condition('LastBackupSucceeded', 'False', '2026-11-19T02:00:00Z', {
              reason: 'BackupStarted',
            }),
          ],
        },
      }),
      schedule(),
      backup(18),
      openBackup(19, 'running', { startedAt: '2026-11-19T02:00:05Z' }),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-18T02:10:00Z' }),
    ],
    state: 'stuck',
    since: '2026-11-19T02:00:05.000Z',
  },
  {
    reason: 'T9: the schedule did not go on (cloudnative-pg#10562)',
    objects: [
      cluster(),
      schedule({}, { nextScheduleTime: '2026-11-20T02:00:00Z' }),
      backup(19),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-19T02:10:00Z' }),
    ],
    state: 'stale',
    finds: ['backupOverdue.schedule', 'backupAge.stale'],
  },
  {
    reason: 'T10: all is green, and the next run is 200 days ago',
    objects: [cluster(), schedule({}, oldSchedule), backup(21), store()],
    state: 'stale',
    finds: ['backupOverdue.schedule'],
  },
  {
    reason: 'T11: suspended, and the last good one is 9 days old',
    objects: [
      cluster(),
      schedule({ suspend: true }),
      backup(12),
      store(nineDaysAgo),
    ],
    state: 'stale',
    finds: ['backupSuspended.schedule'],
  },
  {
    reason: 'suspended today: not green either',
    objects: [cluster(), schedule({ suspend: true }), backup(21), store()],
    state: 'suspended',
  },
  {
    reason: 'one of two is suspended',
    objects: [
      cluster(),
      schedule(),
      schedule({ suspend: true }, {}, { name: 'shop-weekly' }),
      backup(21),
      store(),
    ],
    state: 'fresh',
    finds: ['backupSuspended.schedule'],
  },
  {
    reason: 'T12: five fields run hourly',
    now: '2026-11-21T03:10:00Z',
    objects: [
      cluster(),
      schedule(
        { schedule: '0 3 * * *' },
        { nextScheduleTime: '2026-11-21T04:03:00Z' },
      ),
      backup(21, { stoppedAt: '2026-11-21T03:05:00Z' }),
      store({
        ...yesterday,
        lastSuccessfulBackupTime: '2026-11-21T03:05:00Z',
      }),
    ],
    state: 'fresh',
    finds: ['scheduleMeaning.fiveFields'],
  },
  {
    reason: 'T13: the operator counts five hours behind UTC',
    objects: [
      cluster(),
      schedule({}, { nextScheduleTime: '2026-11-22T07:00:00Z' }),
      backup(21, { stoppedAt: '2026-11-21T07:10:00Z' }),
      store({
        ...yesterday,
        lastSuccessfulBackupTime: '2026-11-21T07:10:00Z',
      }),
    ],
    state: 'fresh',
    finds: ['scheduleZone.adopted'],
    says: /due at 2026-11-22 07:00 UTC/,
  },
  {
    reason: 'T14: method plugin without a plugin, so no Backup ever',
    objects: [
      cluster(),
      schedule({ pluginConfiguration: undefined }),
      emptyStore(),
    ],
    state: 'never',
    finds: ['scheduleMethod.noPlugin'],
  },
  {
    reason: 'T14: and the operator says why, in an event',
    objects: [
      cluster(),
      schedule({ pluginConfiguration: undefined }),
      emptyStore(),
      warning(ofSchedule, {
        reason: 'BackupCreation',
        message: 'admission webhook denied the request',
      }),
    ],
    state: 'never',
    finds: ['scheduleMethod.noPlugin', 'backupEvents.warning'],
  },
  {
    reason: 'an event of a Backup that waits, without words',
    objects: [
      cluster(),
      schedule(),
      backup(20),
      openBackup(21, 'pending'),
      store(yesterday),
      warning(
        { kind: 'Backup', name: 'shop-daily-20261121020000' },
        { reason: 'BackupFailed' },
      ),
    ],
    state: 'late',
    finds: ['backupEvents.silent'],
  },
  {
    reason: 'T15: no method after the migration, there was a good one before',
    objects: [
      cluster(),
      schedule({ method: undefined, pluginConfiguration: undefined }),
      backup(19),
      backup(20, failedByMethod, { method: 'barmanObjectStore' }),
      backup(21, failedByMethod, { method: 'barmanObjectStore' }),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-19T02:10:00Z' }),
    ],
    state: 'failing',
    says: /asks for barmanObjectStore, but the Cluster is set up for Barman Cloud plugin/,
  },
  {
    reason: 'T15: and there never was a good one of the plugin',
    objects: [
      cluster({
        status: {
          conditions: [
            condition('LastBackupSucceeded', 'False', '2026-11-20T02:00:00Z', {
              reason: 'LastBackupFailed',
              message: 'no barmanObjectStore section defined',
            }),
          ],
        },
      }),
      schedule({ method: undefined, pluginConfiguration: undefined }),
      backup(21, failedByMethod, {
        method: 'barmanObjectStore',
        pluginConfiguration: undefined,
      }),
      emptyStore(),
    ],
    state: 'failing',
    finds: ['scheduleMethod.other', 'backupFailed.noneGood'],
  },
  {
    reason: 'two methods, each with its schedule',
    objects: [
      cluster({
        spec: {
          ...inTree,
          backup: { ...inTree.backup, ...bySnapshot.backup },
        },
      }),
      inTreeSchedule,
      schedule(
        {
          schedule: '@weekly',
          method: 'volumeSnapshot',
          pluginConfiguration: undefined,
        },
        {},
        { name: 'shop-weekly' },
      ),
      inTreeBackup(21),
    ],
    state: 'fresh',
  },
  {
    reason: 'only the condition of the Cluster tells that one failed',
    objects: [
      cluster({
        status: {
          conditions: [
            condition('LastBackupSucceeded', 'False', '2026-11-21T11:00:00Z', {
              reason: 'LastBackupFailed',
              message: 'exit status 4',
            }),
          ],
        },
      }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'failing',
    says: /exit status 4/,
  },
  {
    reason: 'the newest attempt failed, though the age is within its limits',
    objects: [
      cluster(),
      schedule(),
      backup(20),
      backup(21, { phase: 'failed', error: 'exit status 4' }),
      store(yesterday),
    ],
    state: 'failing',
    says: /shop-daily-20261121020000 failed .*exit status 4/,
  },
  {
    reason: 'a failure that a good one followed is history',
    objects: [
      cluster(),
      schedule(),
      backup(20, { phase: 'failed', error: 'exit status 4' }),
      backup(21),
      store({
        firstRecoverabilityPoint: '2026-10-22T02:10:00Z',
        lastSuccessfulBackupTime: '2026-11-21T02:10:00Z',
        lastFailedBackupTime: '2026-11-20T02:10:00Z',
      }),
    ],
    state: 'fresh',
  },
  {
    reason: 'the first one failed at once, before any slot',
    objects: [
      cluster({ metadata: { creationTimestamp: '2026-11-21T11:00:00Z' } }),
      schedule({}, {}, { creationTimestamp: '2026-11-21T11:00:00Z' }),
      backup(21, {
        phase: 'failed',
        startedAt: '2026-11-21T11:05:00Z',
        stoppedAt: undefined,
        error: 'no credentials',
      }),
      emptyStore(),
    ],
    state: 'failing',
    finds: ['backupFailed.noneGood'],
  },
  {
    reason: 'the first one failed, and nothing says why',
    objects: [
      cluster({ metadata: { creationTimestamp: '2026-11-21T11:00:00Z' } }),
      schedule({}, {}, { creationTimestamp: '2026-11-21T11:00:00Z' }),
      backup(21, {
        phase: 'failed',
        startedAt: '2026-11-21T11:05:00Z',
        stoppedAt: undefined,
      }),
      emptyStore(),
    ],
    state: 'failing',
    finds: ['backupFailed.noneGoodSilent'],
  },
  {
    reason: 'the newest one failed after a good one, and nothing says why',
    objects: [
      cluster(),
      schedule(),
      backup(20),
      backup(21, { phase: 'failed' }),
      store({ lastSuccessfulBackupTime: '2026-11-20T02:10:00Z' }),
    ],
    state: 'failing',
    finds: ['backupFailed.newestSilent'],
  },
  {
    reason: 'WAL fails, and the condition does not say since when',
    objects: [
      cluster({ status: archivingFails(undefined) }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'failing',
    finds: ['walArchiving.failingUndated'],
  },
  {
    reason: '§3.1: backups by CloudNativePG itself are good, and deprecated',
    objects: [cluster({ spec: inTree }), inTreeSchedule, inTreeBackup(21)],
    state: 'fresh',
    finds: ['backupDeprecated.inTree'],
  },
  {
    reason: 'T19: hibernated, so it is frozen without alarm',
    objects: [
      cluster({
        annotations: { 'cnpg.io/hibernation': 'on' },
        status: {
          conditions: [
            condition('cnpg.io/hibernation', 'True', '2026-11-12T08:00:00Z'),
          ],
        },
      }),
      schedule(),
      backup(12),
      store(nineDaysAgo),
    ],
    state: 'suspended',
    finds: ['backupSuspended.hibernated'],
    since: '2026-11-12T08:00:00.000Z',
  },
  {
    reason: 'T27: retention is not enforced',
    objects: [
      cluster({ metadata: { creationTimestamp: '2026-01-01T08:00:00Z' } }),
      schedule(),
      backup(21),
      store({
        firstRecoverabilityPoint: '2026-03-01T02:10:00Z',
        lastSuccessfulBackupTime: '2026-11-21T02:10:00Z',
      }),
    ],
    state: 'fresh',
    finds: ['backupRetention.notEnforced'],
  },
  {
    reason: 'what can be restored is much less than declared',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store({
        firstRecoverabilityPoint: '2026-11-19T02:10:00Z',
        lastSuccessfulBackupTime: '2026-11-21T02:10:00Z',
      }),
    ],
    state: 'fresh',
    finds: ['backupRetention.tooShort'],
  },
  {
    reason: 'backups are rarer than they are kept',
    objects: [
      cluster(),
      schedule({ schedule: '0 0 2 1 * *' }, {}),
      backup(1),
      store(
        {
          firstRecoverabilityPoint: '2026-11-01T02:10:00Z',
          lastSuccessfulBackupTime: '2026-11-01T02:10:00Z',
        },
        { retentionPolicy: '1w' },
      ),
    ],
    state: 'fresh',
    finds: ['backupRetention.tooRare'],
  },
  {
    reason: 'nothing limits how long backups are kept',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store(undefined, { retentionPolicy: undefined }),
    ],
    state: 'fresh',
    finds: ['backupRetention.none'],
  },
  {
    reason: 'a snapshot that can be used',
    objects: [
      cluster({ spec: bySnapshot }),
      snapshotSchedule,
      snapshotBackup(21, pgData),
      snapshot('snap-21', { readyToUse: true }),
    ],
    state: 'fresh',
  },
  {
    reason: 'T28: the Backup completed, its VolumeSnapshot is gone',
    objects: [
      cluster({ spec: bySnapshot }),
      snapshotSchedule,
      snapshotBackup(21, pgData),
    ],
    state: 'failing',
    finds: ['backupProven.snapshotGone'],
  },
  {
    reason: 'T28: no snapshot of the WAL volume',
    objects: [
      cluster({ spec: { ...bySnapshot, walStorage: { size: '5Gi' } } }),
      snapshotSchedule,
      snapshotBackup(21, pgData),
      snapshot('snap-21', { readyToUse: true }),
    ],
    state: 'failing',
  },
  {
    reason: 'snapshots may not be seen',
    objects: [
      cluster({ spec: bySnapshot }),
      snapshotSchedule,
      snapshotBackup(21, pgData),
    ],
    coverage: { 'volumesnapshots.snapshot.storage.k8s.io': 'forbidden' },
    state: 'unknown',
  },
  {
    reason: 'T31: in-tree backups of the old destination do not count',
    objects: [
      cluster({ spec: inTree }),
      inTreeSchedule,
      inTreeBackup(21, { destinationPath: 's3://old/shop' }),
    ],
    state: 'never',
  },
  {
    reason: 'T31: the destination changed since the last good backup',
    objects: [cluster(), schedule(), backup(21), store()],
    memory: {
      destination: {
        value: 's3://backups/shop shop-cnpg',
        since: '2026-11-21T09:00:00Z',
        previous: {
          value: 's3://old/shop shop-cnpg',
          until: '2026-11-21T09:00:00Z',
        },
      },
    },
    state: 'unverified',
    finds: ['backupProven.moved'],
  },
  {
    reason: 'the destination changed before the last good backup',
    objects: [cluster(), schedule(), backup(21), store()],
    memory: {
      destination: {
        value: 's3://backups/shop shop-cnpg',
        since: '2026-11-20T09:00:00Z',
        previous: { value: 's3://old/shop', until: '2026-11-20T09:00:00Z' },
      },
    },
    state: 'fresh',
  },
  {
    reason: 'T32: the store remembers a former cluster of that name',
    objects: [
      cluster({ metadata: { creationTimestamp: '2026-11-19T08:00:00Z' } }),
      schedule({}, {}, { creationTimestamp: '2026-11-19T08:00:00Z' }),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-18T02:10:00Z' }),
    ],
    state: 'never',
    finds: ['backupForeign.older'],
  },
  {
    reason: 'T32: a Backup of a former cluster of that name',
    objects: [
      cluster(),
      schedule(),
      backup(21, { pluginMetadata: { clusterUID: 'another' } }),
      emptyStore(),
    ],
    state: 'never',
  },
  {
    reason: 'T35: the drill has been running since October',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store(),
      drillCronJob({
        active: [{ name: 'shop-drill-1' }],
        lastScheduleTime: '2026-10-04T05:00:00Z',
      }),
    ],
    state: 'fresh',
    finds: ['restoreDrill.stuck', 'restoreProven.never'],
  },
  {
    reason: 'a drill that does not happen any more',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store(),
      drillCronJob({ lastSuccessfulTime: '2026-11-01T05:10:00Z' }),
    ],
    state: 'fresh',
    finds: ['restoreDrill.stale', 'restoreProven.restored'],
  },
  {
    reason: 'a drill whose past was lost',
    objects: [cluster(), schedule(), backup(21), store(), drillCronJob({})],
    state: 'fresh',
    finds: ['restoreDrill.unknown'],
  },
  {
    reason: 'a drill that failed',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store(),
      drillJob({
        conditions: [
          condition('Failed', 'True', '2026-11-20T05:10:00Z', {
            reason: 'BackoffLimitExceeded',
          }),
        ],
      }),
    ],
    state: 'fresh',
    finds: ['restoreDrill.failed'],
  },
  {
    reason: 'a restore that somebody only declares',
    objects: [
      cluster({
        annotations: { 'basewell.dev/restore-proven-at': '2026-11-01' },
      }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'fresh',
    finds: ['restoreProven.declared'],
  },
  {
    reason: 'a refresh of dev from prod is a drill',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store(),
      restoredCluster({
        currentPrimary: 'shop-dev-cnpg-1',
        conditions: [condition('Initialized', 'True', '2026-11-10T08:20:00Z')],
      }),
    ],
    state: 'fresh',
    finds: ['restoreProven.restored'],
  },
  {
    reason: 'a recovery that did not come up proves nothing',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store(),
      restoredCluster({ phase: 'Setting up primary' }),
    ],
    state: 'fresh',
    finds: ['restoreProven.never'],
  },
  {
    reason: 'T36: Backups may not be read, though the store looks fresh',
    objects: [cluster(), schedule(), store()],
    coverage: { 'backups.postgresql.cnpg.io': 'forbidden' },
    state: 'unknown',
    finds: ['coverage.forbidden'],
    says: /may not read backups\.postgresql\.cnpg\.io/,
  },
  {
    reason: 'T36: and it does not count as never',
    objects: [cluster(), schedule(), emptyStore()],
    coverage: { 'backups.postgresql.cnpg.io': 'forbidden' },
    state: 'unknown',
  },
  {
    reason: 'schedules may not be read: nothing is promised, nothing is none',
    objects: [cluster(), backup(21), store()],
    coverage: { 'scheduledbackups.postgresql.cnpg.io': 'forbidden' },
    state: 'unknown',
  },
  {
    reason: 'the plugin is configured, its CRD is not there',
    objects: [cluster(), schedule(), backup(21)],
    coverage: { 'objectstores.barmancloud.cnpg.io': 'absent' },
    state: 'unknown',
    finds: ['coverage.absent'],
  },
  {
    reason: 'a file without the ObjectStore: Backups say enough',
    objects: [cluster(), schedule(), backup(21)],
    coverage: { 'objectstores.barmancloud.cnpg.io': 'omitted' },
    state: 'fresh',
    finds: ['coverage.omitted'],
  },
  {
    reason: 'T14: in a file with nothing but the schedule',
    objects: [cluster(), schedule({ pluginConfiguration: undefined })],
    coverage: { 'objectstores.barmancloud.cnpg.io': 'omitted' },
    state: 'never',
  },
  {
    reason: 'a file without the VolumeSnapshots, which are the backup',
    objects: [
      cluster({ spec: bySnapshot }),
      snapshotSchedule,
      snapshotBackup(21, pgData),
    ],
    coverage: { 'volumesnapshots.snapshot.storage.k8s.io': 'omitted' },
    state: 'unknown',
  },
  {
    reason: 'the Kubernetes cluster does not answer',
    objects: [cluster(), schedule(), backup(12), store(nineDaysAgo)],
    coverage: {
      'backups.postgresql.cnpg.io': 'unreachable',
      'scheduledbackups.postgresql.cnpg.io': 'unreachable',
      'objectstores.barmancloud.cnpg.io': 'unreachable',
    },
    state: 'unknown',
  },
  {
    reason: 'the ObjectStore that the cluster names does not exist',
    objects: [cluster(), schedule(), backup(21)],
    state: 'failing',
    finds: ['backupStore.missing'],
  },
  {
    reason: 'a Backup completed, and the store lists nothing',
    objects: [cluster(), schedule(), backup(21), emptyStore()],
    state: 'unverified',
    finds: ['backupProven.windowEmpty'],
  },
  {
    reason: 'the store froze three days ago',
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-18T02:10:00Z' }),
    ],
    state: 'fresh',
    finds: ['backupAgreement.differs'],
  },
  {
    reason: 'a good backup was deleted',
    objects: [cluster(), schedule(), backup(20), store(yesterday)],
    memory: {
      lastGood: {
        value: '2026-11-21T02:10:00.000Z',
        since: '2026-11-21T02:15:00Z',
      },
    },
    state: 'late',
    finds: ['backupAgreement.vanished'],
  },
  {
    reason: 'no backup is set up',
    objects: [cluster({ spec: { plugins: undefined } })],
    state: 'none',
    finds: ['backupConfigured.none'],
  },
  {
    reason: 'a plugin that is switched off',
    objects: [
      cluster({ spec: { plugins: [{ name: PLUGIN, enabled: false }] } }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'none',
    finds: ['backupConfigured.scheduledOnly'],
  },
  {
    reason: 'nothing asks for backups',
    objects: [cluster(), backup(21), store()],
    state: 'none',
    finds: ['backupScheduled.none'],
  },
  {
    reason: 'a schedule that never runs',
    objects: [
      cluster(),
      schedule({ schedule: '0 0 0 31 2 *' }),
      backup(21),
      store(),
    ],
    state: 'none',
    finds: ['backupScheduled.neverRuns'],
  },
  {
    reason: 'a schedule that the operator does not take',
    objects: [
      cluster(),
      schedule({ schedule: '0 0 0 * * 7' }),
      backup(21),
      store(),
    ],
    state: 'none',
    finds: ['backupScheduled.neverRuns'],
  },
  {
    reason: 'the first one is under way',
    now: '2026-11-21T02:05:00Z',
    objects: [
      cluster({ metadata: { creationTimestamp: '2026-11-20T08:00:00Z' } }),
      schedule({}, {}, { creationTimestamp: '2026-11-20T08:00:00Z' }),
      openBackup(21, 'running', { startedAt: '2026-11-21T02:00:05Z' }),
      emptyStore(),
    ],
    state: 'running',
    finds: ['backupRunning.underWay'],
  },
  {
    reason: 'the first one is not due yet',
    objects: [
      cluster({ metadata: { creationTimestamp: '2026-11-21T08:00:00Z' } }),
      schedule({}, {}, { creationTimestamp: '2026-11-21T08:00:00Z' }),
      emptyStore(),
    ],
    state: 'running',
    says: /no backup yet; the first one is due at 2026-11-22 02:00 UTC/,
  },
  {
    reason: 'the first one was to be made at once, hours ago',
    objects: [
      cluster({ metadata: { creationTimestamp: '2026-11-21T08:00:00Z' } }),
      schedule(
        { immediate: true },
        {},
        { creationTimestamp: '2026-11-21T08:00:00Z' },
      ),
      emptyStore(),
    ],
    state: 'never',
  },
  {
    reason: 'a running one does not make a stale one better',
    objects: [
      cluster(),
      schedule(),
      backup(12),
      openBackup(21, 'running', { startedAt: '2026-11-21T11:00:00Z' }),
      store(nineDaysAgo),
    ],
    state: 'stale',
    finds: ['backupRunning.underWay'],
  },
  {
    reason: 'clocks differ: the backup is of tomorrow',
    objects: [
      cluster(),
      schedule(),
      backup(22),
      store({ ...yesterday, lastSuccessfulBackupTime: '2026-11-22T02:10:00Z' }),
    ],
    state: 'unknown',
    finds: ['backupTimes.future'],
  },
  {
    reason: 'a time that nobody can read',
    objects: [
      cluster(),
      schedule(),
      store({ lastSuccessfulBackupTime: 'soon' }),
    ],
    state: 'unknown',
    finds: ['backupTimes.unreadable'],
  },
  {
    reason: 'in-tree: the field of the Cluster alone',
    objects: [
      cluster({
        spec: inTree,
        status: {
          lastSuccessfulBackupByMethod: {
            barmanObjectStore: '2026-11-21T02:10:00Z',
          },
          firstRecoverabilityPointByMethod: {
            barmanObjectStore: '2026-10-22T02:10:00Z',
          },
        },
      }),
      inTreeSchedule,
    ],
    state: 'fresh',
  },
  {
    reason: 'in-tree: a failure that only the Cluster tells',
    objects: [
      cluster({
        spec: inTree,
        status: { lastFailedBackup: '2026-11-21T02:10:00Z' },
      }),
      inTreeSchedule,
      inTreeBackup(20),
    ],
    state: 'failing',
  },
  {
    reason: 'another plugin, by its Backups',
    objects: [
      cluster({
        spec: { plugins: [{ name: 'klio.cnpg.io', isWALArchiver: true }] },
      }),
      schedule({ pluginConfiguration: { name: 'klio.cnpg.io' } }),
      backup(21, {}, { pluginConfiguration: { name: 'klio.cnpg.io' } }),
    ],
    state: 'fresh',
  },
  {
    reason: 'WAL archiving is switched off',
    objects: [
      cluster({ annotations: { 'cnpg.io/skipWalArchiving': 'enabled' } }),
      schedule(),
      backup(21),
      store(),
    ],
    state: 'fresh',
    finds: ['walArchiving.skipped'],
  },
];

describe('backupLane', () => {
  it.each(rows)(
    'is $state: $reason',
    ({ reason, state, finds = [], says = /./, since, ...seen }) => {
      const verdict = new BackupCase(seen).assess();
      expect(verdict).toMatchObject({
        state,
        summary: expect.stringMatching(says),
        ...(since && { since }),
      });
      const found = verdict.findings.map(({ message }) => message);
      expect(found).toEqual(expect.arrayContaining([...finds]));
    },
  );

  it.each([
    { reason: 'is over', fields: { lastTimestamp: '2026-11-21T10:50:00Z' } },
    { reason: 'is no warning', fields: { type: 'Normal' } },
    { reason: 'has no time', fields: { lastTimestamp: 'yesterday' } },
    {
      reason: 'is about another schedule',
      fields: { involvedObject: { ...ofSchedule, name: 'billing-daily' } },
    },
  ])('does not tell of an event that $reason', ({ fields }) => {
    const told = warning(ofSchedule, { reason: 'SwitchingOver', ...fields });
    const { findings } = new BackupCase({
      objects: [cluster(), schedule(), backup(21), store(), told],
    }).assess();
    expect(findings.map(({ rule }) => rule)).not.toContain('backup-events');
  });

  it('reaches every state', () => {
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(backupStates),
    );
  });

  it('fills every sentence in', () => {
    for (const row of rows) {
      const { findings, summary } = new BackupCase(row).assess();
      for (const text of [
        summary,
        ...findings.flatMap(found => [found.summary, found.remedy]),
      ]) {
        expect(text).not.toMatch(/\{[a-z]+(:[a-z]+)?\}|undefined|NaN/i);
      }
    }
  });

  it('knows when a fresh backup will be late', () => {
    const { nextChangeAt } = new BackupCase(rows[0]).assess();
    // The next slot, and twice what a backup takes but half an hour at least.
    expect(nextChangeAt).toBe('2026-11-22T02:30:00.000Z');
  });

  it('has nothing to say about a CNPG cluster that is not there', () => {
    const { lane, subject } = new BackupCase({ objects: [schedule()] });
    expect(lane.assess(subject)).toBeUndefined();
  });
});

describe('a page', () => {
  it('shows what is there', () => {
    const { lane, subject } = new BackupCase({
      objects: [
        cluster(),
        schedule(),
        backup(20, { phase: 'failed', error: 'exit status 4' }),
        backup(21),
        store(),
        restoredCluster({
          currentPrimary: 'shop-dev-cnpg-1',
          conditions: [
            condition('Initialized', 'True', '2026-11-10T08:20:00Z'),
          ],
        }),
      ],
    });
    expect(lane.describe!(subject).backups).toEqual({
      method: 'Barman Cloud plugin',
      destination: 'ObjectStore databases/shop-store',
      lastGood: {
        at: '2026-11-21T02:10:00.000Z',
        object: 'Backup databases/shop-daily-20261121020000',
      },
      schedules: [
        {
          name: 'shop-daily',
          expression: '0 0 2 * * *',
          meaning: 'every day at 02:00',
          next: [
            '2026-11-22T02:00:00.000Z',
            '2026-11-23T02:00:00.000Z',
            '2026-11-24T02:00:00.000Z',
          ],
          suspended: false,
        },
      ],
      nextDue: '2026-11-22T02:00:00.000Z',
      attempts: [
        {
          name: 'shop-daily-20261120020000',
          at: '2026-11-20T02:10:00.000Z',
          outcome: 'failed',
          seconds: 595,
          error: 'exit status 4',
        },
        {
          name: 'shop-daily-20261121020000',
          at: '2026-11-21T02:10:00.000Z',
          outcome: 'completed',
          seconds: 595,
        },
      ],
      recoveryWindow: { from: '2026-10-22T02:10:00.000Z' },
      retention: '30d',
      lastProvenRestore: {
        at: '2026-11-10T08:20:00.000Z',
        object: 'Cluster databases/shop-dev-cnpg',
        how: 'recovery',
      },
    });
  });

  it('remembers what the Kubernetes cluster forgets', () => {
    const { lane, subject } = new BackupCase(rows[0]);
    expect(lane.remember!(subject)).toEqual([
      { key: 'destination', value: 's3://backups/shop shop-cnpg' },
      { key: 'lastGood', value: '2026-11-21T02:10:00.000Z' },
      { key: 'window', value: '2026-10-22T02:10:00Z' },
    ]);
  });
});

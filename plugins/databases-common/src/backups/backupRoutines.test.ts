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

import fc from 'fast-check';
import { BackupState, backupStates } from '../model';
import { BackupCase, Seen } from './__testUtils__/BackupCase';
import {
  backup,
  cluster,
  schedule,
  store,
} from './__testUtils__/backupObjects';
import {
  authDb,
  dumpCronJob,
  dumpJob,
  dumpPod,
  failedJob,
  namespace,
  piped,
  sizedJob,
  sizeSample,
} from './__testUtils__/dumpObjects';

interface Row extends Omit<Seen, 'database'> {
  readonly reason: string;
  readonly database?: Seen['database'];
  readonly state: BackupState;
  /** Messages that have to be among the findings. */
  readonly finds?: readonly string[];
  readonly lacks?: readonly string[];
  readonly says?: RegExp;
  /** A field that the verdict rests on. */
  readonly evidence?: string;
}

const onlyName = {
  script: undefined,
  pod: {
    containers: [
      { name: 'dump', image: 'postgres:17', command: ['/scripts/run.sh'] },
    ],
  },
};
const verification = (status: object) =>
  dumpJob(21, {
    ...onlyName,
    metadata: {
      name: 'auth-db-verify',
      ownerReferences: [],
      annotations: { 'basewell.dev/verifies': 'accounts/auth-db' },
    },
    status: { startTime: '2026-11-21T03:00:00Z', ...status },
  });
const ended = {
  completionTime: '2026-11-21T03:01:00Z',
  conditions: [{ type: 'Complete', status: 'True' }],
};
const refusedIt = {
  conditions: [
    {
      type: 'Failed',
      status: 'True',
      reason: 'BackoffLimitExceeded',
      lastTransitionTime: '2026-11-21T03:01:00Z',
    },
  ],
};
const sized = { backupSize: 1000, backupSizeAt: '2026-11-21T02:04:58Z' };
const copy =
  'set -o pipefail; pg_dump -h auth-db auth | psql -h auth-dev-db.dev auth';

const rows: readonly Row[] = [
  {
    reason: 'nothing but dumps by hand, which leave no trace',
    objects: [],
    state: 'none',
    finds: ['routineConfigured.none'],
    says: /by hand \(kubectl exec\) leaves no trace/,
  },
  {
    reason: 'Redis, whose snapshots lie beside its data',
    database: { ...authDb, engine: 'redis', name: 'cache' },
    objects: [],
    state: 'none',
    finds: ['routineConfigured.snapshotsOnly'],
  },
  {
    reason: 'a dump that ended well, of which nobody knows the size',
    objects: [dumpCronJob(), dumpJob(21)],
    state: 'unverified',
    finds: ['routineContent.unseen', 'routinePlace.claim'],
    lacks: ['routineScript.pipe'],
    says: /^Job accounts\/auth-db-backup-21 ended well 9 h ago; nothing shows what is in it\.$/,
  },
  {
    reason: 'the word of the CronJob alone, when its Jobs are gone',
    objects: [dumpCronJob()],
    state: 'unverified',
    finds: ['routineContent.unseen'],
  },
  {
    reason: 'a dump of which the size is known',
    objects: [dumpCronJob(), sizedJob(20, 1000), sizedJob(21, 1100)],
    state: 'fresh',
    says: /the next one is due at 2026-11-22 02:00 UTC/,
  },
  {
    reason: 'a dump that is empty',
    objects: [dumpCronJob(), sizedJob(20, 1000), sizedJob(21, 0)],
    state: 'failing',
    finds: ['routineContent.empty'],
  },
  {
    reason: 'a dump of less than half of what is usual',
    objects: [
      dumpCronJob(),
      sizedJob(19, 1000),
      sizedJob(20, 1100),
      sizedJob(21, 400),
    ],
    state: 'unverified',
    finds: ['routineContent.shrunk'],
  },
  {
    reason: 'a size that every Job is given is that of none',
    objects: [
      dumpCronJob({
        given: { annotations: { 'basewell.dev/backup-size': '1000' } },
      }),
      sizedJob(21, 1000),
    ],
    state: 'unverified',
  },
  {
    reason: 'a dump that was verified',
    objects: [dumpCronJob(), dumpJob(21), verification(ended)],
    state: 'fresh',
  },
  {
    reason: 'a dump that did not stand up to verification',
    objects: [dumpCronJob(), dumpJob(21), verification(refusedIt)],
    state: 'failing',
    finds: ['routineContent.refused'],
  },
  {
    reason: 'a verification that was done again, and is content now',
    objects: [
      dumpCronJob(),
      dumpJob(21),
      verification(refusedIt),
      {
        ...verification({ ...ended, startTime: '2026-11-21T04:00:00Z' }),
        metadata: {
          name: 'auth-db-verify-again',
          namespace,
          annotations: { 'basewell.dev/verifies': 'accounts/auth-db' },
        },
      },
    ],
    state: 'fresh',
  },
  {
    reason: 'a dump of which nothing is left but the frame of gzip',
    objects: [dumpCronJob(), sizedJob(20, 1000), sizedJob(21, 20)],
    state: 'failing',
    finds: ['routineContent.empty'],
  },
  {
    reason: 'a dump whose size Prometheus has, under the name of its CronJob',
    objects: [dumpCronJob(), dumpJob(21)],
    samples: [sizeSample('auth-db-backup', sized)],
    state: 'fresh',
    evidence: 'shop_backupSize',
  },
  {
    reason: 'a dump whose size Prometheus has, under the name of its Job',
    objects: [dumpCronJob(), dumpJob(21)],
    samples: [sizeSample('auth-db-backup-21', sized)],
    state: 'fresh',
    evidence: 'shop_backupSize',
  },
  {
    reason: 'a dump that is empty, as Prometheus has it',
    objects: [dumpCronJob(), dumpJob(21)],
    samples: [sizeSample('auth-db-backup', { ...sized, backupSize: 0 })],
    state: 'failing',
    finds: ['routineContent.empty'],
  },
  {
    reason: 'a size that Prometheus keeps of the night before',
    objects: [dumpCronJob(), dumpJob(20), dumpJob(21)],
    samples: [
      sizeSample('auth-db-backup', {
        ...sized,
        backupSizeAt: '2026-11-20T02:04:58Z',
      }),
    ],
    state: 'unverified',
    finds: ['routineContent.unseen'],
  },
  {
    reason: 'a size that was set long after the dump ended',
    objects: [dumpCronJob(), dumpJob(21)],
    samples: [
      sizeSample('auth-db-backup', {
        ...sized,
        backupSizeAt: '2026-11-21T02:15:01Z',
      }),
    ],
    state: 'unverified',
  },
  {
    reason: 'a size of which nobody knows when it was set',
    objects: [dumpCronJob(), dumpJob(21)],
    samples: [sizeSample('auth-db-backup', { backupSize: 1000 })],
    state: 'unverified',
  },
  {
    reason: 'a size that Prometheus had an hour ago',
    objects: [dumpCronJob(), dumpJob(21)],
    samples: [sizeSample('auth-db-backup', sized, '2026-11-21T10:00:00Z')],
    state: 'unverified',
  },
  {
    reason: 'the size of another job',
    objects: [dumpCronJob(), dumpJob(21)],
    samples: [sizeSample('user-db-backup', sized)],
    state: 'unverified',
  },
  {
    reason: 'what the Job says of itself counts before what Prometheus says',
    objects: [dumpCronJob(), sizedJob(21, 0)],
    samples: [sizeSample('auth-db-backup', sized)],
    state: 'failing',
    finds: ['routineContent.empty'],
  },
  {
    reason: 'a dump that failed, and was large',
    objects: [dumpCronJob({ status: {} }), failedJob(21)],
    samples: [sizeSample('auth-db-backup', sized)],
    state: 'never',
  },
  {
    reason: 'a dump whose pod reports its size',
    objects: [dumpCronJob(), dumpJob(21), dumpPod('{"bytes":1000}')],
    state: 'fresh',
  },
  {
    reason: 'a dump whose pod reports that it is no good',
    objects: [
      dumpCronJob(),
      sizedJob(21, 1000),
      dumpPod('{"bytes":1000,"verified":false}'),
    ],
    state: 'failing',
    finds: ['routineContent.refused'],
  },
  {
    reason: 'a verification that began before the dump ended',
    objects: [
      dumpCronJob(),
      dumpJob(21),
      verification({ ...ended, startTime: '2026-11-21T02:04:00Z' }),
    ],
    state: 'unverified',
  },
  {
    reason: 'an empty pipe can end as Complete (DBackup#154)',
    objects: [dumpCronJob({ script: piped }), dumpJob(21)],
    state: 'unverified',
    finds: ['routineScript.pipe'],
  },
  {
    reason: 'only the last of a loop decides',
    objects: [
      dumpCronJob({
        script:
          'for db in auth audit; do pg_dump -h auth-db $db > /backups/$db; done',
      }),
    ],
    state: 'unverified',
    finds: ['routineScript.loop', 'routineScope.some'],
  },
  {
    reason: 'what comes after the dump decides',
    objects: [
      dumpCronJob({ script: 'pg_dump -h auth-db auth > /backups/a; ls' }),
    ],
    state: 'unverified',
    finds: ['routineScript.ignored'],
  },
  {
    reason: 'one pod of three, however large what it leaves is',
    objects: [
      dumpCronJob({
        script: 'pg_dumpall -h auth-db-0.auth-db -f /backups/all',
      }),
      sizedJob(21, 1000),
    ],
    state: 'unverified',
    finds: ['routineScope.pods'],
    lacks: ['routineContent.unseen'],
  },
  {
    reason: 'one pod of three',
    objects: [
      dumpCronJob({
        script: 'pg_dumpall -h auth-db-0.auth-db -f /backups/all',
      }),
    ],
    state: 'unverified',
    finds: ['routineScope.pods', 'routineContent.unseen'],
    lacks: ['routineScope.some'],
  },
  {
    reason: 'an emulated object storage',
    objects: [
      dumpCronJob({
        script:
          'set -eo pipefail; pg_dump -h auth-db auth | aws --endpoint-url http://localstack:4566 s3 cp - s3://backups/a',
      }),
    ],
    state: 'unverified',
    finds: ['backupPlace.emulated'],
    lacks: ['routinePlace.claim'],
  },
  {
    reason: 'MinIO beside it',
    objects: [
      dumpCronJob({
        script:
          'set -e; pg_dump -h auth-db auth -f /tmp/a; aws --endpoint-url http://minio.storage.svc:9000 s3 cp /tmp/a s3://backups/a',
      }),
    ],
    state: 'unverified',
    finds: ['backupPlace.inCluster'],
    lacks: ['routinePlace.ephemeral'],
  },
  {
    reason: 'a dump that is gone with its pod, whatever its size',
    objects: [
      dumpCronJob({ script: 'pg_dump -h auth-db auth -f /tmp/a' }),
      sizedJob(21, 1000),
    ],
    state: 'unverified',
    finds: ['routinePlace.ephemeral'],
  },
  {
    reason: 'a copy of prod into dev is no backup',
    objects: [dumpCronJob({ script: copy })],
    state: 'none',
    finds: ['routineConfigured.copyOnly', 'backupBeside.copy'],
  },
  {
    reason: 'a database that is overwritten by a copy has no backup of that',
    database: { ...authDb, namespace: 'dev', name: 'auth-dev-db' },
    objects: [dumpCronJob({ script: copy })],
    state: 'none',
    finds: ['backupBeside.copy'],
  },
  {
    reason: 'one slot without a dump',
    objects: [
      dumpCronJob({
        status: {
          lastScheduleTime: '2026-11-21T02:00:00Z',
          lastSuccessfulTime: '2026-11-20T02:05:00Z',
        },
      }),
    ],
    state: 'late',
    finds: ['backupAge.late'],
  },
  {
    reason: 'the slot of tonight is within its grace',
    now: '2026-11-21T02:50:00Z',
    objects: [
      dumpCronJob({
        status: {
          lastScheduleTime: '2026-11-21T02:00:00Z',
          lastSuccessfulTime: '2026-11-20T02:05:00Z',
        },
      }),
    ],
    state: 'unverified',
  },
  {
    reason: 'a controller that has stopped to start it',
    objects: [
      dumpCronJob({
        status: {
          lastScheduleTime: '2026-11-12T02:00:00Z',
          lastSuccessfulTime: '2026-11-12T02:05:00Z',
        },
      }),
    ],
    state: 'stale',
    finds: [
      'backupAge.stale',
      'routineScheduled.notStarted',
      'routineRetention.nothingLeft',
    ],
  },
  {
    reason: 'more than a hundred missed starts',
    objects: [
      dumpCronJob({
        spec: { schedule: '*/30 * * * *', timeZone: 'Etc/UTC' },
        status: {
          lastScheduleTime: '2026-11-15T02:00:00Z',
          lastSuccessfulTime: '2026-11-15T02:05:00Z',
        },
      }),
    ],
    state: 'stale',
  },
  {
    reason: 'a deadline that no controller can keep',
    objects: [
      dumpCronJob({
        spec: {
          schedule: '0 2 * * *',
          timeZone: 'Etc/UTC',
          startingDeadlineSeconds: 5,
        },
        status: {},
      }),
    ],
    state: 'never',
    finds: ['backupAge.never', 'routineScheduled.deadline'],
  },
  {
    reason: 'a Job that failed after the last good one',
    objects: [
      dumpCronJob({
        status: {
          lastScheduleTime: '2026-11-21T02:00:00Z',
          lastSuccessfulTime: '2026-11-20T02:05:00Z',
        },
      }),
      dumpJob(20),
      failedJob(21),
    ],
    state: 'failing',
    finds: ['backupFailed.newest'],
    says: /BackoffLimitExceeded/,
  },
  {
    reason: 'a Job that failed before the last good one is history',
    objects: [dumpCronJob(), failedJob(20), sizedJob(21, 1000)],
    state: 'fresh',
    lacks: ['backupFailed.newest'],
  },
  {
    reason: 'a Job that hangs and lets no other begin (kbve#13135)',
    objects: [
      dumpCronJob({
        status: {
          active: [{ name: 'auth-db-backup-2' }],
          lastScheduleTime: '2026-10-02T02:00:00Z',
          lastSuccessfulTime: '2026-10-01T09:05:00Z',
        },
      }),
    ],
    state: 'stuck',
    finds: ['routineRunning.holds'],
  },
  {
    reason: 'the first one, which runs',
    now: '2026-10-02T02:01:00Z',
    objects: [
      dumpCronJob({
        status: {
          active: [{ name: 'auth-db-backup-1' }],
          lastScheduleTime: '2026-10-02T02:00:00Z',
        },
      }),
    ],
    state: 'running',
    finds: ['routineRunning.underWay'],
  },
  {
    reason: 'a suspended one, however young its last dump is',
    objects: [
      dumpCronJob({
        spec: { schedule: '0 2 * * *', timeZone: 'Etc/UTC', suspend: true },
      }),
      sizedJob(21, 1000),
    ],
    state: 'suspended',
    finds: ['routineSuspended.routine'],
  },
  {
    reason: 'a suspended one beside one that runs',
    objects: [
      dumpCronJob({ metadata: { name: 'auth-db-backup' } }),
      sizedJob(21, 1000),
      dumpCronJob({
        metadata: { name: 'old-auth-db-backup' },
        spec: { schedule: '0 3 * * *', suspend: true },
        status: {},
      }),
    ],
    state: 'fresh',
    finds: ['routineSuspended.routine'],
  },
  {
    reason: 'a CronJob that was made anew has forgotten what was before',
    objects: [
      dumpCronJob({
        metadata: {
          name: 'auth-db-backup',
          namespace,
          creationTimestamp: '2026-11-21T09:00:00Z',
        },
        status: {},
      }),
    ],
    state: 'unknown',
    finds: ['routineForgotten.younger'],
  },
  {
    reason: 'a CronJob that was made anew, of which we remember more',
    objects: [
      dumpCronJob({
        metadata: {
          name: 'auth-db-backup',
          namespace,
          creationTimestamp: '2026-11-21T09:00:00Z',
        },
        status: {},
      }),
    ],
    memory: {
      lastDump: {
        value: '2026-11-21T02:05:00.000Z',
        since: '2026-11-21T02:06:00Z',
      },
    },
    state: 'unknown',
    finds: ['routineForgotten.remembered'],
  },
  {
    reason: 'a new CronJob of a new database',
    now: '2026-10-01T09:00:00Z',
    objects: [dumpCronJob({ status: {} })],
    state: 'running',
    says: /the first one is due at 2026-10-02 02:00 UTC/,
  },
  {
    reason: 'a CronJob that never succeeded',
    objects: [
      dumpCronJob({ status: { lastScheduleTime: '2026-11-21T02:00:00Z' } }),
    ],
    state: 'never',
  },
  {
    reason: 'a schedule that is none',
    objects: [dumpCronJob({ spec: { schedule: '0 0 2 * * *' }, status: {} })],
    state: 'none',
    finds: ['routineScheduled.neverRuns'],
  },
  {
    reason: 'a zone that nobody has heard of',
    objects: [
      dumpCronJob({
        spec: { schedule: '0 2 * * *', timeZone: 'Mars/Olympus' },
      }),
    ],
    state: 'none',
    finds: ['routineScheduled.neverRuns'],
  },
  {
    reason: 'a controller in another zone, as its last run shows',
    now: '2026-11-21T04:00:00Z',
    objects: [
      dumpCronJob({
        spec: { timeZone: undefined },
        status: {
          lastScheduleTime: '2026-11-20T07:00:00Z',
          lastSuccessfulTime: '2026-11-20T07:05:00Z',
        },
      }),
    ],
    state: 'unverified',
    lacks: ['backupAge.late', 'routineScheduled.zoneUnknown'],
  },
  {
    reason: 'a controller whose zone no run has shown gets half a day',
    now: '2026-10-02T13:00:00Z',
    objects: [dumpCronJob({ spec: { timeZone: undefined }, status: {} })],
    state: 'running',
    finds: ['routineScheduled.zoneUnknown'],
  },
  {
    reason: 'a Job that somebody ran once',
    objects: [
      dumpJob(21, { metadata: { name: 'dump-by-hand', ownerReferences: [] } }),
    ],
    state: 'none',
    finds: ['routineScheduled.once'],
  },
  {
    reason: 'a Job that somebody ran once, where its age is judged',
    objects: [
      dumpJob(21, {
        metadata: {
          name: 'dump-by-hand',
          ownerReferences: [],
          annotations: { 'basewell.dev/backup-size': '1000' },
        },
      }),
    ],
    settings: { backupObjective: 24 * 3600 },
    state: 'fresh',
  },
  {
    reason: 'a script that is not seen, found by the name of the job',
    objects: [
      dumpCronJob(onlyName),
      dumpJob(21, {
        ...onlyName,
        metadata: {
          name: 'auth-db-backup-21',
          annotations: { 'basewell.dev/backup-size': '1000' },
        },
      }),
    ],
    state: 'unverified',
    finds: ['routineScript.unseen', 'routineContent.guessed'],
  },
  {
    reason: 'a script that is not seen, of a job that says whose it is',
    objects: [
      dumpCronJob({
        ...onlyName,
        metadata: {
          name: 'nightly',
          annotations: { 'basewell.dev/backs-up': 'accounts/auth-db' },
        },
      }),
    ],
    state: 'unverified',
    finds: ['routineScript.unseen'],
    lacks: ['routineContent.guessed'],
  },
  {
    reason: 'a job of another database whose name begins alike',
    objects: [
      dumpCronJob({ ...onlyName, metadata: { name: 'auth-db-audit-backup' } }),
    ],
    state: 'none',
  },
  {
    reason: 'a job that reads another host',
    objects: [
      dumpCronJob({ script: 'pg_dump -h user-db users -f /backups/a' }),
    ],
    state: 'none',
  },
  {
    reason: 'a job that cleans up makes no backups',
    objects: [
      dumpCronJob({
        ...onlyName,
        metadata: { name: 'auth-db-backup-cleanup' },
      }),
    ],
    state: 'none',
  },
  {
    reason: 'a good dump of one database does not hide a bad one of another',
    objects: [
      dumpCronJob(),
      sizedJob(21, 1000),
      dumpCronJob({
        script: 'set -e; pg_dump -h auth-db audit -f /backups/audit',
        metadata: { name: 'audit-backup' },
        status: {
          lastScheduleTime: '2026-11-12T02:00:00Z',
          lastSuccessfulTime: '2026-11-12T02:05:00Z',
        },
      }),
    ],
    state: 'stale',
  },
  {
    reason: 'a dump older than the database is of a former one',
    database: { ...authDb, createdAt: '2026-11-21T10:00:00Z' },
    objects: [dumpCronJob(), sizedJob(21, 1000)],
    state: 'running',
  },
  ...(['forbidden', 'unreachable', 'syncing', 'absent'] as const).flatMap(
    coverage =>
      ['cronjobs.batch', 'jobs.batch'].map(kind => ({
        reason: `nothing is said where ${kind} are ${coverage}`,
        objects: [dumpCronJob(), sizedJob(21, 1000)],
        coverage: { [kind]: coverage },
        state: 'unknown' as const,
      })),
  ),
  {
    reason: 'nothing is absent that may merely not be seen',
    objects: [],
    coverage: { 'cronjobs.batch': 'forbidden' },
    state: 'unknown',
    lacks: ['routineConfigured.none'],
  },
];

const ofCnpg: readonly Row[] = [
  {
    reason: 'dumps beside what CloudNativePG makes decide nothing',
    database: {},
    objects: [
      cluster(),
      schedule(),
      backup(21),
      store(),
      dumpCronJob({
        script: 'pg_dump -h shop-cnpg-rw.databases shop > /backups/a',
        status: {},
      }),
    ],
    state: 'fresh',
    finds: ['backupBeside.other'],
  },
  {
    reason: 'dumps of a cluster that makes no backups itself decide',
    database: {},
    objects: [
      cluster({ spec: { plugins: undefined } }),
      dumpCronJob({
        script:
          'set -e; pg_dump -h shop-cnpg-rw.databases shop > /backups/a; ls',
      }),
    ],
    state: 'unverified',
  },
  {
    reason: 'a copy into dev is no backup of prod',
    database: {},
    objects: [
      cluster({ spec: { plugins: undefined } }),
      dumpCronJob({
        script:
          'pg_dump -h shop-cnpg-rw.databases shop | psql -h shop-dev-cnpg-rw shop',
      }),
    ],
    state: 'none',
    finds: ['backupConfigured.none', 'backupBeside.copy'],
  },
  {
    reason: 'an emulated object storage behind an ObjectStore',
    database: {},
    objects: [
      cluster(),
      schedule(),
      backup(21),
      {
        ...store(),
        spec: {
          configuration: {
            destinationPath: 's3://backups/shop',
            endpointURL: 'http://localstack.tools.svc:4566',
          },
          retentionPolicy: '30d',
        },
      },
    ],
    state: 'fresh',
    finds: ['backupPlace.emulated'],
  },
];

function caseOf({ database = authDb, ...seen }: Row): BackupCase {
  return new BackupCase({ ...seen, database });
}

describe('backups by jobs', () => {
  it.each([...rows, ...ofCnpg])(
    'is $state: $reason',
    ({ state, finds = [], lacks = [], says = /./, evidence, ...row }) => {
      const verdict = caseOf({ ...row, state }).assess();
      const messages = verdict.findings.map(({ message }) => message);
      expect([verdict.state, messages]).toEqual([state, messages]);
      expect(messages).toEqual(expect.arrayContaining([...finds]));
      expect(messages.filter(message => lacks.includes(message))).toEqual([]);
      expect(verdict.summary).toMatch(says);
      expect(verdict.evidence.map(({ field }) => field)).toEqual(
        expect.arrayContaining(evidence ? [evidence] : []),
      );
    },
  );

  it('fills every sentence in', () => {
    for (const row of rows) {
      const { findings, summary } = caseOf(row).assess();
      for (const text of [
        summary,
        ...findings.flatMap(found => [found.summary, found.remedy]),
      ]) {
        expect(text).not.toMatch(/\{[a-z]+(:[a-z]+)?\}|undefined|NaN/i);
      }
    }
  });

  it('is never fresh when nothing shows what is in a dump', () => {
    const days = fc.integer({ min: 1, max: 21 });
    const jobs = fc.array(
      fc.oneof(
        days.map(day => dumpJob(day)),
        days.map(failedJob),
      ),
      { maxLength: 5 },
    );
    const crons = fc.record({
      suspend: fc.boolean(),
      schedule: fc.constantFrom('0 2 * * *', '*/5 * * * *', '@daily', 'x', ''),
      timeZone: fc.constantFrom(undefined, 'Europe/Rome', 'x'),
      concurrencyPolicy: fc.constantFrom('Forbid', 'Allow', 'Replace'),
    });
    const status = fc.record({
      lastScheduleTime: fc.constantFrom(undefined, '2026-11-21T02:00:00Z', 'x'),
      lastSuccessfulTime: fc.constantFrom(
        undefined,
        '2026-11-21T11:59:00Z',
        '2026-11-22T02:00:00Z',
        'soon',
      ),
      active: fc.constantFrom(undefined, [], [{}]),
    });
    const objective = fc.constantFrom(undefined, 3600, 24 * 3600);
    fc.assert(
      fc.property(jobs, crons, status, objective, (made, spec, told, limit) => {
        const seen = new BackupCase({
          objects: [dumpCronJob({ spec, status: told }), ...made],
          database: authDb,
          settings: { backupObjective: limit },
        });
        const { state } = seen.assess();
        expect(backupStates).toContain(state);
        expect(state).not.toBe('fresh');
        const { lane, subject, facts } = seen;
        expect(() => lane.describe!(subject)).not.toThrow();
        expect(() => lane.remember!(subject)).not.toThrow();
        for (const fact of facts) {
          expect(lane.assessObject!(fact, subject)?.state).not.toBe('fresh');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps little of a job, and no value of its environment', () => {
    const long = 'x'.repeat(60);
    const hosts = Array.from({ length: 60 }, (_, at) => `${long}-${at}`);
    const { facts } = new BackupCase({
      objects: [
        dumpCronJob({
          script: hosts
            .map(host => `pg_dump -h ${host} ${host} | psql -h ${host}.dev`)
            .join('\n'),
        }),
      ],
      database: authDb,
    });
    expect(facts).toHaveLength(1);
    expect(JSON.stringify(facts[0]).length).toBeLessThan(2048);
  });
});

describe('a page', () => {
  it('shows what jobs have made', () => {
    const { lane, subject } = new BackupCase({
      objects: [dumpCronJob(), failedJob(20), sizedJob(21, 1000)],
      database: authDb,
    });
    expect(lane.describe!(subject)).toEqual({
      backups: {
        method: 'pg_dump',
        destination: 'PersistentVolumeClaim accounts/auth-db-backup',
        lastGood: {
          at: '2026-11-21T02:05:00.000Z',
          object: 'Job accounts/auth-db-backup-21',
        },
        schedules: [
          {
            name: 'auth-db-backup',
            expression: '0 2 * * *',
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
            name: 'auth-db-backup-20',
            at: '2026-11-20T02:09:00.000Z',
            outcome: 'failed',
            seconds: 540,
            error:
              'BackoffLimitExceeded: Job has reached the specified backoff limit',
          },
          {
            name: 'auth-db-backup-21',
            at: '2026-11-21T02:05:00.000Z',
            outcome: 'completed',
            seconds: 300,
          },
        ],
        retention: '7d',
      },
    });
  });

  it('shows nothing where nothing makes backups', () => {
    const { lane, subject } = new BackupCase({ objects: [], database: authDb });
    expect(lane.describe!(subject)).toEqual({});
  });
});

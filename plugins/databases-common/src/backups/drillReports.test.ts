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

import { BackupCase } from './__testUtils__/BackupCase';
import {
  annotatedWith,
  backup,
  cluster,
  condition,
  drillCronJob,
  drillJob,
  drillPod,
  drillReport,
  schedule,
  store,
} from './__testUtils__/backupObjects';
import { KubeObject } from '../model';

interface Row {
  readonly reason: string;
  /** Beside a database whose backups are fresh. */
  readonly drills: readonly KubeObject[];
  readonly annotations?: { readonly [name: string]: string };
  /** The messages about restores: all of them. */
  readonly finds: readonly string[];
  readonly says?: RegExp;
}

const completed = {
  completionTime: '2026-11-21T05:02:12Z',
  conditions: [condition('Complete', 'True', '2026-11-21T05:02:12Z')],
};
const failed = {
  conditions: [condition('Failed', 'True', '2026-11-21T05:02:12Z')],
};
const ofCronJob = {
  ownerReferences: [
    { apiVersion: 'batch/v1', kind: 'CronJob', name: 'shop-drill', uid: '2' },
  ],
};
const daily = { schedule: '0 5 * * *' };
const succeeded = {
  lastScheduleTime: '2026-11-21T05:00:00Z',
  lastSuccessfulTime: '2026-11-21T05:02:12Z',
};
const failure = {
  status: 'failed',
  recoverySeconds: undefined,
  failureReason: 'wal_unavailable',
};

const rows: readonly Row[] = [
  {
    reason: 'a report proves the restore, with its backup and duration',
    drills: [drillPod(drillReport())],
    finds: ['restoreProven.reported'],
    says: /shop-daily-20261121020000 was proven 6 h ago: Pod databases\/shop-drill-1-x7k2p reports that it took 61 s/,
  },
  {
    reason: 'a report says more than the Job that completed after it',
    drills: [drillPod(drillReport()), drillJob(completed)],
    finds: ['restoreProven.reported'],
  },
  {
    reason: 'a report on the CronJob says more than its last success',
    drills: [drillCronJob(succeeded, daily, annotatedWith(drillReport()))],
    finds: ['restoreProven.reported'],
  },
  {
    reason: 'a report on the Cluster',
    drills: [],
    annotations: annotatedWith(drillReport()),
    finds: ['restoreProven.reported'],
  },
  {
    reason: 'a report that does not tell the duration',
    drills: [drillPod(drillReport({ recoverySeconds: undefined }))],
    finds: ['restoreProven.restored'],
  },
  {
    reason: 'a failed report is no proof, though its Job and CronJob succeeded',
    drills: [
      drillPod(drillReport(failure)),
      drillJob(completed, ofCronJob),
      drillCronJob(succeeded, daily),
    ],
    finds: [
      'drillReport.failed',
      'restoreDrill.unknown',
      'restoreProven.never',
    ],
    says: /restore failed at 2026-11-21 05:02 UTC: wal_unavailable/,
  },
  {
    reason: 'a failed report on a CronJob that seems to succeed',
    drills: [
      drillCronJob(succeeded, daily, annotatedWith(drillReport(failure))),
    ],
    finds: [
      'drillReport.failed',
      'restoreDrill.unknown',
      'restoreProven.never',
    ],
  },
  {
    reason: 'a Job that failed and reports why is told once',
    drills: [drillPod(drillReport(failure)), drillJob(failed)],
    finds: ['drillReport.failed', 'restoreProven.never'],
  },
  {
    reason: 'a failure is over when a later drill passed',
    drills: [
      drillPod(
        drillReport({ ...failure, finishedAt: '2026-11-20T05:02:00+00:00' }),
      ),
      drillJob(
        {},
        { name: 'shop-drill-2', annotations: annotatedWith(drillReport()) },
      ),
    ],
    finds: ['restoreProven.reported'],
  },
  {
    reason: 'a drill that never came to a backup says nothing about backups',
    drills: [
      drillPod(
        drillReport({ ...failure, phase: 'preflight', error: 'no such store' }),
      ),
    ],
    finds: ['drillReport.notBegun', 'restoreProven.never'],
  },
  {
    reason: 'a report of another database proves nothing here',
    drills: [
      drillPod(drillReport({ source: 'databases/billing-cnpg' })),
      drillJob(completed),
    ],
    finds: ['drillReport.other', 'restoreProven.never'],
    says: /reports on databases\/billing-cnpg/,
  },
  {
    reason: 'nor does one of the same name in another namespace',
    drills: [drillPod(drillReport({ source: 'staging/shop-cnpg' }))],
    finds: ['drillReport.other', 'restoreProven.never'],
  },
  {
    reason: 'T32: nor does one of a former cluster of that name',
    drills: [drillPod(drillReport({ sourceClusterUID: 'another' }))],
    finds: ['drillReport.former', 'restoreProven.never'],
  },
  {
    reason: 'T32: known by its age, when the report does not name it',
    drills: [
      drillPod(
        drillReport({
          sourceClusterUID: '',
          finishedAt: '2026-09-30T05:00:00+00:00',
        }),
      ),
    ],
    finds: ['drillReport.former', 'restoreProven.never'],
  },
  {
    reason: 'T35: a report that passed rots as its drill does',
    drills: [
      drillCronJob(
        { lastScheduleTime: '2026-11-18T05:00:00Z' },
        daily,
        annotatedWith(drillReport({ finishedAt: '2026-11-18T05:02:10+00:00' })),
      ),
    ],
    finds: ['restoreDrill.stale', 'restoreProven.reported'],
  },
  {
    reason: 'a newer success counts where only failures leave a report',
    drills: [
      drillPod(
        drillReport({ ...failure, finishedAt: '2026-11-19T05:02:00+00:00' }),
      ),
      drillJob(
        { conditions: [condition('Failed', 'True', '2026-11-19T05:02:02Z')] },
        ofCronJob,
      ),
      drillCronJob(succeeded, daily),
    ],
    finds: ['restoreProven.restored'],
  },
  {
    reason: 'a report that is cut off is said, and its Job proves nothing',
    drills: [drillPod(drillReport().slice(0, -9)), drillJob(completed)],
    finds: ['drillReport.noJson', 'restoreProven.never'],
  },
  {
    reason: 'so is one that is not understood',
    drills: [drillPod(drillReport({ schemaVersion: 2 }))],
    finds: ['drillReport.unexpected', 'restoreProven.never'],
    says: /its schemaVersion is not one/,
  },
  {
    reason: 'so is one that ends tomorrow',
    drills: [
      drillPod(drillReport({ finishedAt: '2026-11-22T05:00:00+00:00' })),
    ],
    finds: ['drillReport.unexpected', 'restoreProven.never'],
  },
  {
    reason: 'so is one without a time',
    drills: [drillPod(drillReport({ finishedAt: 'yesterday' }))],
    finds: ['drillReport.unexpected', 'restoreProven.never'],
  },
  {
    reason: 'a drill without a report is what its Job is',
    drills: [drillPod(), drillJob(completed)],
    finds: ['restoreProven.restored'],
  },
];

function caseOf({ drills, annotations }: Row): BackupCase {
  const sound = [cluster({ annotations }), schedule(), backup(21), store()];
  return new BackupCase({ objects: [...sound, ...drills] });
}

describe('reports of restore drills', () => {
  it.each(rows)('$reason', row => {
    const { state, findings } = caseOf(row).assess();
    const told = findings.filter(({ message }) =>
      /^(drillReport|restoreDrill|restoreProven)\./.test(message),
    );
    // Backups that are there are not fresh when the last one did not restore.
    expect(state).toBe(
      row.finds.includes('drillReport.failed') ? 'unverified' : 'fresh',
    );
    expect(told.map(({ message }) => message).sort()).toEqual(row.finds);
    expect(told.map(({ summary }) => summary).join('\n')).toMatch(
      row.says ?? /./,
    );
  });

  it.each([
    {
      reason: 'a report that failed',
      text: drillReport(failure),
      state: 'failing',
    },
    { reason: 'a report that cannot be read', text: '{', state: 'unknown' },
    {
      reason: 'a report of another database',
      text: drillReport({ source: 'databases/billing-cnpg' }),
      state: 'unknown',
    },
    {
      reason: 'a report that passed',
      text: drillReport(),
      state: 'unverified',
    },
  ])('makes a Job that completed $state with $reason', ({ text, state }) => {
    const { lane, facts, subject } = new BackupCase({
      objects: [drillJob(completed), drillPod(text)],
    });
    expect(lane.assessObject!(facts[0], subject)?.state).toBe(state);
  });
});

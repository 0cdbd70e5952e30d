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
import { cnpgCluster, cronJob, CronJobData, job, JobData } from '../../kinds';
import { observation } from '../../messages';
import { BackupState } from '../../model';
import { evidenceOf } from '../../observation';
import { drillSuccess } from '../drillSuccess';
import { judgeCronJob } from '../judgeCronJob';
import { JudgedReport, judgeReports } from '../judgeReports';
import { toInstant } from '../toInstant';
import { ObjectRule, ObjectSubject } from './ObjectSubject';

/** Data of a job that restores backups to prove them. */
type Drill<Data> = Data & { readonly cluster: string };

/** A CronJob of restore drills by itself. */
export const drillCronJobObject: ObjectRule<Drill<CronJobData>> = {
  id: 'drill-cron-job-object',
  title: 'Whether a restore drill still happens.',
  check(subject) {
    const { fact, clock, settings } = subject;
    const good = drillSuccess(fact, reportsOf(subject));
    const { state } = judgeCronJob(fact, good, clock, settings);
    const params = { cronJob: fact.name, cluster: fact.data.cluster };
    const seen = {
      state,
      severity: ['unverified', 'running'].includes(state)
        ? ('info' as const)
        : ('warning' as const),
      evidence: [
        evidenceOf(
          cronJob,
          fact,
          'status.lastSuccessfulTime',
          fact.data.lastSuccessfulTime,
        ),
        evidenceOf(cronJob, fact, 'status.active', fact.data.active),
      ],
    };
    return [
      good === undefined
        ? observation('drillCronJobObject.noSuccess', params, seen)
        : observation(
            'drillCronJobObject.judged',
            { ...params, at: toInstant(good) },
            seen,
          ),
    ];
  },
};

/** A Job of a restore drill by itself. */
export const drillJobObject: ObjectRule<Drill<JobData>> = {
  id: 'drill-job-object',
  title: 'How a restore drill ended.',
  check(subject) {
    const { fact } = subject;
    const { cluster, completedAt, failedAt, reason } = fact.data;
    const reports = reportsOf(subject).filter(
      ({ run }) => run.job === fact.name,
    );
    const state = stateOf(subject, reports);
    return [
      observation(
        'drillJobObject.judged',
        { job: fact.name, cluster },
        {
          state,
          severity: state === 'failing' || state === 'stuck' ? 'error' : 'info',
          evidence: [
            evidenceOf(job, fact, 'status.completionTime', completedAt),
            evidenceOf(
              job,
              fact,
              'status.conditions[Failed]',
              failedAt && reason,
            ),
            ...reports.map(({ evidence }) => evidence),
          ],
        },
      ),
    ];
  },
};

function reportsOf(
  subject: ObjectSubject<{ readonly cluster: string }>,
): readonly JudgedReport[] {
  const { namespace, data } = subject.fact;
  const cluster = { namespace, name: data.cluster };
  const known = subject.facts
    .of(cnpgCluster, `${namespace}/${data.cluster}`)
    .find(({ name }) => name === data.cluster);
  return judgeReports(subject, known ?? cluster);
}

function stateOf(
  { fact, clock, settings }: ObjectSubject<Drill<JobData>>,
  reports: readonly JudgedReport[],
): BackupState {
  const { completedAt, failedAt, startedAt } = fact.data;
  const verdicts = reports.map(({ verdict }) => verdict);
  if (
    failedAt ||
    verdicts.some(verdict => ['failed', 'preflight'].includes(verdict))
  ) {
    return 'failing';
  }
  if (verdicts.some(verdict => verdict !== 'passed')) {
    return 'unknown';
  }
  if (completedAt) {
    return 'unverified';
  }
  const start = instantOf(startedAt);
  if (start === undefined) {
    return 'unknown';
  }
  return clock.isOlder(start, settings.backupStuck) ? 'stuck' : 'running';
}

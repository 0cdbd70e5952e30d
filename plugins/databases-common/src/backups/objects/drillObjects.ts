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

import { instantOf, observation } from '../../assessment';
import { cronJob, CronJobData, job, JobData } from '../../kinds';
import { BackupState } from '../../model';
import { evidenceOf } from '../../observation';
import { judgeDrill } from '../judgeDrill';
import { ObjectRule, ObjectSubject } from './ObjectSubject';

/** A CronJob of restore drills by itself. */
export const drillCronJobObject: ObjectRule<CronJobData> = {
  id: 'drill-cron-job-object',
  title: 'Whether a restore drill still happens.',
  check({ fact, clock, settings }) {
    const { state } = judgeDrill(fact, clock, settings);
    return [
      observation(
        'drillCronJobObject.judged',
        {
          cronJob: fact.name,
          cluster: fact.data.cluster,
          at: fact.data.lastSuccessfulTime ?? '-',
        },
        {
          state,
          severity: ['unverified', 'running'].includes(state)
            ? 'info'
            : 'warning',
          evidence: [
            evidenceOf(
              cronJob,
              fact,
              'status.lastSuccessfulTime',
              fact.data.lastSuccessfulTime,
            ),
            evidenceOf(cronJob, fact, 'status.active', fact.data.active),
          ],
        },
      ),
    ];
  },
};

/** A Job of a restore drill by itself. */
export const drillJobObject: ObjectRule<JobData> = {
  id: 'drill-job-object',
  title: 'How a restore drill ended.',
  check(subject) {
    const { fact } = subject;
    const { cluster, completedAt, failedAt, reason } = fact.data;
    const state = stateOf(subject);
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
          ],
        },
      ),
    ];
  },
};

function stateOf({
  fact,
  clock,
  settings,
}: ObjectSubject<JobData>): BackupState {
  const { completedAt, failedAt, startedAt } = fact.data;
  if (failedAt) {
    return 'failing';
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

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
import { cronJob, CronJobData, job, JobData } from '../../kinds';
import { observation } from '../../messages';
import { BackupState } from '../../model';
import { evidenceOf } from '../../observation';
import { holdsNothing } from '../holdsNothing';
import { judgeCronJob } from '../judgeCronJob';
import { toInstant } from '../toInstant';
import { ObjectRule, ObjectSubject } from './ObjectSubject';

/** A CronJob that dumps databases by itself. */
export const dumpCronJobObject: ObjectRule<CronJobData> = {
  id: 'dump-cron-job-object',
  title: 'Whether a dump still happens.',
  check({ fact, clock, settings }) {
    const { lastSuccessfulTime, active } = fact.data;
    const good = instantOf(lastSuccessfulTime);
    const { state } = judgeCronJob(fact, good, clock, settings);
    const params = { cronJob: fact.name };
    const seen = {
      state,
      severity: severityOf(state),
      evidence: [
        evidenceOf(
          cronJob,
          fact,
          'status.lastSuccessfulTime',
          lastSuccessfulTime,
        ),
        evidenceOf(cronJob, fact, 'status.active', active),
      ],
    };
    return [
      good === undefined
        ? observation('dumpCronJobObject.noSuccess', params, seen)
        : observation(
            'dumpCronJobObject.judged',
            { ...params, at: toInstant(good) },
            seen,
          ),
    ];
  },
};

/** A Job that dumps databases by itself. */
export const dumpJobObject: ObjectRule<JobData> = {
  id: 'dump-job-object',
  title: 'How a dump ended.',
  check(subject) {
    const { fact } = subject;
    const { completedAt, failedAt, reason } = fact.data;
    const state = stateOf(subject);
    return [
      observation(
        'dumpJobObject.judged',
        { job: fact.name },
        {
          state,
          severity: severityOf(state),
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

/** A dump that ended well may be empty, and one that says so has failed. */
function stateOf({
  fact,
  clock,
  settings,
}: ObjectSubject<JobData>): BackupState {
  const { completedAt, failedAt, startedAt, bytes } = fact.data;
  if (failedAt || (completedAt && holdsNothing(bytes))) {
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

function severityOf(state: BackupState): 'info' | 'warning' | 'error' {
  if (state === 'unverified' || state === 'running') {
    return 'info';
  }
  return state === 'failing' || state === 'stuck' ? 'error' : 'warning';
}

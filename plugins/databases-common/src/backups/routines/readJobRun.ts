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

import { AssessmentSubject, instantOf } from '../../assessment';
import { job, JobData, pod } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { BackupRun } from '../BackupRoutine';
import { holdsNothing } from '../holdsNothing';
import { measuredBackup } from '../measuredBackup';

/**
 * A Job as an attempt. How large its backup is its pod says best, then an annotation
 * of the Job, then Prometheus.
 *
 * @param given - the size that every Job of its CronJob is given
 */
export function readJobRun(
  fact: Fact<JobData>,
  given: number | undefined,
  subject: Pick<AssessmentSubject, 'facts' | 'clock' | 'settings'>,
): BackupRun {
  const { facts } = subject;
  const { namespace = '', name, data } = fact;
  const { startedAt, completedAt, failedAt, reason, cronJob } = data;
  const start = instantOf(startedAt);
  const end = instantOf(completedAt ?? failedAt);
  const times = {
    ...(start !== undefined && { startedAt: start }),
    ...(end !== undefined && { endedAt: end }),
  };
  const report = facts
    .of(pod, `dump:${namespace}/${name}`)
    .flatMap(found => found.data.dump ?? [])
    .at(-1);
  // What every Job of a CronJob is given is the size of none.
  const told = report?.bytes ?? (given === undefined ? data.bytes : undefined);
  const names = [name, ...(cronJob ? [cronJob] : [])];
  const measured =
    told === undefined
      ? measuredBackup(subject, namespace, names, times)
      : undefined;
  const bytes = told ?? measured?.bytes;
  return {
    name,
    evidence: failedAt
      ? evidenceOf(job, fact, 'status.conditions[Failed].reason', reason)
      : evidenceOf(job, fact, 'status.completionTime', completedAt),
    at: end ?? start ?? instantOf(fact.createdAt) ?? 0,
    ...times,
    outcome: outcomeOf(data),
    ...(failedAt && reason && { error: reason }),
    ...(bytes !== undefined && { bytes }),
    content: contentOf(bytes, report?.verified),
    ...(measured && { proof: measured.evidence }),
  };
}

function outcomeOf({
  completedAt,
  failedAt,
  startedAt,
}: JobData): BackupRun['outcome'] {
  if (failedAt) {
    return 'failed';
  }
  if (completedAt) {
    return 'completed';
  }
  return startedAt ? 'running' : 'waiting';
}

function contentOf(
  bytes: number | undefined,
  isVerified: boolean | undefined,
): BackupRun['content'] {
  if (holdsNothing(bytes) || isVerified === false) {
    return 'refused';
  }
  return bytes !== undefined || isVerified ? 'proven' : 'unseen';
}

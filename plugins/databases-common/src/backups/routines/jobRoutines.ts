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
import { DumpPlace } from '../../dumps';
import { BackupWork, cronJob, CronJobData, job, JobData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import {
  kubernetesCron,
  namedZone,
  nextFire,
  parseSchedule,
  utc,
} from '../../schedules';
import { adoptZone } from '../adoptZone';
import { BackupPlan } from '../BackupPlan';
import { intervalOf } from '../intervalOf';
import { BackupRoutine, RoutineSource, RoutineSubject } from '../BackupRoutine';
import { claimOf } from '../claimOf';
import { findWork, FoundWork } from '../findWork';
import { readJobRun } from './readJobRun';
import { Verification, verificationsOf, verified } from './verifications';

/** CronJobs and Jobs that dump a database. */
export const jobRoutines: RoutineSource = {
  id: 'jobs',
  title: 'CronJob',
  observes: [cronJob, job],
  isBuiltIn: true,
  find(subject) {
    const verdicts = verificationsOf(subject);
    const single = findWork(job, subject).filter(isBackup);
    return [
      ...findWork(cronJob, subject)
        .filter(isBackup)
        .map(found => ofCronJob(found, subject, verdicts)),
      ...ofJobs(single, subject, verdicts),
    ];
  },
};

function isBackup({ work }: { readonly work: BackupWork }): boolean {
  return work.role === 'backup';
}

function ofCronJob(
  { fact, work, knownBy }: FoundWork<CronJobData>,
  subject: RoutineSubject,
  verdicts: readonly Verification[],
): BackupRoutine {
  const { lastSuccessfulTime } = fact.data;
  const { object } = evidenceOf(cronJob, fact, '');
  const runs = subject.facts
    .of(job, `cronjob:${fact.namespace}/${fact.name}`)
    .map(one => readJobRun(one, fact.data.givenBytes, subject))
    .sort((a, b) => a.at - b.at);
  return {
    object,
    ...common(fact, work, knownBy),
    evidence: evidenceOf(cronJob, fact, 'spec.schedule', fact.data.schedule),
    plan: planOf(fact, subject.clock.now),
    runs: verified(runs, verdicts),
    good: claimOf(
      'cluster',
      cronJob,
      fact,
      'status.lastSuccessfulTime',
      lastSuccessfulTime,
    ),
    cronJob: fact,
  };
}

/** What somebody runs now and then: nothing asks for the next one. */
function ofJobs(
  found: readonly FoundWork<JobData>[],
  subject: RoutineSubject,
  verdicts: readonly Verification[],
): readonly BackupRoutine[] {
  const runs = found
    .map(({ fact }) => ({ fact, run: readJobRun(fact, undefined, subject) }))
    .sort((a, b) => a.run.at - b.run.at);
  const newest = found.find(({ fact }) => fact === runs.at(-1)?.fact);
  return newest
    ? [
        {
          object: evidenceOf(job, newest.fact, '').object,
          ...common(newest.fact, newest.work, newest.knownBy),
          evidence: evidenceOf(job, newest.fact, 'metadata.ownerReferences'),
          runs: verified(
            runs.map(({ run }) => run),
            verdicts,
          ),
          good: [],
        },
      ]
    : [];
}

function common(
  { name, namespace = '', createdAt }: Fact,
  work: BackupWork,
  knownBy: BackupRoutine['knownBy'],
) {
  const { tool, databases = [], place, retention } = work.command;
  const destination = place && describePlace(place, namespace);
  return {
    namespace,
    name,
    title: tool === 'unseen' ? 'CronJob' : tool,
    createdAt,
    scope: databases,
    ...(destination && { destination }),
    ...(place && { place }),
    ...(retention && { retention }),
    knownBy,
    work,
  };
}

function describePlace(place: DumpPlace, namespace: string): string {
  switch (place.type) {
    case 'claim':
      return `PersistentVolumeClaim ${namespace}/${place.name}`;
    case 'bucket':
      return [place.bucket ?? 'object storage', place.endpoint]
        .filter(Boolean)
        .join(' at ');
    case 'network':
      return `NFS ${place.server}`;
    case 'node':
      return 'disk of a node';
    default:
      return 'pod';
  }
}

function planOf(fact: Fact<CronJobData>, now: number): BackupPlan {
  const {
    schedule: expression,
    suspend,
    timeZone,
    lastScheduleTime,
  } = fact.data;
  const plan = {
    name: fact.name,
    expression,
    dialect: kubernetesCron,
    suspended: suspend,
    immediate: false,
    isZoneUnknown: !timeZone && !lastScheduleTime,
    evidence: evidenceOf(cronJob, fact, 'spec.schedule', expression),
  };
  const schedule = parseSchedule(expression, kubernetesCron);
  const named = timeZone ? namedZone(timeZone) : undefined;
  if (
    !schedule ||
    (timeZone && !named) ||
    nextFire(schedule, now) === undefined
  ) {
    return { ...plan, zone: utc };
  }
  const zone = named ?? adoptZone(schedule, instantOf(lastScheduleTime));
  return { ...plan, schedule, zone, interval: intervalOf(schedule, now, zone) };
}

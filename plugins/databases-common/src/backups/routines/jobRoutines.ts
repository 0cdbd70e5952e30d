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
import {
  BackupWork,
  cronJob,
  CronJobData,
  job,
  JobData,
  pod,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf, FactView } from '../../observation';
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
import {
  BackupRoutine,
  BackupRun,
  RoutineSource,
  RoutineSubject,
} from '../BackupRoutine';
import { claimOf } from '../claimOf';
import { findWork, FoundWork } from '../findWork';

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
      ...ofJobs(single, subject.facts, verdicts),
    ];
  },
};

/** When something read the last backup, and whether it was content. */
interface Verification {
  readonly at: number;
  readonly isGood: boolean;
}

function isBackup({ work }: { readonly work: BackupWork }): boolean {
  return work.role === 'backup';
}

function ofCronJob(
  { fact, work, knownBy }: FoundWork<CronJobData>,
  { facts, clock }: RoutineSubject,
  verdicts: readonly Verification[],
): BackupRoutine {
  const { lastSuccessfulTime } = fact.data;
  const { object } = evidenceOf(cronJob, fact, '');
  const runs = facts
    .of(job, `cronjob:${fact.namespace}/${fact.name}`)
    .map(one => ofJob(one, fact.data.givenBytes, facts))
    .sort((a, b) => a.at - b.at);
  return {
    object,
    ...common(fact, work, knownBy),
    evidence: evidenceOf(cronJob, fact, 'spec.schedule', fact.data.schedule),
    plan: planOf(fact, clock.now),
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
  facts: FactView,
  verdicts: readonly Verification[],
): readonly BackupRoutine[] {
  const runs = found
    .map(({ fact }) => ({ fact, run: ofJob(fact, undefined, facts) }))
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

function ofJob(
  fact: Fact<JobData>,
  given: number | undefined,
  facts: FactView,
): BackupRun {
  const { startedAt, completedAt, failedAt, reason } = fact.data;
  const start = instantOf(startedAt);
  const end = instantOf(completedAt ?? failedAt);
  // What every Job of a CronJob is given is the size of none.
  const annotated = given === undefined ? fact.data.bytes : undefined;
  const report = facts
    .of(pod, `dump:${fact.namespace}/${fact.name}`)
    .flatMap(({ data }) => data.dump ?? [])
    .at(-1);
  const bytes = report?.bytes ?? annotated;
  return {
    name: fact.name,
    evidence: failedAt
      ? evidenceOf(job, fact, 'status.conditions[Failed].reason', reason)
      : evidenceOf(job, fact, 'status.completionTime', completedAt),
    at: end ?? start ?? instantOf(fact.createdAt) ?? 0,
    ...(start !== undefined && { startedAt: start }),
    ...(end !== undefined && { endedAt: end }),
    outcome: outcomeOf(fact.data),
    ...(failedAt && reason && { error: reason }),
    ...(bytes !== undefined && { bytes }),
    content: contentOf(bytes, report?.verified),
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
  if (bytes === 0 || isVerified === false) {
    return 'refused';
  }
  return bytes !== undefined || isVerified ? 'proven' : 'unseen';
}

/** What was read of each before the next one was there: the last word counts. */
function verified(
  runs: readonly BackupRun[],
  verdicts: readonly Verification[],
): readonly BackupRun[] {
  const done = runs.filter(({ outcome }) => outcome === 'completed');
  return runs.map(run => {
    const next = done[done.indexOf(run) + 1]?.at ?? Infinity;
    const read = done.includes(run)
      ? verdicts.findLast(({ at }) => at >= run.at && at < next)
      : undefined;
    if (!read || run.content === 'refused') {
      return run;
    }
    return { ...run, content: read.isGood ? 'proven' : 'refused' };
  });
}

/** The Jobs that read backups of this database, oldest first. */
function verificationsOf(subject: RoutineSubject): readonly Verification[] {
  const isOne = ({ work }: { readonly work: BackupWork }) =>
    work.role === 'verification';
  const jobs = [
    ...findWork(job, subject)
      .filter(isOne)
      .map(({ fact }) => fact),
    ...findWork(cronJob, subject)
      .filter(isOne)
      .flatMap(({ fact }) =>
        subject.facts.of(job, `cronjob:${fact.namespace}/${fact.name}`),
      ),
  ];
  return jobs
    .flatMap(({ data: { completedAt, failedAt, startedAt } }) => {
      const end = instantOf(completedAt ?? failedAt);
      // It may read what was there when it began, and nothing younger.
      const at = instantOf(startedAt) ?? end;
      return end === undefined || at === undefined
        ? []
        : [{ at, isGood: !failedAt }];
    })
    .sort((a, b) => a.at - b.at);
}

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

import { AssessmentSubject, instantOf } from '../assessment';
import { cronJob, job } from '../kinds';
import { Evidence } from '../model';
import { evidenceOf, FactView } from '../observation';
import {
  BackupCopy,
  BackupRoutine,
  BackupRun,
  RoutineSource,
  RoutineSubject,
} from './BackupRoutine';
import { Claim } from './BackupObservation';
import { judgePromise } from './BackupPromise';
import { densestPromise } from './densestPromise';
import { findWork } from './findWork';
import { medianDuration } from './medianDuration';
import { RoutineCourse, RoutineScene } from './RoutineScene';
import { routineSources } from './routineSources';
import { sortClaims } from './sortClaims';

/** How far a clock may be behind UTC: seconds. */
const FARTHEST_ZONE = 12 * 3600;

/** How far the word of a CronJob and of its Job may be apart: milliseconds. */
const SAME = 60_000;

/** Everything about the backups of a database whose engine makes none itself. */
export function gatherRoutines(
  subject: AssessmentSubject,
  addresses: readonly string[],
): RoutineScene {
  const { database, facts } = subject;
  const asked: RoutineSubject = { ...subject, addresses };
  const found = routineSources
    .map(source => ({ source, routines: source.find(asked) }))
    .filter(({ routines }) => routines.length);
  const isPlanned = ({ plan }: BackupRoutine) =>
    plan?.schedule && !plan.suspended;
  // Of several ways the one that goes on by itself.
  const deciding =
    found.find(({ routines }) => routines.some(isPlanned)) ?? found[0];
  const born: Evidence = {
    object: `${database.namespace}/${database.name}`,
    field: 'metadata.creationTimestamp',
    ...(database.createdAt && { value: database.createdAt }),
  };
  const complete = isComplete(facts, deciding?.source);
  return {
    ...subject,
    ...(deciding && { source: deciding.source }),
    courses: deciding
      ? byScope(deciding.routines).map(routines =>
          courseOf(deciding.source, routines, { ...subject, complete, born }),
        )
      : [],
    beside: found
      .filter(one => one !== deciding)
      .flatMap(({ routines }) => routines),
    copies: findCopies(asked),
    complete,
    born,
  };
}

/** That nothing is there can be said only where everything could be. */
function isComplete(facts: FactView, source?: RoutineSource): boolean {
  const isSeen = ({ observes, isBuiltIn }: RoutineSource) =>
    observes.every(kind => {
      const { state } = facts.coverage(kind);
      return (
        state === 'synced' ||
        (!isBuiltIn && ['absent', 'omitted'].includes(state))
      );
    });
  return source ? isSeen(source) : routineSources.every(isSeen);
}

/** What takes other databases makes nothing of these any better. */
function byScope(
  routines: readonly BackupRoutine[],
): readonly (readonly BackupRoutine[])[] {
  const groups = new Map<string, BackupRoutine[]>();
  for (const routine of routines) {
    const key = [...routine.scope].sort().join();
    groups.set(key, [...(groups.get(key) ?? []), routine]);
  }
  return [...groups.values()];
}

function courseOf(
  source: RoutineSource,
  routines: readonly BackupRoutine[],
  subject: AssessmentSubject & Pick<RoutineScene, 'complete' | 'born'>,
): RoutineCourse {
  const { clock, settings, database } = subject;
  const born = instantOf(database.createdAt) ?? -Infinity;
  // Of several schedules of one operator each may have them all.
  const runs = [...new Set(routines.flatMap(routine => routine.runs))].sort(
    (a, b) => a.at - b.at,
  );
  const tests = {
    // An older one may be of a former database of that name.
    isOurs: ({ at }: { readonly at: number }) => at >= born,
    isPast: ({ at }: { readonly at: number }) =>
      clock.hasCome(at - settings.clockSkew * 1000),
  };
  // A Job that ended well over nothing is a success by the word of its CronJob.
  const refused = runs.filter(({ content }) => content === 'refused');
  const isKept = ({ text }: Claim) =>
    !refused.some(({ at }) => Math.abs(at - (instantOf(text) ?? 0)) <= SAME);
  const good = sortClaims(
    [
      ...routines.flatMap(routine => routine.good).filter(isKept),
      ...runs.filter(isGood).map(claimOf),
    ],
    tests,
  );
  const failed = sortClaims(
    runs.filter(({ outcome }) => outcome === 'failed').map(claimOf),
    tests,
  );
  const lastGood = good.dated.at(-1);
  const lastRun = runs.findLast(
    run => isGood(run) && lastGood && run.at >= lastGood.at - SAME,
  );
  const duration = medianDuration(
    runs
      .filter(isGood)
      .map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt })),
  );
  const promises = routines.flatMap(({ plan, createdAt }) => {
    const made = instantOf(createdAt) ?? born;
    return plan
      ? (judgePromise(plan, clock, {
          since: lastGood?.at ?? Math.max(born, made, 0),
          first: !lastGood,
          ...(plan.isZoneUnknown
            ? { graceUnknown: FARTHEST_ZONE }
            : { duration, graceUnknown: settings.backupGrace }),
        }) ?? [])
      : [];
  });
  return {
    ...subject,
    source,
    routines,
    runs,
    isConfigured: true,
    lastGood,
    ...(lastRun && { lastRun }),
    ...(lastRun?.proof && { proof: lastRun.proof }),
    lastFailed: failed.dated.at(-1),
    future: good.future,
    unreadable: good.unreadable,
    duration,
    promise: densestPromise(promises),
    emptiness: [],
  };
}

function isGood({ outcome, content }: BackupRun): boolean {
  return outcome === 'completed' && content !== 'refused';
}

function claimOf({ evidence, at, error }: BackupRun): Claim {
  return {
    text: new Date(at).toISOString(),
    object: evidence.object,
    by: 'backup',
    evidence,
    ...(error && { error }),
  };
}

function findCopies(subject: RoutineSubject): readonly BackupCopy[] {
  return [
    ...findWork(cronJob, subject).map(found => ({ kind: cronJob, ...found })),
    ...findWork(job, subject).map(found => ({ kind: job, ...found })),
  ]
    .filter(({ work }) => work.role === 'copy')
    .map(({ kind, fact, work }) => {
      const evidence = evidenceOf(
        kind,
        fact,
        'spec.template.spec.containers[].command',
        work.command.copiesTo?.join(', '),
      );
      return { object: evidence.object, evidence, work };
    });
}

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
import { BackupWork, cronJob, job } from '../../kinds';
import { BackupRun, RoutineSubject } from '../BackupRoutine';
import { findWork } from '../findWork';

/** When something read the last backup, and whether it was content. */
export interface Verification {
  readonly at: number;
  readonly isGood: boolean;
}

/** What was read of each before the next one was there: the last word counts. */
export function verified(
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
export function verificationsOf(
  subject: RoutineSubject,
): readonly Verification[] {
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

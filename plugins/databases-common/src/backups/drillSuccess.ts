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

import { instantOf } from '../assessment';
import { CronJobData } from '../kinds';
import { Fact } from '../model';
import { JudgedReport } from './judgeReports';

/**
 * When a CronJob of restore drills last succeeded, by its own word: a Job that
 * ended well. Where a report tells of that very run, the report counts, since a
 * script may end well over a restore that did not.
 *
 * @returns what stands in `status.lastSuccessfulTime`, if it counts
 */
export function ownSuccess(
  { name, data }: Pick<Fact<CronJobData>, 'name' | 'data'>,
  reports: readonly JudgedReport[],
): string | undefined {
  const { lastSuccessfulTime, lastScheduleTime } = data;
  const isTold = reports.some(report => {
    const { job, cronJob, completedAt } = report.run;
    if (cronJob !== name) {
      return false;
    }
    if (job) {
      return completedAt === lastSuccessfulTime;
    }
    return (
      report.verdict !== 'passed' ||
      report.at >= (instantOf(lastScheduleTime) ?? -Infinity)
    );
  });
  return isTold ? undefined : lastSuccessfulTime;
}

/** The same, or the newest of its reports that passed: milliseconds since the epoch. */
export function drillSuccess(
  fact: Fact<CronJobData>,
  reports: readonly JudgedReport[],
): number | undefined {
  const times = [
    instantOf(ownSuccess(fact, reports)) ?? [],
    ...reports.map(report =>
      report.verdict === 'passed' && report.run.cronJob === fact.name
        ? report.at
        : [],
    ),
  ].flat();
  return times.length ? Math.max(...times) : undefined;
}

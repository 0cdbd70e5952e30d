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

import { sinceOf } from '../../assessment';
import { cronJob, job } from '../../kinds';
import { observation } from '../../messages';
import { BackupState, Observation } from '../../model';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { BackupScene } from '../BackupScene';
import { drillSuccess } from '../drillSuccess';
import { findRestores } from '../findRestores';
import { judgeCronJob } from '../judgeCronJob';
import { toInstant } from '../toInstant';

/** @internal */
export const restoreDrill: BackupRule = {
  id: 'restore-drill',
  title: 'Restore drills still happen, and succeed.',
  check: scene => [...findFailed(scene), ...findRotten(scene)],
};

/** Jobs that failed after the last success. Of one with a report that is told. */
function findFailed(scene: BackupScene): readonly Observation<BackupState>[] {
  const { cluster, facts, reports } = scene;
  const proven = findRestores(scene).find(({ how }) => how === 'drill');
  return facts.of(job, `${cluster.namespace}/${cluster.name}`).flatMap(fact => {
    const { failedAt, reason } = fact.data;
    const { since } = sinceOf(failedAt);
    const isOver = since && proven && proven.at > since;
    const isTold = reports.some(({ run }) => run.job === fact.name);
    if (failedAt === undefined || isOver || isTold) {
      return [];
    }
    const params = { job: fact.name, at: failedAt };
    const seen = {
      severity: 'error' as const,
      ...sinceOf(failedAt),
      evidence: [
        evidenceOf(job, fact, 'status.conditions[Failed].status', 'True'),
      ],
    };
    return [
      reason
        ? observation('restoreDrill.failed', { ...params, error: reason }, seen)
        : observation('restoreDrill.failedSilent', params, seen),
    ];
  });
}

/** CronJobs that hang, or have stopped to succeed. */
function findRotten({
  cluster,
  facts,
  clock,
  settings,
  reports,
}: BackupScene): readonly Observation<BackupState>[] {
  return facts
    .of(cronJob, `${cluster.namespace}/${cluster.name}`)
    .flatMap(fact => {
      const good = drillSuccess(fact, reports);
      const { state, since } = judgeCronJob(fact, good, clock, settings);
      const at = since === undefined ? undefined : toInstant(since);
      const params = { cronJob: fact.name };
      const seen = {
        severity: 'warning' as const,
        ...(at && { since: at }),
        evidence: [
          evidenceOf(cronJob, fact, 'status.active', fact.data.active),
          evidenceOf(
            cronJob,
            fact,
            'status.lastSuccessfulTime',
            fact.data.lastSuccessfulTime,
          ),
        ],
      };
      if (at === undefined) {
        return state === 'unknown'
          ? [observation('restoreDrill.unknown', params, seen)]
          : [];
      }
      switch (state) {
        case 'stuck':
          return [observation('restoreDrill.stuck', { ...params, at }, seen)];
        case 'late':
        case 'stale':
          return [observation('restoreDrill.stale', { ...params, at }, seen)];
        default:
          return [];
      }
    });
}

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

import { instantOf, observation, sinceOf } from '../../assessment';
import { cronJob, job } from '../../kinds';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { judgeDrill } from '../judgeDrill';
import { toInstant } from '../toInstant';

/** @internal */
export const restoreDrill: BackupRule = {
  id: 'restore-drill',
  title: 'Restore drills still happen, and succeed.',
  check({ cluster, facts, clock, settings }) {
    const key = `${cluster.namespace}/${cluster.name}`;
    const failed = facts
      .of(job, key)
      .filter(
        ({ data }) =>
          data.failedAt !== undefined &&
          !facts
            .of(job, key)
            .some(other => (other.data.completedAt ?? '') > data.failedAt!),
      )
      .map(fact =>
        observation(
          'restoreDrill.failed',
          {
            job: fact.name,
            at: fact.data.failedAt ?? '?',
            error: fact.data.reason ?? '?',
          },
          {
            severity: 'error',
            ...sinceOf(fact.data.failedAt),
            evidence: [
              evidenceOf(job, fact, 'status.conditions[Failed].status', 'True'),
            ],
          },
        ),
      );
    return [
      ...failed,
      ...facts.of(cronJob, key).flatMap(fact => {
        const { state, since } = judgeDrill(fact, clock, settings);
        const params = {
          cronJob: fact.name,
          at: since === undefined ? '?' : toInstant(since),
        };
        const seen = {
          severity: 'warning' as const,
          ...(since !== undefined && { since: toInstant(since) }),
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
        switch (state) {
          case 'stuck':
            return [observation('restoreDrill.stuck', params, seen)];
          case 'late':
          case 'stale':
            return [observation('restoreDrill.stale', params, seen)];
          default:
            return instantOf(fact.data.lastSuccessfulTime) === undefined &&
              state === 'unknown'
              ? [observation('restoreDrill.unknown', params, seen)]
              : [];
        }
      }),
    ];
  },
};

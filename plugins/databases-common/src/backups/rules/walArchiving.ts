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

import { instantOf, sinceOf } from '../../assessment';
import { observation } from '../../messages';
import { BackupRule } from '../BackupRule';
import { toInstant } from '../toInstant';

/** @internal */
export const walArchiving: BackupRule = {
  id: 'wal-archiving',
  title: 'WAL is archived, so that any moment can be restored.',
  check({ cluster, settings, clock, ofCluster, hibernatedSince }) {
    const { annotations, status } = cluster.data;
    const skipped =
      annotations.skipWalArchiving === 'enabled'
        ? [
            observation(
              'walArchiving.skipped',
              {},
              {
                severity: 'warning',
                evidence: [
                  ofCluster(
                    'metadata.annotations["cnpg.io/skipWalArchiving"]',
                    annotations.skipWalArchiving,
                  ),
                ],
              },
            ),
          ]
        : [];
    // True proves little: it stays so when nobody tries any more.
    const condition = status?.conditions.find(
      ({ type }) => type === 'ContinuousArchiving',
    );
    const since = instantOf(condition?.lastTransitionTime);
    if (
      condition?.status !== 'False' ||
      hibernatedSince ||
      (since !== undefined && !clock.isOlder(since, settings.walGrace))
    ) {
      return skipped;
    }
    const { message, reason } = condition;
    const error = message || reason || 'ContinuousArchiving=False';
    const seen = {
      state: 'failing' as const,
      severity: 'error' as const,
      ...sinceOf(condition.lastTransitionTime),
      evidence: [
        ofCluster('status.conditions[ContinuousArchiving].status', 'False'),
        ofCluster('status.conditions[ContinuousArchiving].message', message),
      ],
      commands: [`kubectl cnpg status -n ${cluster.namespace} ${cluster.name}`],
    };
    return [
      since === undefined
        ? observation('walArchiving.failingUndated', { error }, seen)
        : observation(
            'walArchiving.failing',
            { at: toInstant(since), error },
            seen,
          ),
      ...skipped,
    ];
  },
};

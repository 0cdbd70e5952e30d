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

import { observation } from '../../messages';
import { BackupRule } from '../BackupRule';

/** @internal */
export const backupForeign: BackupRule = {
  id: 'backup-foreign',
  title: 'Nothing is left of a former cluster or of another method.',
  check({ foreign, cluster, source, lastGood, ofCluster }) {
    const { status } = cluster.data;
    const others = Object.entries(
      status?.lastSuccessfulBackupByMethod ?? {},
    ).filter(
      ([method]) => !source?.observation.isAskedBy({ method }, cluster.data),
    );
    const frozen = source
      ? others.map(([method, at]) =>
          observation(
            'backupForeign.frozen',
            { method, at, configured: source.title },
            {
              severity: 'info',
              evidence: [
                ofCluster(`status.lastSuccessfulBackupByMethod.${method}`, at),
              ],
            },
          ),
        )
      : [];
    return [
      ...foreign
        // Once there is a good one of its own, the others are history.
        .filter(() => !lastGood)
        .map(({ object, instant, evidence }) =>
          observation(
            'backupForeign.older',
            // What has no birth has nothing from before it.
            { object, at: instant, created: cluster.createdAt! },
            {
              severity: 'warning',
              evidence: [
                evidence,
                ofCluster('metadata.creationTimestamp', cluster.createdAt),
              ],
            },
          ),
        ),
      ...frozen,
    ];
  },
};

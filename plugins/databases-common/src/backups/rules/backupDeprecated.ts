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
import { barmanInTree } from '../barmanInTree';
import { BackupRule } from '../BackupRule';

/** @internal */
export const backupDeprecated: BackupRule = {
  id: 'backup-deprecated',
  title: 'Backups are made in a way that the next releases still know.',
  check: ({ source, cluster, ofCluster }) =>
    source?.id === barmanInTree.id
      ? [
          observation(
            'backupDeprecated.inTree',
            { cluster: cluster.name },
            {
              severity: 'info',
              evidence: [
                ofCluster(
                  'spec.backup.barmanObjectStore.destinationPath',
                  cluster.data.spec.barmanObjectStore?.destinationPath,
                ),
              ],
            },
          ),
        ]
      : [],
};

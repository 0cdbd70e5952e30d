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

import { RepositoryRole, Target } from '@basewell/plugin-databases-common';
import {
  defaultRegistries,
  parseTarget,
} from '@basewell/plugin-databases-common/domain';

/** A target that needs nothing but these repositories. */
export function targetOf(repoUrls: {
  readonly [role in RepositoryRole]: string;
}): Target {
  return parseTarget(
    {
      id: 'bench',
      platform: { repoUrl: repoUrls.platform },
      app: { repoUrl: repoUrls.app },
      layout: 'platformAndApp',
      options: {
        secrets: { shape: 'plainSops' },
        backup: {
          destinationPath: 's3://backups/{cluster}',
          credentials: {
            from: 'reference',
            secretName: 's3',
            accessKeyIdKey: 'id',
            secretAccessKeyKey: 'key',
          },
        },
      },
    },
    'target',
    defaultRegistries().layouts,
  );
}

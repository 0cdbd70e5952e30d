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

import { AssessmentSubject, Remark } from '../../assessment';
import { EngineCredentials } from '../../credentials/EngineCredentials';
import { cnpgCluster } from '../../kinds';
import { clusterOf } from './assessHealth';
import { cnpgSecretUses } from './cnpgSecretUses';
import { bootstrapEdited, bootstrapKey } from './rules/bootstrapEdited';
import { superuserIgnored } from './rules/superuserIgnored';

/** CloudNativePG says which version of each Secret it has read, and of managed roles what they have. */
export const cnpgCredentials: EngineCredentials = {
  observes: [cnpgCluster],
  rules: [superuserIgnored, bootstrapEdited],
  read(subject) {
    const cluster = clusterOf(subject);
    return (
      cluster && {
        uses: cnpgSecretUses(cluster),
        runtimeSecrets:
          cluster.data.annotations.runtimeSecrets?.split(',') ?? [],
        ...(cluster.createdAt && { createdAt: cluster.createdAt }),
      }
    );
  },
  remember,
};

/** Main database and owner, which nothing changes once they are made. */
function remember(subject: AssessmentSubject): readonly Remark[] {
  const { database, owner } = clusterOf(subject)?.data.spec ?? {};
  return database || owner
    ? [{ key: bootstrapKey, value: `${database ?? ''}/${owner ?? ''}` }]
    : [];
}

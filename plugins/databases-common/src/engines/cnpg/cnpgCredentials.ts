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
import {
  DatabaseCredentials,
  EngineCredentials,
} from '../../credentials/EngineCredentials';
import { cnpgCluster, cnpgDatabase } from '../../kinds';
import { clusterOf } from './assessHealth';
import { cnpgSecretUses } from './cnpgSecretUses';
import { logicalDatabaseOf } from './logicalDatabaseOf';
import { bootstrapEdited, bootstrapKey } from './rules/bootstrapEdited';
import { credentialOfOwner } from './rules/credentialOfOwner';
import { superuserIgnored } from './rules/superuserIgnored';

/** CloudNativePG says which version of each Secret it has read, and of managed roles what they have. */
export const cnpgCredentials: EngineCredentials = {
  observes: [cnpgCluster, cnpgDatabase],
  rules: [credentialOfOwner, superuserIgnored, bootstrapEdited],
  read,
  remember,
};

/**
 * The database that stands for its cluster has all Secrets of it, a further one
 * that of its owner, or those that everybody has while nobody knows the owner.
 */
function read(subject: AssessmentSubject): DatabaseCredentials | undefined {
  const cluster = clusterOf(subject);
  if (!cluster) {
    return undefined;
  }
  const logical = logicalDatabaseOf(subject.database, subject.facts, cluster);
  const uses = cnpgSecretUses(cluster);
  const { createdAt } = cluster;
  const { runtimeSecrets } = cluster.data.annotations;
  return {
    uses: logical
      ? uses.filter(({ purpose, role }) =>
          logical.owner ? role === logical.owner : purpose !== 'role',
        )
      : uses,
    runtimeSecrets: logical ? [] : (runtimeSecrets?.split(',') ?? []),
    ...(createdAt && { createdAt }),
  };
}

/** Main database and owner, which nothing changes once they are made. */
function remember(subject: AssessmentSubject): readonly Remark[] {
  const { database, owner } = clusterOf(subject)?.data.spec ?? {};
  return (database || owner) && !subject.database.instance
    ? [{ key: bootstrapKey, value: `${database ?? ''}/${owner ?? ''}` }]
    : [];
}

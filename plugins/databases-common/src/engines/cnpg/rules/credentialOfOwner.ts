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

import { AssessmentRule, AssessmentSubject } from '../../../assessment';
import { cnpgCluster } from '../../../kinds';
import { observation } from '../../../messages';
import { CredentialState } from '../../../model';
import { evidenceOf } from '../../../observation';
import { clusterOf } from '../assessHealth';
import { cnpgSecretUses } from '../cnpgSecretUses';
import { logicalDatabaseOf } from '../logicalDatabaseOf';

/** A role that SQL made has a password that no object knows. */
export const credentialOfOwner: AssessmentRule<
  AssessmentSubject,
  CredentialState
> = {
  id: 'credential-of-owner',
  title: 'The cluster names a Secret for the owner of each of its databases.',
  check(subject) {
    const cluster = clusterOf(subject);
    const logical = logicalDatabaseOf(subject.database, subject.facts, cluster);
    const role = logical?.owner;
    return cluster &&
      role &&
      !cnpgSecretUses(cluster).some(use => use.role === role)
      ? [
          observation(
            'credentialOfOwner.unseen',
            {
              object: `${cnpgCluster.kind} ${cluster.namespace}/${cluster.name}`,
              role,
              database: logical.name,
            },
            {
              state: 'unknown',
              severity: 'warning',
              evidence: [
                evidenceOf(
                  cnpgCluster,
                  cluster,
                  'spec.managed.roles',
                  undefined,
                ),
              ],
            },
          ),
        ]
      : [];
  },
};

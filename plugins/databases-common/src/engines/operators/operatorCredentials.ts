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

import { AssessmentSubject } from '../../assessment';
import { EngineCredentials } from '../../credentials/EngineCredentials';
import { SecretUse } from '../../credentials/SecretUse';
import { OperatedData, OperatedSecret } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { OperatorProfile } from './OperatorProfile';
import { credentialInResource } from './rules/credentialInResource';

/**
 * The Secrets that an operator makes, and those that it is given. None of these
 * operators says which version of a Secret it has read.
 */
export function operatorCredentials(
  profile: OperatorProfile,
  resourceOf: (subject: AssessmentSubject) => Fact<OperatedData> | undefined,
): EngineCredentials {
  return {
    observes: [profile.kind],
    rules: [credentialInResource(profile, resourceOf)],
    read(subject) {
      const fact = resourceOf(subject);
      return (
        fact && {
          uses: [
            ...profile
              .secrets(fact.name, fact.data)
              .map(secret => useOf(profile, fact, { ...secret, made: true })),
            ...fact.data.secrets.map(secret => useOf(profile, fact, secret)),
          ],
          runtimeSecrets:
            fact.data.annotations.runtimeSecrets?.split(',') ?? [],
          ...(fact.createdAt && { createdAt: fact.createdAt }),
        }
      );
    },
  };
}

function useOf(
  { operator, kind, secretKeys }: OperatorProfile,
  fact: Fact<OperatedData>,
  { name, use, user, made }: OperatedSecret,
): SecretUse {
  const hop = {
    object: `${kind.kind} ${fact.namespace}/${fact.name}`,
    evidence: [evidenceOf(kind, fact, 'metadata.name', fact.name)],
  };
  return {
    namespace: fact.namespace ?? '',
    name,
    // Who has the key of the servers may do what a superuser may.
    purpose: use === 'app' ? 'app' : 'superuser',
    ...(user && { role: user }),
    ...(made && {
      maker: {
        ...hop,
        role: 'origin',
        title: operator,
        report: { says: 'declared' },
      },
      ...(secretKeys && { keys: secretKeys }),
    }),
    database: {
      ...hop,
      role: 'database',
      title: user ? `Role ${user}` : 'Key of the servers',
      report: { says: 'unseen' },
    },
  };
}

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
import { OperatedData } from '../../../kinds';
import { observation } from '../../../messages';
import { CredentialState, Fact } from '../../../model';
import { evidenceOf } from '../../../observation';
import { OperatorProfile } from '../OperatorProfile';

/** Whose password it is is kept; the password, or a digest of it, never. */
export function credentialInResource(
  { kind }: OperatorProfile,
  resourceOf: (subject: AssessmentSubject) => Fact<OperatedData> | undefined,
): AssessmentRule<AssessmentSubject, CredentialState> {
  return {
    id: 'credential-in-resource',
    title: 'No password stands in the resource of an operator.',
    check(subject) {
      const fact = resourceOf(subject);
      const settings = (fact?.data.literals ?? []).map(
        user => `${user}/password`,
      );
      return fact && settings.length
        ? [
            observation(
              'credentialLiteral.open',
              {
                object: `${kind.kind} ${fact.namespace}/${fact.name}`,
                variables: settings,
              },
              {
                state: 'weak',
                severity: 'error',
                evidence: settings.map(setting =>
                  evidenceOf(
                    kind,
                    fact,
                    `spec.configuration.users[${setting}]`,
                  ),
                ),
              },
            ),
          ]
        : [];
    },
  };
}

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
import { statefulSet } from '../../../kinds';
import { observation } from '../../../messages';
import { CredentialState } from '../../../model';
import { evidenceOf } from '../../../observation';
import { MembersOf } from '../statefulSetCredentials';

/** The names of the variables tell; their values are never kept. */
export function credentialLiteral(
  membersOf: MembersOf,
): AssessmentRule<AssessmentSubject, CredentialState> {
  return {
    id: 'credential-literal',
    title: 'No password stands in the manifest of a StatefulSet.',
    check: subject =>
      membersOf(subject)
        .filter(({ data }) => data.literals.length)
        .map(member =>
          observation(
            'credentialLiteral.open',
            {
              object: `${statefulSet.kind} ${member.namespace}/${member.name}`,
              variables: member.data.literals,
            },
            {
              state: 'weak',
              severity: 'error',
              evidence: member.data.literals.map(variable =>
                evidenceOf(
                  statefulSet,
                  member,
                  `spec.template.spec.containers.env[${variable}].value`,
                  undefined,
                ),
              ),
            },
          ),
        ),
  };
}

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

/** A configuration file may set a password, and none may be set at all: nobody sees which. */
export function credentialSeen(
  membersOf: MembersOf,
): AssessmentRule<AssessmentSubject, CredentialState> {
  return {
    id: 'credential-seen',
    title: 'The pods of a database name where they take its passwords from.',
    check(subject) {
      const members = membersOf(subject);
      const [first] = members;
      return first &&
        members.every(
          ({ data }) => !data.literals.length && !data.secrets.length,
        )
        ? [
            observation(
              'credentialSeen.nowhere',
              {
                object: `${statefulSet.kind} ${first.namespace}/${first.name}`,
              },
              {
                state: 'unknown',
                severity: 'warning',
                evidence: [
                  evidenceOf(
                    statefulSet,
                    first,
                    'spec.template.spec',
                    undefined,
                  ),
                ],
              },
            ),
          ]
        : [];
    },
  };
}

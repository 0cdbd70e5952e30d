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
import { evidenceOf } from '../../../observation';
import { clusterOf } from '../assessHealth';

export const superuserIgnored: AssessmentRule<AssessmentSubject, never> = {
  id: 'superuser-ignored',
  title: 'A Secret for the superuser is named only where it is used.',
  check(subject) {
    const cluster = subject.database.instance ? undefined : clusterOf(subject);
    const superuser = cluster?.data.spec.superuser;
    return cluster && superuser?.secret && !superuser.enabled
      ? [
          observation(
            'superuserIgnored.disabled',
            { secret: superuser.secret },
            {
              severity: 'info',
              evidence: [
                evidenceOf(
                  cnpgCluster,
                  cluster,
                  'spec.enableSuperuserAccess',
                  false,
                ),
              ],
            },
          ),
        ]
      : [];
  },
};

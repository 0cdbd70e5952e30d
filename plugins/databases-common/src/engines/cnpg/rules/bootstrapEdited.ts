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

/** Under which database and owner are remembered. */
export const bootstrapKey = 'bootstrap';

/**
 * Database and owner are made once; only the Secret that is named there is looked
 * at again.
 */
export const bootstrapEdited: AssessmentRule<AssessmentSubject, never> = {
  id: 'bootstrap-edited',
  title:
    'Database and owner of the bootstrap are as they were when it was made.',
  check(subject) {
    const cluster = clusterOf(subject);
    const remembered = subject.memory.get(bootstrapKey);
    const { database = '', owner = '' } = cluster?.data.spec ?? {};
    return cluster &&
      !subject.database.instance &&
      remembered?.previous &&
      remembered.value === `${database}/${owner}`
      ? [
          observation(
            'bootstrapEdited.changed',
            {
              before: remembered.previous.value,
              now: remembered.value,
            },
            {
              severity: 'warning',
              since: remembered.since,
              evidence: [
                evidenceOf(
                  cnpgCluster,
                  cluster,
                  'spec.bootstrap',
                  remembered.value,
                ),
              ],
            },
          ),
        ]
      : [];
  },
};

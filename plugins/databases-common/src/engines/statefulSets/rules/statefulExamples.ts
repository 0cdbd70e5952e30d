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

import { statefulSet } from '../../../kinds';
import { observation } from '../../../messages';
import { evidenceOf } from '../../../observation';
import { StatefulSetRule } from '../StatefulSetScene';

/** What people call a Secret that they mean to replace. */
const example =
  /(^|[-_.])(example|sample|dummy|change-?me|placeholder|todo)([-_.]|$)/i;

/** Secrets are not read: only their names tell here, and the files rules read what git has. */
export const statefulExamples: StatefulSetRule = {
  id: 'stateful-examples',
  title: 'Whether it runs with a Secret that was only an example.',
  check: ({ parts }) =>
    parts.flatMap(({ fact }) =>
      fact.data.secrets
        .filter(({ name }) => example.test(name))
        .map(({ name }) =>
          observation(
            'statefulExamples.secret',
            { secret: name },
            {
              severity: 'warning',
              evidence: [
                evidenceOf(
                  statefulSet,
                  fact,
                  'spec.template.spec.containers[].env[].valueFrom.secretKeyRef.name',
                  name,
                ),
              ],
            },
          ),
        ),
    ),
};

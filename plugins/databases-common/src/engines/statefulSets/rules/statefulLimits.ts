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

/** A limit of processors is left to taste: one of memory protects the neighbours. */
export const statefulLimits: StatefulSetRule = {
  id: 'stateful-limits',
  title: 'Whether its pods ask for memory and are held to some.',
  check: ({ parts, isProduction }) =>
    parts
      .filter(
        ({ fact: { data } }) =>
          data.limits?.memoryBytes === undefined ||
          data.requests?.memoryBytes === undefined,
      )
      .map(({ fact }) =>
        observation(
          'statefulLimits.none',
          { statefulSet: fact.name },
          {
            severity: isProduction ? 'warning' : 'info',
            evidence: (['requests', 'limits'] as const).map(of =>
              evidenceOf(
                statefulSet,
                fact,
                `spec.template.spec.containers[].resources.${of}.memory`,
                fact.data[of]?.memoryBytes,
              ),
            ),
          },
        ),
      ),
};

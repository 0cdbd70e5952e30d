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

import { AssessmentRule, coverageGap } from '../../../assessment';
import {
  endpointSlice,
  event,
  node,
  persistentVolumeClaim,
  pod,
  service,
  statefulSet,
  storageClass,
} from '../../../kinds';
import { HealthState } from '../../../model';
import { StatefulSetScene } from '../StatefulSetScene';

/** Without these a verdict is possible, and poorer. */
const side = [
  pod,
  persistentVolumeClaim,
  service,
  endpointSlice,
  storageClass,
  node,
  event,
];

export const statefulObserved: AssessmentRule<
  Pick<StatefulSetScene, 'facts'>,
  HealthState
> = {
  id: 'stateful-observed',
  title: 'Whether the StatefulSets and what belongs to them can be seen.',
  check({ facts }) {
    const gap = coverageGap(facts, statefulSet);
    return gap
      ? [gap]
      : side.flatMap(kind => {
          const missing = coverageGap(facts, kind);
          return missing
            ? [{ ...missing, state: undefined, severity: 'info' as const }]
            : [];
        });
  },
};

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
  cnpgCluster,
  cnpgDatabase,
  cnpgPooler,
  endpointSlice,
  event,
  node,
  persistentVolumeClaim,
  pod,
  podDisruptionBudget,
} from '../../../kinds';
import { HealthState } from '../../../model';
import { CnpgHealthSubject } from '../CnpgHealthSubject';

/** Without these a verdict is possible, and poorer. */
const side = [
  pod,
  persistentVolumeClaim,
  endpointSlice,
  cnpgPooler,
  cnpgDatabase,
  podDisruptionBudget,
  node,
  event,
];

/** A Kubernetes cluster without these CRDs has none of the objects either. */
const optional = [cnpgPooler.id, cnpgDatabase.id];

export const cnpgObserved: AssessmentRule<
  Pick<CnpgHealthSubject, 'facts'>,
  HealthState
> = {
  id: 'cnpg-observed',
  title: 'Whether the Cluster and what belongs to it can be seen.',
  check({ facts }) {
    const gap = coverageGap(facts, cnpgCluster);
    return gap
      ? [gap]
      : side.flatMap(kind => {
          const missing = coverageGap(facts, kind);
          const without =
            facts.coverage(kind).state === 'absent' &&
            optional.includes(kind.id);
          return missing && !without
            ? [{ ...missing, state: undefined, severity: 'info' as const }]
            : [];
        });
  },
};

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

import { AssessmentRule, coverageGap } from '../../assessment';
import { application } from '../../kinds';
import { DeliveryState } from '../../model';
import { DeliveryScene } from '../DeliveryScene';

/**
 * Whether all Applications are known: where those that were found are, else
 * where the database is. A Kubernetes cluster without Argo CD lacks nothing.
 *
 * @internal
 */
export const applicationCoverage: AssessmentRule<DeliveryScene, DeliveryState> =
  {
    id: 'application-coverage',
    title: 'Applications can be seen.',
    check({ databases, apps, subject: { facts } }) {
      const found = [...databases, ...apps];
      const places = found.length
        ? new Set(found.map(({ kubernetesCluster }) => kubernetesCluster))
        : [facts.kubernetesCluster];
      return [...places].flatMap(place =>
        facts.coverage(application, place).state === 'absent'
          ? []
          : (coverageGap(facts, application, place) ?? []),
      );
    },
  };

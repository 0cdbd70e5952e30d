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

import { coverageGap } from '../../assessment';
import { metricSample } from '../../kinds';
import { observation } from '../../messages';
import { MeasuredRule } from './MeasuredSubject';

/** Only where a Prometheus is configured: without one nobody expects metrics. */
export const metricsKnown: MeasuredRule = {
  id: 'metrics-known',
  title:
    'Whether metrics of the database are there, where a Prometheus is configured.',
  check({ metrics, facts }) {
    const { coverage, wanted } = metrics;
    if (!coverage) {
      return [];
    }
    const gap = coverageGap(facts, metricSample, coverage.kubernetesCluster);
    if (gap) {
      // The verdict stays what the API server knows.
      return [{ ...gap, state: undefined, severity: 'info' }];
    }
    return wanted && !metrics.isMeasured
      ? [
          observation(
            'metricsKnown.none',
            { kubernetesCluster: facts.kubernetesCluster },
            {
              severity: 'info',
              evidence: [
                {
                  object: `Prometheus of ${facts.kubernetesCluster}`,
                  field: metricSample.id,
                  value: '0',
                  observedAt: coverage.lastSyncedAt ?? coverage.since,
                },
              ],
            },
          ),
        ]
      : [];
  },
};

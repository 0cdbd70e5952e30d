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

import { MetricSampleData } from '../kinds';
import { Measure } from './Measure';

/**
 * One question to Prometheus about all databases of an engine in a Kubernetes
 * cluster.
 *
 * @public
 */
export interface MetricQuery {
  readonly measure: Measure;
  /** Name in Prometheus, shown as evidence. */
  readonly metric: string;
  /**
   * PromQL. `$where` stands for matchers of the labels `namespace` and those that
   * the configuration adds. The answer has the labels `namespace`, that of the
   * subject, and `detail`, each combination once.
   */
  readonly promql: string;
  readonly subject: {
    readonly kind: MetricSampleData['subject']['kind'];
    readonly label: string;
  };
  /** Label that tells several readings of one subject apart. */
  readonly detail?: string;
}

/** @internal */
export const pods: MetricQuery['subject'] = { kind: 'Pod', label: 'pod' };

/** By pod, the greatest of what several scrapes of it say. @internal */
export function perPod(
  measure: Measure,
  metric: string,
  matchers = '',
): MetricQuery {
  return {
    measure,
    metric,
    promql: `max by (namespace, pod) (${metric}{${matchers}$where})`,
    subject: pods,
  };
}

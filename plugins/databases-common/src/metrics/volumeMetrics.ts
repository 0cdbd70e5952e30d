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

import { MetricQuery } from './MetricQuery';

const claims: MetricQuery['subject'] = {
  kind: 'PersistentVolumeClaim',
  label: 'persistentvolumeclaim',
};

/** What the kubelet says about volumes, for all engines. */
export const volumeMetrics: readonly MetricQuery[] = [
  {
    measure: 'volumeUsed',
    metric: 'kubelet_volume_stats_used_bytes',
    promql:
      'max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes{$where})',
    subject: claims,
  },
  {
    measure: 'volumeSize',
    metric: 'kubelet_volume_stats_capacity_bytes',
    promql:
      'max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_capacity_bytes{$where})',
    subject: claims,
  },
];

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

import { MetricQuery, perPod } from './MetricQuery';
import { volumeMetrics } from './volumeMetrics';

/**
 * What ClickHouse says under its own `/metrics`, and what the exporter of
 * Altinity's operator says about an installation.
 */
export const clickhouseMetrics: readonly MetricQuery[] = [
  perPod('readonlyReplicas', 'ClickHouseMetrics_ReadonlyReplica'),
  perPod('keeperSessions', 'ClickHouseMetrics_ZooKeeperSession'),
  perPod('replicaDelay', 'ClickHouseAsyncMetrics_ReplicasMaxAbsoluteDelay'),
  perPod('replicaQueue', 'ClickHouseAsyncMetrics_ReplicasMaxQueueSize'),
  perInstallation('readonlyReplicas', 'chi_clickhouse_metric_ReadonlyReplica'),
  perInstallation(
    'replicaDelay',
    'chi_clickhouse_metric_ReplicasMaxAbsoluteDelay',
  ),
  perInstallation('replicaQueue', 'chi_clickhouse_metric_ReplicasMaxQueueSize'),
  ...volumeMetrics,
];

function perInstallation(
  measure: MetricQuery['measure'],
  metric: string,
): MetricQuery {
  return {
    measure,
    metric,
    promql: `max by (namespace, chi) (${metric}{$where})`,
    subject: { kind: 'ClickHouseInstallation', label: 'chi' },
  };
}

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

import { MetricQuery, perPod, pods } from './MetricQuery';
import { volumeMetrics } from './volumeMetrics';

/**
 * What postgres_exporter says, as a sidecar of each server. Its versions differ:
 * the lag got a unit in 0.12, and before that the role needs a query of one's own,
 * as its examples have it.
 */
export const postgresMetrics: readonly MetricQuery[] = [
  perPod('up', 'pg_up'),
  perPod('inRecovery', 'pg_replication_is_replica'),
  {
    measure: 'replicationLag',
    metric: 'pg_replication_lag_seconds',
    promql:
      'max by (namespace, pod) (pg_replication_lag_seconds{$where} or pg_replication_lag{$where})',
    subject: pods,
  },
  {
    measure: 'streamingReplicas',
    metric: 'pg_stat_replication_pg_wal_lsn_diff',
    // Nobody streams: there is no row, and the archiver, always one row, tells
    // that the exporter looks.
    promql:
      'count by (namespace, pod) (pg_stat_replication_pg_wal_lsn_diff{state="streaming",$where}) or 0 * max by (namespace, pod) (pg_stat_archiver_failed_count{$where})',
    subject: pods,
  },
  {
    measure: 'archiveFailures',
    metric: 'pg_stat_archiver_failed_count',
    promql:
      'max by (namespace, pod) (increase(pg_stat_archiver_failed_count{$where}[5m])) unless on (namespace, pod) max by (namespace, pod) (increase(pg_stat_archiver_archived_count{$where}[5m])) > 0',
    subject: pods,
  },
  {
    measure: 'connections',
    metric: 'pg_stat_activity_count',
    promql: 'sum by (namespace, pod) (pg_stat_activity_count{$where})',
    subject: pods,
  },
  perPod('connectionLimit', 'pg_settings_max_connections'),
  {
    measure: 'inactiveSlot',
    metric: 'pg_replication_slots_pg_wal_lsn_diff',
    promql:
      'topk by (namespace, pod) (2, max by (namespace, pod, slot_name) (pg_replication_slots_pg_wal_lsn_diff{$where}) and on (namespace, pod, slot_name) max by (namespace, pod, slot_name) (pg_replication_slots_active{$where}) == 0)',
    subject: pods,
    detail: 'slot_name',
  },
  ...volumeMetrics,
];

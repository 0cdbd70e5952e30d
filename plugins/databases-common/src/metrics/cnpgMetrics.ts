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

/** What the exporter inside each instance of CloudNativePG says, with its default queries. */
export const cnpgMetrics: readonly MetricQuery[] = [
  perPod('up', 'cnpg_collector_up'),
  perPod('inRecovery', 'cnpg_pg_replication_in_recovery'),
  perPod('receiverUp', 'cnpg_pg_replication_is_wal_receiver_up'),
  perPod('replicationLag', 'cnpg_pg_replication_lag'),
  perPod('streamingReplicas', 'cnpg_pg_replication_streaming_replicas'),
  perPod('lastArchivedAt', 'cnpg_pg_stat_archiver_last_archived_time'),
  perPod('lastArchiveFailureAt', 'cnpg_pg_stat_archiver_last_failed_time'),
  perPod(
    'waitingWal',
    'cnpg_collector_pg_wal_archive_status',
    'value="ready",',
  ),
  {
    measure: 'connections',
    metric: 'cnpg_backends_total',
    promql: 'sum by (namespace, pod) (cnpg_backends_total{$where})',
    subject: pods,
  },
  perPod(
    'connectionLimit',
    'cnpg_pg_settings_setting',
    'name="max_connections",',
  ),
  {
    measure: 'inactiveSlot',
    metric: 'cnpg_pg_replication_slots_pg_wal_lsn_diff',
    promql:
      'topk by (namespace, pod) (2, max by (namespace, pod, slot_name) (cnpg_pg_replication_slots_pg_wal_lsn_diff{$where}) and on (namespace, pod, slot_name) max by (namespace, pod, slot_name) (cnpg_pg_replication_slots_active{$where}) == 0)',
    subject: pods,
    detail: 'slot_name',
  },
  ...volumeMetrics,
];

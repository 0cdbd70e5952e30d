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

/** What redis_exporter says, beside each Redis and, where there are any, each Sentinel. */
export const redisMetrics: readonly MetricQuery[] = [
  perPod('up', 'redis_up'),
  {
    measure: 'role',
    metric: 'redis_instance_info',
    // A Sentinel is an instance without a role.
    promql:
      'max by (namespace, pod, role) (redis_instance_info{role!="",$where})',
    subject: pods,
    detail: 'role',
  },
  perPod('clusterMode', 'redis_cluster_enabled'),
  perPod('masterLink', 'redis_master_link_up'),
  perPod('snapshotSaved', 'redis_rdb_last_bgsave_status'),
  perPod('appendOnlyWritten', 'redis_aof_last_write_status'),
  {
    measure: 'sentinelQuorum',
    metric: 'redis_sentinel_master_ckquorum_status',
    promql:
      'min by (namespace, pod, master_name) (redis_sentinel_master_ckquorum_status{$where})',
    subject: pods,
    detail: 'master_name',
  },
  {
    measure: 'sentinelMaster',
    metric: 'redis_sentinel_master_status',
    promql:
      'max by (namespace, pod, master_name) (redis_sentinel_master_status{master_status="ok",$where} or 0 * redis_sentinel_master_status{$where})',
    subject: pods,
    detail: 'master_name',
  },
  ...volumeMetrics,
];

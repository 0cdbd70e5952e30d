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

import { clickhouseMetrics } from '../../metrics/clickhouseMetrics';
import { measuredClickhouseRules } from '../measured/measuredRules';
import { statefulSetCredentials } from '../statefulSets/statefulSetCredentials';
import { statefulSetObservation } from '../statefulSets/statefulSetObservation';
import { clickhouseTables } from './rules/clickhouseTables';

/** ClickHouse in plain StatefulSets, one for each shard. */
export const clickhouseStatefulSet = statefulSetObservation({
  id: 'clickhouse',
  port: 9000,
  hasOneWriter: false,
  rules: [clickhouseTables, ...measuredClickhouseRules],
  metrics: clickhouseMetrics,
  credentials: statefulSetCredentials('clickhouse', 'at-start'),
  client: 'clickhouse-client',
});

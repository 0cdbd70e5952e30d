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

/**
 * How an organization calls what its dumps report to Prometheus, by a Pushgateway or
 * an exporter of its own.
 *
 * @public
 */
export interface BackupMetricNames {
  /** The metric with the size of the newest backup, in bytes. */
  readonly size: string;
  /** The metric that says when that was: seconds since the epoch. */
  readonly time: string;
  /** The label that has the name of the CronJob or the Job. */
  readonly label: string;
}

/**
 * The questions about sizes of backups. Of several series of one job the smallest
 * size counts: an empty dump among full ones is no backup of all.
 *
 * @public
 */
export function backupMetrics({
  size,
  time,
  label,
}: BackupMetricNames): readonly MetricQuery[] {
  const subject = { kind: 'Job', label } as const;
  return [
    {
      measure: 'backupSize',
      metric: size,
      promql: `min by (namespace, ${label}) (${size}{$where})`,
      subject,
    },
    {
      measure: 'backupSizeAt',
      metric: time,
      promql: `max by (namespace, ${label}) (${time}{$where})`,
      subject,
    },
  ];
}

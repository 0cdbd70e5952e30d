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

import { appOf, BENCH_LABEL, ObservedObject } from './clusterObject';

const DAY = 86_400_000;

/**
 * What belongs to the nth CNPG cluster: the pod of its instance, a schedule, and
 * a backup of this moment: an older one would be that of another database.
 *
 * @param now - milliseconds since the epoch
 */
export function companionObjects(
  index: number,
  now: number,
): readonly ObservedObject[] {
  const app = appOf(index);
  const cluster = `${app}-cnpg`;
  const labels = { [BENCH_LABEL]: 'yes', 'basewell.dev/app': app };
  const metadata = (name: string, more = {}) => ({
    name,
    namespace: 'default',
    labels: { ...labels, ...more },
  });
  const stopped = now + 1_000;
  const at = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
  const backup = { cluster: { name: cluster }, method: 'barmanObjectStore' };
  return [
    {
      object: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: metadata(`${cluster}-1`, {
          'cnpg.io/cluster': cluster,
          'cnpg.io/podRole': 'instance',
          'cnpg.io/instanceRole': 'primary',
        }),
        spec: { containers: [{ name: 'postgres', image: 'postgres' }] },
      },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    },
    {
      object: {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'ScheduledBackup',
        metadata: metadata(`${cluster}-daily`),
        spec: { ...backup, schedule: '0 0 2 * * *' },
      },
      status: {
        lastScheduleTime: at(now),
        lastCheckTime: at(now),
        nextScheduleTime: at(now + DAY),
      },
    },
    {
      object: {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Backup',
        metadata: metadata(`${cluster}-daily-1`, {
          'cnpg.io/cluster': cluster,
        }),
        spec: backup,
      },
      status: {
        phase: 'completed',
        method: 'barmanObjectStore',
        backupId: '20261101T000000',
        backupName: `${cluster}-daily-1`,
        startedAt: at(now),
        stoppedAt: at(stopped),
      },
    },
  ];
}

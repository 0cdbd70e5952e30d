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

import {
  BackupAttempt,
  BackupDescription,
  DatabaseDescription,
} from '@basewell/plugin-databases-common';
import { chain } from './chain';
import { hoursAgo, minutesAgo } from './instants';

/** Fourteen nightly attempts; the newest ones as given, newest last. */
export function attempts(
  app: string,
  newest: readonly BackupAttempt['outcome'][] = [],
): readonly BackupAttempt[] {
  return Array.from({ length: 14 }, (_, index) => {
    const outcome = newest[index - 14 + newest.length] ?? 'completed';
    const nights = 13 - index;
    return {
      name: `${app}-backup-202611${String(21 - nights).padStart(2, '0')}`,
      at: hoursAgo(7 + 24 * nights),
      outcome,
      ...(outcome === 'completed' && { seconds: 212 + index }),
      ...(outcome === 'failed' && {
        error: 'upload failed: access denied to the bucket pg-backup',
      }),
    };
  });
}

/** Backups by the Barman Cloud plugin, all well. */
export function backups(
  app: string,
  more: Partial<BackupDescription> = {},
): BackupDescription {
  return {
    method: 'Barman Cloud plugin',
    destination: 'ObjectStore databases/pg-backup',
    lastGood: {
      at: hoursAgo(7),
      object: `Backup databases/${app}-backup-20261121`,
    },
    schedules: [
      {
        name: `${app}-nightly`,
        expression: '0 0 2 * * *',
        meaning: 'every day at 02:00 UTC',
        next: [minutesAgo(-17 * 60), minutesAgo(-41 * 60)],
        suspended: false,
      },
    ],
    nextDue: minutesAgo(-17 * 60),
    attempts: attempts(app),
    recoveryWindow: { from: hoursAgo(30 * 24), to: minutesAgo(4) },
    retention: '30d',
    lastProvenRestore: {
      at: hoursAgo(9 * 24),
      object: `Cluster databases/${app}-restored`,
      how: 'recovery',
    },
    ...more,
  };
}

/** What is there of a database of `app`, all well. */
export function description(
  app: string,
  more: Partial<DatabaseDescription> = {},
): DatabaseDescription {
  const cluster = `${app}-cnpg`;
  return {
    instances: [1, 2, 3].map(number => ({
      name: `${cluster}-${number}`,
      role: number === 1 ? 'primary' : 'replica',
      ready: true,
      remarks: [],
      timeline: 4,
      node: `worker-${number}`,
      zone: `zone-${'abc'[number - 1]}`,
    })),
    credentials: { chains: [chain(app)] },
    backups: backups(app),
    connection: {
      host: `${cluster}-rw.databases.svc`,
      port: 5432,
      database: app,
      secret: `databases/${app}-db`,
      secretKeys: ['username', 'password', 'uri'],
      commands: [
        `kubectl -n databases port-forward service/${cluster}-rw 5432`,
        `kubectl cnpg -n databases psql ${cluster}`,
      ],
    },
    applications: [
      {
        object: `Application argocd/infra-${app}-db`,
        delivers: 'database',
        state: 'synced',
        revision: '8c1f0d6e2b7a4935c0de8c1f0d6e2b7a4935c0de',
        lastOperationAt: hoursAgo(3),
        url: `https://argocd.example.test/applications/infra-${app}-db`,
      },
      {
        object: `Application argocd/${app}`,
        delivers: 'app',
        state: 'synced',
        revision: 'v2.14.0',
        lastOperationAt: minutesAgo(50),
      },
    ],
    quotes: [
      {
        by: 'CloudNativePG',
        text: 'Cluster in healthy state',
        object: `Cluster databases/${cluster}`,
      },
    ],
    ...more,
  };
}

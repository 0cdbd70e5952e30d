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

import { metricSample, MetricSampleData } from '../../kinds';
import { DatabaseIdentity, Fact, KubeObject } from '../../model';
import { NOW } from './backupObjects';

type Fields = { readonly [field: string]: unknown };

export const namespace = 'accounts';

/** A PostgreSQL of three pods that CloudNativePG knows nothing of. */
export const authDb: Partial<DatabaseIdentity> = {
  id: 'postgres.accounts.auth-db@prod',
  engine: 'postgres',
  namespace,
  name: 'auth-db',
  createdAt: '2026-10-01T08:00:00Z',
};

const honest =
  'set -euo pipefail\npg_dump -h auth-db auth | gzip > /backups/auth.gz\nfind /backups -mtime +7 -delete';
export const piped = 'pg_dump -h auth-db auth | gzip > /backups/auth.gz';

interface Job {
  readonly script?: string;
  readonly spec?: Fields;
  readonly pod?: Fields;
  readonly status?: Fields;
  readonly metadata?: Fields;
  /** Metadata that each Job of a CronJob is given. */
  readonly given?: Fields;
}

/** The pod template of a dump to a volume claim. */
function template({ script = honest, pod }: Job): Fields {
  return {
    spec: {
      restartPolicy: 'Never',
      volumes: [
        {
          name: 'backups',
          persistentVolumeClaim: { claimName: 'auth-db-backup' },
        },
      ],
      containers: [
        {
          name: 'dump',
          image: 'postgres:17',
          command: ['/bin/bash', '-c', script],
          volumeMounts: [{ name: 'backups', mountPath: '/backups' }],
        },
      ],
      ...pod,
    },
  };
}

/** Every night at two, and well this night. */
export function dumpCronJob(job: Job = {}): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: {
      name: 'auth-db-backup',
      namespace,
      creationTimestamp: '2026-10-01T08:00:00Z',
      ...job.metadata,
    },
    spec: {
      schedule: '0 2 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { metadata: job.given, spec: { template: template(job) } },
      ...job.spec,
    },
    status: job.status ?? {
      lastScheduleTime: '2026-11-21T02:00:00Z',
      lastSuccessfulTime: '2026-11-21T02:05:00Z',
    },
  };
}

/** The Job of that day of November. */
export function dumpJob(day: number, job: Job = {}): KubeObject {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `auth-db-backup-${day}`,
      namespace,
      creationTimestamp: `${date}T02:00:00Z`,
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          name: 'auth-db-backup',
          uid: 'c1',
        },
      ],
      ...job.metadata,
    },
    spec: { template: template(job), ...job.spec },
    status: job.status ?? {
      startTime: `${date}T02:00:00Z`,
      completionTime: `${date}T02:05:00Z`,
      succeeded: 1,
      conditions: [
        { type: 'SuccessCriteriaMet', status: 'True' },
        { type: 'Complete', status: 'True' },
      ],
    },
  };
}

/** The same, with a size that it wrote down. */
export function sizedJob(day: number, bytes: number): KubeObject {
  const job = dumpJob(day);
  return {
    ...job,
    metadata: {
      ...job.metadata,
      annotations: { 'basewell.dev/backup-size': String(bytes) },
    },
  };
}

/** The Job of that day, ended by its limit. */
export function failedJob(day: number): KubeObject {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  return dumpJob(day, {
    status: {
      startTime: `${date}T02:00:00Z`,
      conditions: [
        { type: 'FailureTarget', status: 'True' },
        {
          type: 'Failed',
          status: 'True',
          reason: 'BackoffLimitExceeded',
          message: 'Job has reached the specified backoff limit',
          lastTransitionTime: `${date}T02:09:00Z`,
        },
      ],
    },
  });
}

/** What Prometheus has of a job of that name: bytes, and when they were counted. */
export function sizeSample(
  name: string,
  readings: { readonly backupSize?: number; readonly backupSizeAt?: string },
  observedAt = NOW,
): Fact<MetricSampleData> {
  return {
    kind: metricSample.id,
    kubernetesCluster: 'prometheus:prod',
    namespace,
    name: `Job/${name}`,
    observedAt,
    data: {
      kubernetesCluster: 'prod',
      subject: { kind: 'Job', name },
      readings: Object.entries(readings).map(([measure, value]) => ({
        measure,
        metric: `shop_${measure}`,
        value: typeof value === 'string' ? Date.parse(value) / 1000 : value,
      })),
    },
  };
}

/** The pod of the Job of the 21st, and what it wrote to its termination log. */
export function dumpPod(message: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'auth-db-backup-21-x7k2p',
      namespace,
      labels: { 'app.kubernetes.io/component': 'database-backup' },
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          name: 'auth-db-backup-21',
          uid: 'j21',
        },
      ],
    },
    status: {
      phase: 'Succeeded',
      containerStatuses: [{ state: { terminated: { exitCode: 0, message } } }],
    },
  };
}

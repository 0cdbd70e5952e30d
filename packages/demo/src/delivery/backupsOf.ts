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

import { instantText } from '../estate/instantText';
import { Moment } from '../estate/renderInstant';
import { KubeObject } from '../kubernetes/KubeObject';
import { bootstrapEnd, bootstrapSteps } from './bootstrapStatus';
import { Delivery } from './Delivery';

const DAY = 86_400_000;

/** One run of a schedule, ms since the epoch. */
interface Run {
  readonly startedAt: number;
  readonly stoppedAt: number;
}

/**
 * What the schedules of a delivered cluster have led to: a backup at once, when
 * `immediate` says so, then one at each daily slot; the newest fourteen are
 * kept. Adds to the status of the schedule, of the store, and of the cluster.
 *
 * @internal
 */
export function backupsOf(
  cluster: KubeObject,
  delivery: Delivery,
  moment: Moment,
  speed: number,
): readonly KubeObject[] {
  const { name, namespace } = cluster.metadata;
  const objects = delivery.manifests.map(({ object }) => object);
  const schedule = objects.find(
    ({ kind, metadata, spec }) =>
      kind === 'ScheduledBackup' &&
      metadata.namespace === namespace &&
      (spec as any)?.cluster?.name === name,
  );
  const begins =
    delivery.mergedAt +
    (bootstrapEnd((cluster.spec as any)?.instances ?? 1) +
      bootstrapSteps.backupBegins) /
      speed;
  if (!schedule || moment.now < begins) {
    return [];
  }
  const { schedule: expression, immediate } = schedule.spec as any;
  const takes = bootstrapSteps.backupTakes / speed;
  const slots = dailySlots(expression, begins, moment.now);
  const runs = [...(immediate ? [begins] : []), ...slots.past]
    .slice(-14)
    .map(startedAt => ({ startedAt, stoppedAt: startedAt + takes }));
  return [
    ...runs.map(run => backup(schedule, run, moment.now)),
    scheduleStatus(schedule, runs.at(-1), slots.next),
    ...windowOf(cluster, objects, runs, moment.now),
    lastBackup(cluster, runs.at(-1), moment.now),
  ].filter(object => object !== undefined);
}

/** Of `S M H * * *`; other expressions only run at once here. */
function dailySlots(expression: string, from: number, now: number) {
  const match = /^(\d+) (\d+) (\d+) \* \* \*$/.exec(expression);
  if (!match) {
    return { past: [], next: undefined };
  }
  const [second, minute, hour] = match.slice(1).map(Number);
  const offset = ((hour * 60 + minute) * 60 + second) * 1000;
  const next = Math.floor((now - offset) / DAY) * DAY + offset + DAY;
  const past: number[] = [];
  for (let slot = next - DAY; slot > from; slot -= DAY) {
    past.unshift(slot);
  }
  return { past, next };
}

function backup(schedule: KubeObject, run: Run, now: number): KubeObject {
  const { name, namespace } = schedule.metadata;
  const { cluster, method, pluginConfiguration } = schedule.spec as any;
  const done = now >= run.stoppedAt;
  return {
    apiVersion: schedule.apiVersion,
    kind: 'Backup',
    metadata: {
      name: `${name}-${instantText(run.startedAt).replace(/\D/g, '')}`,
      namespace,
      creationTimestamp: instantText(run.startedAt),
      labels: {
        'cnpg.io/scheduled-backup': name,
        'cnpg.io/cluster': cluster.name,
      },
    },
    spec: {
      cluster,
      method,
      ...(pluginConfiguration && { pluginConfiguration }),
    },
    status: {
      phase: done ? 'completed' : 'started',
      startedAt: instantText(run.startedAt),
      ...(done && { stoppedAt: instantText(run.stoppedAt) }),
    },
  };
}

function scheduleStatus(
  { apiVersion, kind, metadata: { name, namespace } }: KubeObject,
  newest: Run | undefined,
  next: number | undefined,
): KubeObject {
  return {
    apiVersion,
    kind,
    metadata: { name, namespace },
    status: {
      ...(newest && {
        lastCheckTime: instantText(newest.startedAt),
        lastScheduleTime: instantText(newest.startedAt),
      }),
      ...(next && { nextScheduleTime: instantText(next) }),
    },
  };
}

/** What the plugin writes into the store. */
function windowOf(
  cluster: KubeObject,
  objects: readonly KubeObject[],
  runs: readonly Run[],
  now: number,
): readonly KubeObject[] {
  const done = runs.filter(({ stoppedAt }) => now >= stoppedAt);
  const { name, namespace } = cluster.metadata;
  const plugins: readonly any[] = (cluster.spec as any)?.plugins ?? [];
  return plugins.flatMap(({ parameters = {} }) => {
    const { barmanObjectName, serverName = name } = parameters;
    const store = objects.find(
      ({ kind, metadata }) =>
        kind === 'ObjectStore' &&
        metadata.namespace === namespace &&
        metadata.name === barmanObjectName,
    );
    return store && done.length
      ? [
          {
            apiVersion: store.apiVersion,
            kind: store.kind,
            metadata: { name: barmanObjectName, namespace },
            status: {
              serverRecoveryWindow: {
                [serverName]: {
                  firstRecoverabilityPoint: instantText(done[0].stoppedAt),
                  lastSuccessfulBackupTime: instantText(done.at(-1)!.stoppedAt),
                },
              },
            },
          },
        ]
      : [];
  });
}

/** The condition that the operator keeps about the newest one. */
function lastBackup(
  { apiVersion, kind, metadata: { name, namespace } }: KubeObject,
  newest: Run | undefined,
  now: number,
): KubeObject | undefined {
  if (!newest) {
    return undefined;
  }
  const done = now >= newest.stoppedAt;
  return {
    apiVersion,
    kind,
    metadata: { name, namespace },
    status: {
      conditions: [
        {
          type: 'LastBackupSucceeded',
          status: done ? 'True' : 'False',
          reason: done ? 'LastBackupSucceeded' : 'BackupStarted',
          message: done ? 'Backup was successful' : 'New Backup starting up',
          lastTransitionTime: instantText(
            done ? newest.stoppedAt : newest.startedAt,
          ),
        },
      ],
    },
  };
}

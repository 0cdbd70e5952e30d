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

import { Fields, ObservedKind } from '../observation';
import { BackupWork } from './BackupWork';
import { drillOf, drillReportAnnotation, ofDrill } from './drillOf';
import { DrillReport } from './DrillReport';
import { backupKeys, backupSizeOf, readBackupWork } from './readBackupWork';
import { readDrillReport } from './readDrillReport';
import { readSecrets, WorkloadSecret } from './workload';

/**
 * What is kept of a CronJob that makes a database's backups, or shall prove them
 * again and again.
 *
 * @public
 */
export interface CronJobData {
  /** The CNPG cluster whose backups it restores; left out when it is no drill. */
  readonly cluster?: string;
  /** What it has to do with backups; left out when it is a drill. */
  readonly work?: BackupWork;
  /** In the cron dialect of Kubernetes. */
  readonly schedule: string;
  readonly timeZone?: string;
  readonly suspend: boolean;
  /** `Allow`, `Forbid` or `Replace`. */
  readonly concurrencyPolicy?: string;
  /** How late it may start: seconds. */
  readonly startingDeadlineSeconds?: number;
  readonly lastScheduleTime?: string;
  /** Survives its Jobs, and is lost when the CronJob is made anew. */
  readonly lastSuccessfulTime?: string;
  /** How many run now. */
  readonly active: number;
  /** A size that every Job is given, and that is that of none. */
  readonly givenBytes?: number;
  /** What its pods read. */
  readonly secrets?: readonly WorkloadSecret[];
  /** Of the last drill, when somebody writes it to an annotation. */
  readonly report?: DrillReport;
}

/** @public */
export const cronJob: ObservedKind<CronJobData> = {
  id: 'cronjobs.batch',
  group: 'batch',
  versions: ['v1'],
  resource: 'cronjobs',
  kind: 'CronJob',
  namespaced: true,
  feeds:
    'How often databases are dumped and restores are proven, and whether that still happens.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const spec = fields.at('spec');
    const status = fields.at('status');
    const cluster = drillOf(object);
    const work = cluster
      ? undefined
      : readBackupWork(object, spec.at('jobTemplate', 'spec', 'template'));
    return cluster || work
      ? {
          cluster,
          work,
          schedule: spec.string('schedule') ?? '',
          timeZone: spec.string('timeZone'),
          suspend: spec.boolean('suspend') === true,
          concurrencyPolicy: spec.string('concurrencyPolicy'),
          startingDeadlineSeconds: spec.number('startingDeadlineSeconds'),
          lastScheduleTime: status.string('lastScheduleTime'),
          lastSuccessfulTime: status.string('lastSuccessfulTime'),
          active: status.list('active').length,
          givenBytes: backupSizeOf(spec.at('jobTemplate', 'metadata')),
          secrets: secretsOf(
            spec.at('jobTemplate', 'spec', 'template', 'spec'),
          ),
          report: readDrillReport(
            fields.string('metadata', 'annotations', drillReportAnnotation),
          ),
        }
      : undefined;
  },
  keys: fact => [
    ...ofDrill(fact),
    ...(fact.data.work ? backupKeys(fact, fact.data.work) : []),
    ...(fact.data.secrets ?? []).map(
      ({ name }) => `secret:${fact.namespace}/${name}`,
    ),
  ],
};

/** The first few: it is dumped with one or two. */
function secretsOf(pod: Fields): CronJobData['secrets'] {
  const secrets = readSecrets(pod).slice(0, 4);
  return secrets.length ? secrets : undefined;
}

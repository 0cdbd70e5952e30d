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

import { Fact } from '../model';
import { Fields, ObservedKind } from '../observation';
import { BackupWork } from './BackupWork';
import { drillOf, drillReportAnnotation, ofDrill } from './drillOf';
import { DrillReport } from './DrillReport';
import { backupKeys, backupSizeOf, readBackupWork } from './readBackupWork';
import { readDrillReport } from './readDrillReport';
import { shortText } from './shortText';

/**
 * What is kept of a job that makes a database's backups, or proves them.
 *
 * @public
 */
export interface JobData {
  /** The CNPG cluster whose backups it restores; left out when it is no drill. */
  readonly cluster?: string;
  /** What it has to do with backups; left out when it is a drill. */
  readonly work?: BackupWork;
  readonly cronJob?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly failedAt?: string;
  /** Why it failed. */
  readonly reason?: string;
  /** How large the backup is that it made, when that is in an annotation. */
  readonly bytes?: number;
  /** When somebody writes it to an annotation. */
  readonly report?: DrillReport;
}

/** @public */
export const job: ObservedKind<JobData> = {
  id: 'jobs.batch',
  group: 'batch',
  versions: ['v1'],
  resource: 'jobs',
  kind: 'Job',
  namespaced: true,
  feeds:
    'How dumps of databases ended, and restore drills, which prove that backups can be restored.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const status = fields.at('status');
    const cluster = drillOf(object);
    const condition = (type: string) =>
      status
        .list('conditions')
        .find(
          found =>
            found.string('type') === type && found.string('status') === 'True',
        );
    const failed = condition('Failed');
    const work = cluster
      ? undefined
      : readBackupWork(object, fields.at('spec', 'template'));
    return cluster || work
      ? {
          cluster,
          work,
          cronJob: object.metadata.ownerReferences?.find(
            ({ kind }) => kind === 'CronJob',
          )?.name,
          startedAt: status.string('startTime'),
          completedAt: condition('Complete')
            ? status.string('completionTime')
            : undefined,
          failedAt: failed?.string('lastTransitionTime'),
          reason: shortText(
            [failed?.string('reason'), failed?.string('message')]
              .filter(Boolean)
              .join(': ') || undefined,
          ),
          bytes: backupSizeOf(fields.at('metadata')),
          report: readDrillReport(
            fields.string('metadata', 'annotations', drillReportAnnotation),
          ),
        }
      : undefined;
  },
  // Of a CronJob's it is asked for by the CronJob, which knows more of itself.
  keys: fact => [...ofDrill(fact), ...jobKeys(fact)],
};

function jobKeys(fact: Fact<JobData>): readonly string[] {
  const { work, cronJob } = fact.data;
  if (!work) {
    return [];
  }
  return cronJob
    ? [`cronjob:${fact.namespace}/${cronJob}`]
    : backupKeys(fact, work);
}

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
import { drillOf, drillReportAnnotation, drillSelectors } from './drillOf';
import { DrillReport } from './DrillReport';
import { ofCluster } from './ofCluster';
import { readDrillReport } from './readDrillReport';
import { shortText } from './shortText';

/**
 * What is kept of a job that proves a database's backups.
 *
 * @public
 */
export interface JobData {
  /** The CNPG cluster whose backups it restores. */
  readonly cluster: string;
  readonly cronJob?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly failedAt?: string;
  /** Why it failed. */
  readonly reason?: string;
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
  selectors: drillSelectors,
  feeds: 'Restore drills, which prove that backups can be restored.',
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
    return cluster
      ? {
          cluster,
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
          report: readDrillReport(
            fields.string('metadata', 'annotations', drillReportAnnotation),
          ),
        }
      : undefined;
  },
  keys: ofCluster,
};

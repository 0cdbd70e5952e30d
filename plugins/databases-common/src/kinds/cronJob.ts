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

/**
 * What is kept of a job that shall prove a database's backups again and again.
 *
 * @public
 */
export interface CronJobData {
  /** The CNPG cluster whose backups it restores. */
  readonly cluster: string;
  /** In the cron dialect of Kubernetes. */
  readonly schedule: string;
  readonly timeZone?: string;
  readonly suspend: boolean;
  /** `Allow`, `Forbid` or `Replace`. */
  readonly concurrencyPolicy?: string;
  readonly lastScheduleTime?: string;
  /** Survives its Jobs, and is lost when the CronJob is made anew. */
  readonly lastSuccessfulTime?: string;
  /** How many run now. */
  readonly active: number;
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
  selectors: drillSelectors,
  feeds: 'How often restores are proven, and whether that still happens.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const spec = fields.at('spec');
    const status = fields.at('status');
    const cluster = drillOf(object);
    return cluster
      ? {
          cluster,
          schedule: spec.string('schedule') ?? '',
          timeZone: spec.string('timeZone'),
          suspend: spec.boolean('suspend') === true,
          concurrencyPolicy: spec.string('concurrencyPolicy'),
          lastScheduleTime: status.string('lastScheduleTime'),
          lastSuccessfulTime: status.string('lastSuccessfulTime'),
          active: status.list('active').length,
          report: readDrillReport(
            fields.string('metadata', 'annotations', drillReportAnnotation),
          ),
        }
      : undefined;
  },
  keys: ofCluster,
};

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
import { ofCluster } from './ofCluster';
import { shortText } from './shortText';

/**
 * What is kept of a promise to back a CNPG cluster up.
 *
 * @public
 */
export interface ScheduledBackupData {
  /** Name of its CNPG cluster. */
  readonly cluster: string;
  /** In the cron dialect of CloudNativePG. */
  readonly schedule: string;
  readonly suspend: boolean;
  /** Whether the first one is made at once. */
  readonly immediate: boolean;
  /** `plugin`, `barmanObjectStore` (also when none is written) or `volumeSnapshot`. */
  readonly method: string;
  readonly plugin?: string;
  readonly lastCheckTime?: string;
  /** When it last asked for a Backup; says nothing about how that went. */
  readonly lastScheduleTime?: string;
  /** In the operator's time zone, and frozen while suspended or blocked. */
  readonly nextScheduleTime?: string;
  readonly error?: string;
}

/** @public */
export const cnpgScheduledBackup: ObservedKind<ScheduledBackupData> = {
  id: 'scheduledbackups.postgresql.cnpg.io',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  resource: 'scheduledbackups',
  kind: 'ScheduledBackup',
  namespaced: true,
  feeds: 'When backups are promised, which is what their age is measured by.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const spec = fields.at('spec');
    const status = fields.at('status');
    const cluster = spec.string('cluster', 'name');
    return cluster
      ? {
          cluster,
          schedule: spec.string('schedule') ?? '',
          suspend: spec.boolean('suspend') === true,
          immediate: spec.boolean('immediate') === true,
          method: spec.string('method') || 'barmanObjectStore',
          plugin: spec.string('pluginConfiguration', 'name'),
          lastCheckTime: status.string('lastCheckTime'),
          lastScheduleTime: status.string('lastScheduleTime'),
          nextScheduleTime: status.string('nextScheduleTime'),
          error: shortText(status.string('error')),
        }
      : undefined;
  },
  keys: ofCluster,
};

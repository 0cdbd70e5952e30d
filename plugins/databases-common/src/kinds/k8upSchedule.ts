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
import { BackupScheduleData } from './BackupRunData';
import { k8upBackend } from './k8upBackend';
import { shortText } from './shortText';

/** A schedule of k8up. @public */
export const k8upSchedule: ObservedKind<BackupScheduleData> = {
  id: 'schedules.k8up.io',
  group: 'k8up.io',
  versions: ['v1'],
  resource: 'schedules',
  kind: 'Schedule',
  namespaced: true,
  feeds: 'How often k8up backs the volumes of a namespace up.',
  lane: 'backup',
  project(object) {
    const spec = Fields.of(object).at('spec');
    const schedule = spec.string('backup', 'schedule');
    // Others only check, or delete what is old.
    return schedule
      ? {
          namespaces: [object.metadata.namespace ?? ''],
          schedule: shortText(schedule, 80)!,
          suspended: false,
          isSelective: spec.list('backup', 'labelSelectors').length > 0,
          destination: k8upBackend(spec),
        }
      : undefined;
  },
  keys: ({ namespace }) => [`namespace:${namespace}`],
};

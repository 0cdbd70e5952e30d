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
import { shortText } from './shortText';
import { takenNamespaces } from './takenNamespaces';

/** A schedule of Velero. @public */
export const veleroSchedule: ObservedKind<BackupScheduleData> = {
  id: 'schedules.velero.io',
  group: 'velero.io',
  versions: ['v1'],
  resource: 'schedules',
  kind: 'Schedule',
  namespaced: true,
  elsewhere: true,
  feeds: 'How often Velero backs namespaces up.',
  lane: 'backup',
  project(object) {
    const spec = Fields.of(object).at('spec');
    const template = spec.at('template');
    return {
      namespaces: takenNamespaces(template),
      schedule: shortText(spec.string('schedule'), 80) ?? '',
      suspended: spec.boolean('paused') === true,
      isSelective: template.at('labelSelector').present,
      destination: shortText(template.string('storageLocation'), 63),
      retention: shortText(template.string('ttl'), 24),
    };
  },
  keys: ({ data }) => data.namespaces.map(name => `namespace:${name}`),
};

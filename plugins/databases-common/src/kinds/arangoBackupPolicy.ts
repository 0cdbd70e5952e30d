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

/** A schedule of backups of kube-arangodb. @public */
export const arangoBackupPolicy: ObservedKind<BackupScheduleData> = {
  id: 'arangobackuppolicies.backup.arangodb.com',
  group: 'backup.arangodb.com',
  versions: ['v1'],
  resource: 'arangobackuppolicies',
  kind: 'ArangoBackupPolicy',
  namespaced: true,
  feeds: 'How often ArangoDB is backed up.',
  lane: 'backup',
  project(object) {
    const spec = Fields.of(object).at('spec');
    const most = spec.number('maxBackups');
    return {
      namespaces: [object.metadata.namespace ?? ''],
      schedule: shortText(spec.string('schedule'), 80) ?? '',
      suspended: false,
      isSelective: spec.entries('selector', 'matchLabels').length > 0,
      destination: shortText(
        spec.string('template', 'upload', 'repositoryURL'),
        160,
      ),
      retention: most ? String(most) : undefined,
    };
  },
  keys: ({ namespace }) => [`namespace:${namespace}`],
};

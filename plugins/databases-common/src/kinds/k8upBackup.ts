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
import { BackupRunData } from './BackupRunData';
import { k8upBackend } from './k8upBackend';
import { shortText } from './shortText';

/** A backup of k8up, which takes the volumes of its namespace. @public */
export const k8upBackup: ObservedKind<BackupRunData> = {
  id: 'backups.k8up.io',
  group: 'k8up.io',
  versions: ['v1'],
  resource: 'backups',
  kind: 'Backup',
  namespaced: true,
  feeds: 'Backups of the volumes of a namespace by k8up.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const status = fields.at('status');
    const completed = status
      .list('conditions')
      .find(
        condition =>
          condition.string('type') === 'Completed' &&
          condition.string('status') === 'True',
      );
    return {
      namespaces: [object.metadata.namespace ?? ''],
      schedule: object.metadata.ownerReferences?.find(
        ({ kind }) => kind === 'Schedule',
      )?.name,
      word: shortText(completed?.string('reason'), 40),
      outcome: outcomeOf(completed?.string('reason'), status),
      startedAt: object.metadata.creationTimestamp,
      endedAt: completed?.string('lastTransitionTime'),
      error:
        completed?.string('reason') === 'Failed'
          ? shortText(completed.string('message') || undefined, 240)
          : undefined,
      content: 'unseen',
      destination: k8upBackend(fields.at('spec')),
    };
  },
  keys: ({ namespace }) => [`namespace:${namespace}`],
};

function outcomeOf(
  reason: string | undefined,
  status: Fields,
): BackupRunData['outcome'] {
  if (reason) {
    return reason === 'Succeeded' ? 'completed' : 'failed';
  }
  return status.boolean('started') ? 'running' : 'waiting';
}

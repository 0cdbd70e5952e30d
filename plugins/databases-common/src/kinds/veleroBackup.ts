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
import { shortText } from './shortText';
import { takenNamespaces } from './takenNamespaces';

const outcomes: { readonly [word: string]: BackupRunData['outcome'] } = {
  Completed: 'completed',
  PartiallyFailed: 'failed',
  FinalizingPartiallyFailed: 'failed',
  WaitingForPluginOperationsPartiallyFailed: 'failed',
  Failed: 'failed',
  FailedValidation: 'failed',
  InProgress: 'running',
  Finalizing: 'running',
  WaitingForPluginOperations: 'running',
  New: 'waiting',
  Queued: 'waiting',
  ReadyToStart: 'waiting',
};

/** A backup of Velero, which takes namespaces with their volumes. @public */
export const veleroBackup: ObservedKind<BackupRunData> = {
  id: 'backups.velero.io',
  group: 'velero.io',
  versions: ['v1'],
  resource: 'backups',
  kind: 'Backup',
  namespaced: true,
  elsewhere: true,
  feeds: 'Backups of whole namespaces by Velero.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const spec = fields.at('spec');
    const status = fields.at('status');
    const namespaces = takenNamespaces(spec);
    // With labels to choose by, whether a database is among it is not seen.
    if (spec.at('labelSelector').present || !namespaces.length) {
      return undefined;
    }
    const word = status.string('phase');
    return {
      namespaces,
      schedule: object.metadata.labels?.['velero.io/schedule-name'],
      word: shortText(word, 40),
      outcome: word ? (outcomes[word] ?? 'unknown') : 'waiting',
      startedAt: status.string('startTimestamp'),
      endedAt: status.string('completionTimestamp'),
      error: shortText(
        status.string('failureReason') ?? status.strings('validationErrors')[0],
        240,
      ),
      content: 'unseen',
      destination: shortText(spec.string('storageLocation'), 63),
    };
  },
  keys: ({ data: { namespaces = [] } }) =>
    namespaces.map(name => `namespace:${name}`),
};

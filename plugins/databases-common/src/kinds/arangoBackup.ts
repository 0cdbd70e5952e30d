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

import { KubeObject } from '../model';
import { Fields, ObservedKind } from '../observation';
import { BackupRunData } from './BackupRunData';
import { shortText } from './shortText';

/** A backup of kube-arangodb. @public */
export const arangoBackup: ObservedKind<BackupRunData> = {
  id: 'arangobackups.backup.arangodb.com',
  group: 'backup.arangodb.com',
  versions: ['v1'],
  resource: 'arangobackups',
  kind: 'ArangoBackup',
  namespaced: true,
  feeds: 'Backups of ArangoDB, and whether they were uploaded.',
  lane: 'backup',
  project,
  keys: ({ namespace, data }) => [`${namespace}/${data.of}`],
};

function project(object: KubeObject): BackupRunData | undefined {
  const fields = Fields.of(object);
  const of = fields.string('spec', 'deployment', 'name');
  const status = fields.at('status');
  const backup = status.at('backup');
  const word = status.string('state');
  const upload = backup.boolean('uploaded') === true;
  return of
    ? {
        of,
        schedule: fields.string('spec', 'policyName'),
        word: shortText(word, 40),
        outcome: outcomeOf(word, status.boolean('available')),
        startedAt: object.metadata.creationTimestamp,
        endedAt: backup.string('createdAt') ?? status.string('time'),
        error: shortText(status.string('message') || undefined, 240),
        bytes: backup.number('sizeInBytes'),
        content: contentOf(
          upload,
          backup.boolean('potentiallyInconsistent') === true,
        ),
        destination: upload
          ? shortText(fields.string('spec', 'upload', 'repositoryURL'), 160)
          : undefined,
      }
    : undefined;
}

/** States that lead nowhere end in `Error`, beside those that have names of their own. */
function outcomeOf(
  word: string | undefined,
  available: boolean | undefined,
): BackupRunData['outcome'] {
  if (!word || word === 'Pending' || word === 'Scheduled') {
    return 'waiting';
  }
  if (/Error$|^(Failed|Unavailable|Deleted)$/.test(word)) {
    return 'failed';
  }
  if (word === 'Ready') {
    return available === false ? 'failed' : 'completed';
  }
  return 'running';
}

function contentOf(
  isUploaded: boolean,
  isInconsistent: boolean,
): BackupRunData['content'] {
  if (!isUploaded) {
    return 'local';
  }
  return isInconsistent ? 'unseen' : 'checked';
}

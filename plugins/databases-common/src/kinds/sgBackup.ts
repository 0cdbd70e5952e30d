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

const outcomes: { readonly [word: string]: BackupRunData['outcome'] } = {
  Completed: 'completed',
  Failed: 'failed',
  Running: 'running',
  Pending: 'waiting',
};

/** A backup of StackGres. @public */
export const sgBackup: ObservedKind<BackupRunData> = {
  id: 'sgbackups.stackgres.io',
  group: 'stackgres.io',
  versions: ['v1'],
  resource: 'sgbackups',
  kind: 'SGBackup',
  namespaced: true,
  feeds: 'Backups that StackGres has made.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const made = fields.at('status', 'process');
    const of = fields.string('spec', 'sgCluster');
    const word = made.string('status');
    const stored = made.string('timing', 'stored');
    return of
      ? {
          of,
          word: shortText(word, 40),
          outcome: word ? (outcomes[word] ?? 'unknown') : 'waiting',
          startedAt: made.string('timing', 'start'),
          endedAt: stored ?? made.string('timing', 'end'),
          error: shortText(made.string('failure') || undefined, 240),
          bytes: fields.number(
            'status',
            'backupInformation',
            'size',
            'compressed',
          ),
          content: stored ? 'checked' : 'unseen',
          destination: shortText(fields.string('status', 'backupPath'), 160),
        }
      : undefined;
  },
  keys: ({ namespace, data }) => [`${namespace}/${data.of}`],
};

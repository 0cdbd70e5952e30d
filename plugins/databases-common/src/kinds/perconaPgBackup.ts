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
  Succeeded: 'completed',
  Failed: 'failed',
  Running: 'running',
  Starting: 'waiting',
};

/** A backup of Percona's Operator for PostgreSQL. @public */
export const perconaPgBackup: ObservedKind<BackupRunData> = {
  id: 'perconapgbackups.pgv2.percona.com',
  group: 'pgv2.percona.com',
  versions: ['v2'],
  resource: 'perconapgbackups',
  kind: 'PerconaPGBackup',
  namespaced: true,
  feeds: "Backups that Percona's Operator for PostgreSQL has made.",
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    const status = fields.at('status');
    const of = fields.string('spec', 'pgCluster');
    const word = status.string('state');
    return of
      ? {
          of,
          word: shortText(word, 40),
          outcome: word ? (outcomes[word] ?? 'unknown') : 'waiting',
          startedAt: object.metadata.creationTimestamp,
          endedAt: status.string('completed'),
          error: shortText(status.string('error') || undefined, 240),
          bytes: status.number('size'),
          // pgBackRest reads back what it has written.
          content: 'checked',
          destination: shortText(status.string('destination'), 160),
        }
      : undefined;
  },
  keys: ({ namespace, data }) => [`${namespace}/${data.of}`],
};

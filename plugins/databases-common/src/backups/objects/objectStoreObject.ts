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

import { instantOf } from '../../assessment';
import { objectStore, ObjectStoreData, ObjectStoreServer } from '../../kinds';
import { observation } from '../../messages';
import { BackupState, backupStates } from '../../model';
import { evidenceOf } from '../../observation';
import { judgeAge } from './judgeAge';
import { ObjectRule, ObjectSubject } from './ObjectSubject';

/** An ObjectStore by itself: what it claims to hold of each server. */
export const objectStoreObject: ObjectRule<ObjectStoreData> = {
  id: 'object-store-object',
  title: 'What an ObjectStore holds.',
  check(subject) {
    const { fact } = subject;
    const servers = judgeServers(subject);
    const object = `ObjectStore ${fact.namespace}/${fact.name}`;
    const empty = observation(
      'objectStoreObject.empty',
      { object },
      {
        state: 'never',
        severity: 'warning',
        evidence: [
          evidenceOf(objectStore, fact, 'status.serverRecoveryWindow'),
        ],
      },
    );
    return servers.length
      ? servers.map(({ name, state, lastSuccessfulBackupTime: at }) => {
          const params = { object, server: name };
          const seen = {
            state,
            severity:
              state === 'fresh' ? ('info' as const) : ('warning' as const),
            evidence: [
              evidenceOf(
                objectStore,
                fact,
                `status.serverRecoveryWindow.${name}.lastSuccessfulBackupTime`,
                at,
              ),
            ],
          };
          return at === undefined
            ? observation('objectStoreObject.noneGood', params, seen)
            : observation('objectStoreObject.server', { ...params, at }, seen);
        })
      : [empty];
  },
};

/** The servers of a store with their states, the worst first. */
export function judgeServers(
  subject: ObjectSubject<ObjectStoreData>,
): readonly (ObjectStoreServer & { readonly state: BackupState })[] {
  return subject.fact.data.servers
    .map(server => ({ ...server, state: stateOf(server, subject) }))
    .sort(
      (a, b) => backupStates.indexOf(a.state) - backupStates.indexOf(b.state),
    );
}

function stateOf(
  server: ObjectStoreServer,
  subject: ObjectSubject<ObjectStoreData>,
): BackupState {
  const { name, lastSuccessfulBackupTime, lastFailedBackupTime } = server;
  const good = instantOf(lastSuccessfulBackupTime);
  const failed = instantOf(lastFailedBackupTime);
  if (failed !== undefined && failed > (good ?? -Infinity)) {
    return 'failing';
  }
  if (lastSuccessfulBackupTime === undefined) {
    return 'never';
  }
  // Most servers are called like their cluster.
  const { namespace } = subject.fact;
  return judgeAge(lastSuccessfulBackupTime, `${namespace}/${name}`, subject);
}

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

import {
  Fields,
  VaultEntryData,
} from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { databaseRoleOf } from './databaseRoleOf';
import { encodePath } from './encodePath';
import { kvEntryOf } from './kvEntryOf';
import { lookUpLease } from './lookUpLease';
import { VaultMount } from './readMount';
import { unexpectedAnswer } from './unexpectedAnswer';
import { VaultSession } from './VaultSession';
import { WantedEntry } from './WantedEntry';

type Entry = VaultEntryData['entry'];

/**
 * Metadata of one entry, never its value. Those of KV version 1 have none.
 *
 * @param now - milliseconds since the epoch
 * @throws ApiProblem
 */
export async function readEntry(
  session: VaultSession,
  mount: VaultMount,
  wanted: Pick<WantedEntry, 'namespace' | 'mount' | 'path' | 'type'>,
  now: number,
): Promise<Entry> {
  const { type } = wanted;
  if (mount.type !== (type === 'kv' ? 'kv' : 'database')) {
    throw new ApiProblem(
      'absent',
      `At ${wanted.mount}/ is the secrets engine ${mount.type}, so ${type === 'lease' ? 'a lease of users' : wanted.path} cannot be there. Correct the mount where it is named.`,
    );
  }
  if (type === 'lease') {
    return lookUpLease(session, wanted);
  }
  if (mount.type === 'kv' && mount.version === 1) {
    return { type: 'kv', version: 1 };
  }
  const route = [
    encodePath(wanted.mount),
    ...(type === 'kv' ? ['metadata'] : []),
    encodePath(wanted.path),
  ].join('/');
  let data: Fields;
  try {
    data = (await session.read(route, wanted.namespace)).at('data');
  } catch (error) {
    if (ApiProblem.of(error).status !== 404) {
      throw error;
    }
    return type === 'kv'
      ? { type, version: 2, missing: true }
      : { type, missing: true };
  }
  const entry =
    type === 'kv' ? kvEntryOf(data, now) : databaseRoleOf(data, type);
  if (!entry) {
    throw unexpectedAnswer(session.vault, `read ${route}`);
  }
  return entry;
}

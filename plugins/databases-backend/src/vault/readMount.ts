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

import { ApiProblem } from '../kubernetes/ApiProblem';
import { encodePath } from './encodePath';
import { VaultSession } from './VaultSession';

/** What is mounted there. */
export type VaultMount =
  | { readonly type: 'kv'; readonly version: 1 | 2 }
  | { readonly type: 'database' };

/**
 * Asks what is mounted, before anything below it is read: where a secrets engine
 * of another kind is, the path of metadata may be the path of a value. Below a KV
 * mount of version 1, `metadata/x` is an entry like any other.
 *
 * @throws ApiProblem when it is nothing whose metadata are known
 */
export async function readMount(
  session: VaultSession,
  { namespace, mount }: { readonly namespace: string; readonly mount: string },
): Promise<VaultMount> {
  const answer = await session.read(
    `sys/internal/ui/mounts/${encodePath(mount)}`,
    namespace,
  );
  const data = answer.at('data');
  if (data.string('path') !== `${mount}/`) {
    throw new ApiProblem(
      'absent',
      `Nothing is mounted at ${mount}/ in Vault. Correct the mount where it is named.`,
    );
  }
  const type = data.string('type');
  if (type === 'kv' || type === 'generic') {
    const version = data.string('options', 'version') === '2' ? 2 : 1;
    return { type: 'kv', version };
  }
  if (type === 'database') {
    return { type };
  }
  throw new ApiProblem(
    'forbidden',
    `At ${mount}/ is a secrets engine of another kind than kv and database, of which the portal reads nothing.`,
  );
}

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

import { VaultMount } from './readMount';
import { VaultSession } from './VaultSession';
import { WantedEntry } from './WantedEntry';

/** Enough to find a policy that is too wide; one request takes them all. */
const MOST_PATHS = 200;

/**
 * Which values the portal's token could read, if somebody asked with it. There
 * should be none: this portal does not ask, but its token can be stolen.
 *
 * @param options - `mounts`: whose values are looked at beside those of the
 *   entries, in the namespace of the login
 * @returns paths in Vault
 * @throws ApiProblem
 */
export async function findReadable(
  session: VaultSession,
  options: {
    readonly mounts: readonly string[];
    readonly entries: readonly WantedEntry[];
    readonly mountOf: (entry: WantedEntry) => VaultMount | undefined;
  },
): Promise<readonly string[]> {
  const { mounts, entries, mountOf } = options;
  const paths = new Map([
    [session.namespace, new Set(mounts.flatMap(valuesIn))],
  ]);
  for (const entry of entries) {
    const known = paths.get(entry.namespace) ?? new Set<string>();
    valuesBeside(entry, mountOf(entry)).forEach(path => known.add(path));
    paths.set(entry.namespace, known);
  }
  const found: string[] = [];
  for (const [namespace, all] of paths) {
    const asked = [...all].slice(0, MOST_PATHS);
    const answer = await session.lookUp('sys/capabilities-self', namespace, {
      paths: asked,
    });
    found.push(
      ...asked.filter(path =>
        answer
          .strings('data', path)
          .some(capability => capability === 'read' || capability === 'root'),
      ),
    );
  }
  return found;
}

/** Whatever kind of engine it is. */
function valuesIn(mount: string): readonly string[] {
  return ['data', 'creds', 'static-creds', 'config'].map(
    values => `${mount}/${values}/*`,
  );
}

/** Where the value of an entry is, and those of its neighbors. */
function valuesBeside(
  { mount, path, type }: WantedEntry,
  found: VaultMount | undefined,
): readonly string[] {
  if (type === 'kv') {
    return found?.type === 'kv' && found.version === 1
      ? [`${mount}/${path}`, `${mount}/*`]
      : [`${mount}/data/${path}`, `${mount}/data/*`];
  }
  const role = path.slice(path.indexOf('/') + 1);
  return [
    type === 'dynamic-role'
      ? `${mount}/creds/${role}`
      : `${mount}/static-creds/${role}`,
    `${mount}/creds/*`,
    `${mount}/static-creds/*`,
    `${mount}/config/*`,
  ];
}

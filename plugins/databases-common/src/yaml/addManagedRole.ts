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

import { isMap, isSeq, YAMLMap } from 'yaml';
import { addToList } from './addToList';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { findDocument } from './findDocument';
import { Refusal } from './Refusal';
import { setEntry } from './setEntry';
import { YamlFile } from './YamlFile';

/**
 * Adds a role with a password to a CNPG cluster:
 *
 * ```
 * kind: Cluster
 * spec:
 *   managed:
 *     roles:
 *       - name: shop
 *         ensure: present
 *         login: true
 *         connectionLimit: -1
 *         inherit: true
 *         passwordSecret:
 *           name: shop-role-secret
 * ```
 *
 * Nothing changes when the role is there with that Secret; one with another is
 * somebody else's, and the edit is refused. The defaults of the CRD are written
 * out, so that Argo CD shows no difference that nobody made.
 *
 * @public
 */
export function addManagedRole(
  text: string,
  {
    cluster,
    role,
    secret,
  }: {
    readonly cluster: string;
    readonly role: string;
    readonly secret: string;
  },
): EditResult {
  const entry = {
    name: role,
    ensure: 'present',
    login: true,
    connectionLimit: -1,
    inherit: true,
    passwordSecret: { name: secret },
  };
  return editFile(text, file => {
    const document = findDocument(
      file,
      `Cluster ${cluster}`,
      ({ kind, metadata }) => kind === 'Cluster' && metadata?.name === cluster,
    );
    const spec = mapIn(file, document, 'spec');
    if (!spec) {
      throw new Refusal(
        `${file.at(document)}: the Cluster ${cluster} has no \`spec\``,
        'Add the role to `spec.managed.roles`.',
      );
    }
    const managed = mapIn(file, spec, 'managed');
    if (!managed) {
      return setEntry(file, spec, 'managed', { roles: [entry] });
    }
    return hasRole(file, managed, role, secret)
      ? []
      : addToList(file, managed, 'roles', entry);
  });
}

/** @throws Refusal when there is something else than a map. */
function mapIn(file: YamlFile, map: YAMLMap, key: string): YAMLMap | undefined {
  const value = file.pair(map, key)?.value;
  file.refuseShared(value, key, `Add the role to \`${key}\` by hand.`);
  if (isMap(value)) {
    return value.items.length ? (value as YAMLMap) : undefined;
  }
  if (value && (value as { value?: unknown }).value !== null) {
    throw new Refusal(
      `${file.at(value)}: \`${key}\` is no map`,
      'Add the role by hand.',
    );
  }
  return undefined;
}

function hasRole(
  file: YamlFile,
  managed: YAMLMap,
  role: string,
  secret: string,
): boolean {
  const list = file.pair(managed, 'roles')?.value;
  const roles = (isSeq(list) ? list.toJSON() : []) as readonly (
    | { readonly name?: unknown; readonly passwordSecret?: { name?: unknown } }
    | null
    | undefined
  )[];
  const index = roles.findIndex(known => known?.name === role);
  if (index >= 0 && roles[index]?.passwordSecret?.name !== secret) {
    throw new Refusal(
      `${file.at(isSeq(list) && list.items[index])}: the role ${role} is there with another password`,
      'Choose another owner in the names of the request.',
    );
  }
  return index >= 0;
}

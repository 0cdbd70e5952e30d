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

import { SharedCluster } from '../../model';
import { addManagedRole } from '../../yaml';
import { SharedProvision } from '../Engine';
import { databaseManifests } from './databaseManifests';
import { readSharedCluster } from './readSharedCluster';

/**
 * A logical database in a CNPG cluster that stands: a `Database` object, and a
 * managed role whose password comes from a Secret.
 *
 * ```
 * kind: Cluster                          kind: Database
 * spec:                                  spec:
 *   managed:                               cluster: { name: shared-cnpg }
 *     roles:                               name: shop
 *       - name: shop                       owner: shop
 *         passwordSecret:
 *           name: shop-role-secret
 * ```
 */
export const sharedCnpg: SharedProvision = {
  read: readSharedCluster,
  manifests(database) {
    const { names, databases } = database;
    return databaseManifests(database, [
      { name: names.database, owner: names.owner },
      ...databases,
    ]);
  },
  addRole: (text, { names }) =>
    addManagedRole(text, {
      cluster: names.cluster,
      role: names.owner,
      secret: names.bootstrapSecret,
    }),
  databaseIn,
};

function databaseIn(
  object: unknown,
  { name, namespace }: SharedCluster,
): string | undefined {
  const { kind, metadata, spec } = (object ?? {}) as {
    readonly kind?: unknown;
    readonly metadata?: { readonly namespace?: unknown };
    readonly spec?: {
      readonly name?: unknown;
      readonly cluster?: { readonly name?: unknown };
    };
  };
  const isThere =
    kind === 'Database' &&
    spec?.cluster?.name === name &&
    (metadata?.namespace ?? namespace) === namespace;
  return isThere && typeof spec.name === 'string' ? spec.name : undefined;
}

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
  DatabaseIdentity,
  InventoryItem,
} from '@basewell/plugin-databases-common';

/** A database `cnpg.databases.<name>@north`, or as `own` says. */
export function item(
  name: string,
  own: Partial<DatabaseIdentity> = {},
  more: Partial<InventoryItem> = {},
): InventoryItem {
  const { engine = 'cnpg', namespace = 'databases' } = own;
  const { kubernetesCluster = 'north' } = own;
  return {
    database: {
      id: `${engine}.${namespace}.${name}@${kubernetesCluster}`,
      engine,
      kubernetesCluster,
      namespace,
      name,
      services: [],
      ...own,
    },
    engineTitle: 'PostgreSQL (CloudNativePG)',
    owners: [],
    resources: [],
    services: [],
    exists: true,
    ...more,
  };
}

/** A logical database in `cnpg.databases.<name>@north`. */
export function logicalItem(
  name: string,
  database: string,
  more: Partial<InventoryItem> = {},
): InventoryItem {
  return item(
    name,
    {
      id: `cnpg.databases.${name}:${encodeURIComponent(database)}@north`,
      database,
      instance: `cnpg.databases.${name}@north`,
    },
    more,
  );
}

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

import { InventoryItem } from '@basewell/plugin-databases-common';

const ENVIRONMENTS = ['dev', 'stage', 'prod'];

/** Databases of services in three environments, each with an owner and a system. */
export function inventoryOf(databases: number): InventoryItem[] {
  return Array.from({ length: databases }, (_, index) => {
    const app = `app-${Math.floor(index / ENVIRONMENTS.length)}`;
    const environment = ENVIRONMENTS[index % ENVIRONMENTS.length];
    const name = `${app}-${environment}-cnpg`;
    const service = `component:default/${app}`;
    return {
      database: {
        id: `cnpg.databases.${name}@k0`,
        engine: 'cnpg',
        kubernetesCluster: 'k0',
        namespace: 'databases',
        ...{ name, app, environment },
        version: '17',
        services: [service],
      },
      engineTitle: 'PostgreSQL (CloudNativePG)',
      owners: [{ ref: `group:default/team-${index % 200}`, entity: service }],
      resources: [],
      services: [{ ref: service, system: `system:default/sys-${index % 50}` }],
      exists: true,
    };
  });
}

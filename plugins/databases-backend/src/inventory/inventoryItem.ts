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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  DatabaseIdentity,
  DatabaseOwner,
  InventoryDeclaration,
  InventoryItem,
} from '@basewell/plugin-databases-common';
import { Engine } from '@basewell/plugin-databases-common/domain';
import { isComponent, servicesOf } from './servicesOf';

/** A database, before anybody is asked what entities say about it. */
export interface InventoryEntry {
  readonly identity: DatabaseIdentity;
  readonly owners: readonly DatabaseOwner[];
  /** See `InventoryItem`. */
  readonly exists: boolean;
  readonly declared?: InventoryDeclaration;
}

/**
 * A database as a catalog keeps it.
 *
 * @param entities - those whose word about it counts
 */
export function inventoryItem(
  { identity, owners, exists, declared }: InventoryEntry,
  engine: Engine | undefined,
  entities: readonly Entity[],
): InventoryItem {
  return {
    database: identity,
    engineTitle: engine?.title ?? identity.engine,
    owners,
    resources: entities
      .filter(entity => !isComponent(entity) && isDatabase(entity))
      .map(entity => stringifyEntityRef(entity)),
    services: servicesOf(identity, entities),
    exists,
    ...(declared && { declared }),
  };
}

function isDatabase({ kind, spec }: Entity): boolean {
  return kind.toLowerCase() === 'resource' && spec?.type === 'database';
}

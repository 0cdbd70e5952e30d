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
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  InventoryItem,
  InventoryService,
} from '@basewell/plugin-databases-common';
import { Engine } from '@basewell/plugin-databases-common/domain';
import { DatabaseRow } from '../store/DatabaseRow';

/**
 * A database as a catalog keeps it.
 *
 * @param entities - those whose word about it counts
 */
export function inventoryItem(
  { identity, owners }: DatabaseRow,
  engine: Engine | undefined,
  entities: readonly Entity[],
): InventoryItem {
  const services = new Map<string, InventoryService>();
  for (const name of identity.services) {
    const ref = fullReference(name);
    if (ref !== undefined) {
      services.set(ref, { ref });
    }
  }
  for (const entity of entities.filter(isComponent)) {
    const system = systemOf(entity);
    const ref = stringifyEntityRef(entity);
    services.set(ref, { ref, ...(system && { system }) });
  }
  return {
    database: identity,
    engineTitle: engine?.title ?? identity.engine,
    owners,
    resources: entities
      .filter(entity => !isComponent(entity) && isDatabase(entity))
      .map(entity => stringifyEntityRef(entity)),
    services: [...services.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
}

function isComponent({ kind }: Entity): boolean {
  return kind.toLowerCase() === 'component';
}

function isDatabase({ kind, spec }: Entity): boolean {
  return kind.toLowerCase() === 'resource' && spec?.type === 'database';
}

function systemOf({ metadata, spec }: Entity): string | undefined {
  return typeof spec?.system === 'string'
    ? fullReference(spec.system, 'system', metadata.namespace)
    : undefined;
}

function fullReference(
  text: string,
  defaultKind?: string,
  defaultNamespace?: string,
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind, defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}

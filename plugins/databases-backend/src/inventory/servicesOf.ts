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
  DatabaseIdentity,
  InventoryService,
} from '@basewell/plugin-databases-common';

const nobody: readonly InventoryService[] = [];

/**
 * The services that use a database: those that it names, and those whose claim on
 * it counts.
 *
 * @param entities - those whose word about it counts
 */
export function servicesOf(
  { services: named }: DatabaseIdentity,
  entities: readonly Entity[],
): readonly InventoryService[] {
  if (!named.length && !entities.length) {
    return nobody;
  }
  const services = new Map<string, InventoryService>();
  for (const name of named) {
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
  return [...services.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

export function isComponent({ kind }: Entity): boolean {
  return kind.toLowerCase() === 'component';
}

function systemOf({ metadata, spec }: Entity): string | undefined {
  return typeof spec?.system === 'string'
    ? fullReference(spec.system, 'system', metadata.namespace)
    : undefined;
}

/** @returns `undefined` when it is none */
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

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

import { Entity } from '@backstage/catalog-model';
import {
  DatabaseIdentity,
  DatabaseOwner,
  InventoryItem,
  InventoryService,
} from '@basewell/plugin-databases-common';
import {
  Engine,
  inheritIdentity,
} from '@basewell/plugin-databases-common/domain';
import { Declarations } from '../declarations/Declarations';
import { Turns } from '../kubernetes/Turns';
import { SnapshotStore } from '../store/SnapshotStore';
import { InventoryEntry, inventoryItem } from './inventoryItem';
import { servicesOf } from './servicesOf';

/**
 * What catalogs keep: the databases that Kubernetes clusters have, and those that
 * git declares and no Kubernetes cluster has yet.
 */
export class Inventory {
  readonly #store: SnapshotStore;
  readonly #declarations: Declarations;
  readonly #engines: readonly Engine[];
  readonly #ownersOf: (database: DatabaseIdentity) => readonly DatabaseOwner[];
  readonly #entitiesOf: (database: DatabaseIdentity) => readonly Entity[];
  /** Pages of the fleet ask for those of ten thousand. */
  readonly #services = new WeakMap<
    DatabaseIdentity,
    {
      readonly entities: readonly Entity[];
      readonly services: readonly InventoryService[];
    }
  >();

  constructor(options: {
    readonly store: SnapshotStore;
    readonly declarations: Declarations;
    readonly engines: readonly Engine[];
    readonly ownersOf: (database: DatabaseIdentity) => readonly DatabaseOwner[];
    /** Those whose word about it counts. */
    readonly entitiesOf: (database: DatabaseIdentity) => readonly Entity[];
  }) {
    this.#store = options.store;
    this.#declarations = options.declarations;
    this.#engines = options.engines;
    this.#ownersOf = options.ownersOf;
    this.#entitiesOf = options.entitiesOf;
  }

  /** @param ids - left out: all */
  entries(ids?: readonly string[]): readonly InventoryEntry[] {
    const all = this.#declarations.all();
    const rows = ids
      ? ids.flatMap(id => this.#store.row(id) ?? [])
      : this.#store.rows();
    return [
      ...rows.map(({ identity, owners }) => ({
        identity,
        owners,
        exists: true,
        declared: all.get(identity.id)?.source,
      })),
      ...(ids ?? [...all.keys()]).flatMap(id => this.#awaited(id) ?? []),
    ];
  }

  /** The services that use a database, as far as the catalog was read. */
  servicesOf(identity: DatabaseIdentity): readonly InventoryService[] {
    const entities = this.#entitiesOf(identity);
    const before = this.#services.get(identity);
    if (before?.entities === entities) {
      return before.services;
    }
    const services = servicesOf(identity, entities);
    this.#services.set(identity, { entities, services });
    return services;
  }

  async items(
    entries: readonly InventoryEntry[],
  ): Promise<readonly InventoryItem[]> {
    const turns = new Turns();
    const items: InventoryItem[] = [];
    for (const entry of entries) {
      const { identity } = entry;
      const engine = this.#engines.find(({ id }) => id === identity.engine);
      items.push(inventoryItem(entry, engine, this.#entitiesOf(identity)));
      await turns.pause();
    }
    return items;
  }

  /** Whether no Kubernetes cluster has it, provably, and git does not declare it as far as it was read. */
  isGone(id: string): boolean {
    return this.#store.isGone(id) && !this.#declarations.all().has(id);
  }

  /** Declared, and provably nowhere yet: what is not seen may run. */
  #awaited(id: string): InventoryEntry | undefined {
    const all = this.#declarations.all();
    const found = all.get(id);
    if (!found || !this.#store.isGone(id)) {
      return undefined;
    }
    const { instance = '' } = found.identity;
    const identity = inheritIdentity(
      found.identity,
      this.#store.row(instance)?.identity ?? all.get(instance)?.identity,
    );
    return (
      identity && {
        identity,
        owners: this.#ownersOf(identity),
        exists: false,
        declared: found.source,
      }
    );
  }
}

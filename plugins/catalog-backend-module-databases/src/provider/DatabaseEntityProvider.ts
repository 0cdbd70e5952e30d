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
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogService,
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  DATABASE_ID_ANNOTATION,
  DatabasesClient,
  InventoryItem,
  InventoryResponse,
} from '@basewell/plugin-databases-common';
import { EntitySettings } from '../entities/EntitySettings';
import { toEntities } from '../entities/toEntities';
import { digestOf } from './digestOf';
import { readIngested } from './readIngested';

/** As many as `GET /inventory` takes. */
const MOST_IDS = 100;

interface Emitted {
  readonly entityRef: string;
  /** Left out when another process emitted it. */
  readonly digest?: string;
}

type Inventory = Pick<DatabasesClient, 'getInventory'>;

/**
 * Databases that run, as entities. All of them replace what was there only while
 * everything is seen; otherwise nothing is taken away but what is proven to be
 * gone. In between only those are sent that changed.
 */
export class DatabaseEntityProvider implements EntityProvider {
  readonly #client: Inventory;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #runner: SchedulerServiceTaskRunner;
  readonly #settings: EntitySettings;
  /** By id of the database; left out until what earlier processes emitted is known. */
  #emitted: Map<string, Emitted> | undefined;
  #connection: EntityProviderConnection | undefined;
  /** One after the other: a slow full list must not overtake a change. */
  #work: Promise<void> = Promise.resolve();

  constructor(options: {
    readonly client: Inventory;
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly logger: LoggerService;
    readonly runner: SchedulerServiceTaskRunner;
    readonly settings: EntitySettings;
  }) {
    this.#client = options.client;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#runner = options.runner;
    this.#settings = options.settings;
  }

  getProviderName(): string {
    return 'databases';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#runner.run({
      id: `${this.getProviderName()}:refresh`,
      fn: () => this.refresh(),
    });
  }

  /** Compares everything. */
  refresh(): Promise<void> {
    return this.#enqueue(async connection => {
      const inventory = await this.#ask();
      const { databases, unseen } = inventory;
      if (!unseen.length) {
        const entities = toEntities(databases, this.#settings);
        await connection.applyMutation({
          type: 'full',
          entities: entities.map(toDeferred),
        });
        this.#emitted = new Map(entities.map(toEmitted));
        return;
      }
      this.#logger.info(
        `No database is taken out of the catalog for not being seen, while these Kubernetes clusters are not seen completely: ${unseen.join(', ')}`,
      );
      const seen = new Set(databases.map(({ database }) => database.id));
      const emitted = await this.#knownAnew();
      const missing = [...emitted.keys()].filter(id => !seen.has(id));
      const gone = (await this.#askFor(missing)).gone;
      await this.#send(connection, { databases, gone });
    });
  }

  /**
   * Compares a few of which something changed.
   *
   * @returns those in the catalog of which it is not known whether they are gone
   */
  async follow(ids: readonly string[]): Promise<readonly string[]> {
    let open: readonly string[] = [];
    await this.#enqueue(async connection => {
      const { databases, gone } = await this.#askFor(ids);
      const known = new Set(databases.map(({ database }) => database.id));
      const instances = databases.flatMap(
        ({ database }) => database.instance ?? [],
      );
      const more = await this.#askFor(instances.filter(id => !known.has(id)));
      await this.#send(connection, {
        databases: [...databases, ...more.databases],
        gone,
      });
      const emitted = await this.#known();
      open = ids.filter(id => !known.has(id) && emitted.has(id));
    });
    return open;
  }

  /** What differs from what was emitted. */
  async #send(
    connection: EntityProviderConnection,
    { databases, gone }: Pick<InventoryResponse, 'databases' | 'gone'>,
  ): Promise<void> {
    const emitted = await this.#known();
    const entities = toEntities(databases, this.#settings);
    const added = entities.filter(
      entity => emitted.get(idOf(entity))?.digest !== digestOf(entity),
    );
    const removed = [...gone, ...databases.filter(isWritten).map(idOfItem)];
    const removedRefs = removed.flatMap(id => {
      const entityRef = emitted.get(id)?.entityRef;
      return entityRef === undefined ? [] : [{ entityRef }];
    });
    if (!added.length && !removedRefs.length) {
      return;
    }
    await connection.applyMutation({
      type: 'delta',
      added: added.map(toDeferred),
      removed: removedRefs,
    });
    added.map(toEmitted).forEach(([id, entry]) => emitted.set(id, entry));
    removed.forEach(id => emitted.delete(id));
  }

  async #known(): Promise<Map<string, Emitted>> {
    return (this.#emitted ??= new Map(await this.#ingested()));
  }

  /**
   * The same, without what the entities were: the catalog may have lost them
   * since, and leaves alone what it has.
   */
  async #knownAnew(): Promise<Map<string, Emitted>> {
    const before = [...(this.#emitted ?? [])].map(
      ([id, { entityRef }]) => [id, { entityRef }] as const,
    );
    this.#emitted = new Map([...before, ...(await this.#ingested())]);
    return this.#emitted;
  }

  async #ingested(): Promise<readonly (readonly [string, Emitted])[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const ingested = await readIngested(this.#catalog, credentials);
    return [...ingested].map(([id, entityRef]) => [id, { entityRef }]);
  }

  async #askFor(
    ids: readonly string[],
  ): Promise<Pick<InventoryResponse, 'databases' | 'gone'>> {
    const databases: InventoryItem[] = [];
    const gone: string[] = [];
    const all = [...new Set(ids)];
    for (let from = 0; from < all.length; from += MOST_IDS) {
      const answer = await this.#ask(all.slice(from, from + MOST_IDS));
      databases.push(...answer.databases);
      gone.push(...answer.gone);
    }
    return { databases, gone };
  }

  async #ask(ids?: readonly string[]): Promise<InventoryResponse> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'databases',
    });
    return this.#client.getInventory(ids, { token });
  }

  #enqueue(
    work: (connection: EntityProviderConnection) => Promise<void>,
  ): Promise<void> {
    const done = this.#work.then(async () => {
      if (this.#connection) {
        await work(this.#connection);
      }
    });
    this.#work = done.catch(() => {});
    return done;
  }
}

function isWritten({ resources }: InventoryItem): boolean {
  return resources.length > 0;
}

function idOfItem({ database }: InventoryItem): string {
  return database.id;
}

function idOf({ metadata }: Entity): string {
  return metadata.annotations?.[DATABASE_ID_ANNOTATION] ?? '';
}

function toEmitted(entity: Entity): [string, Emitted] {
  return [
    idOf(entity),
    { entityRef: stringifyEntityRef(entity), digest: digestOf(entity) },
  ];
}

function toDeferred(entity: Entity): DeferredEntity {
  return { entity, locationKey: 'basewell:databases' };
}

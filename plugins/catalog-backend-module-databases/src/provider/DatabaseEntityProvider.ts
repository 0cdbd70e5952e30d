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
import { Entity, ResourceEntity } from '@backstage/catalog-model';
import {
  CatalogService,
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  DatabasesClient,
  InventoryItem,
  InventoryResponse,
  placeOf,
} from '@basewell/plugin-databases-common';
import { EntitySettings } from '../entities/EntitySettings';
import { eachEntity } from '../entities/toEntities';
import { CodeOwners } from '../owners/CodeOwners';
import { countIngested } from './countIngested';
import { digestOf } from './digestOf';
import { Emitted, idOf, toEmitted } from './Emitted';
import { inSlices } from './inSlices';
import { IngestedEntity, readIngested } from './readIngested';

/** As many as `GET /inventory` takes. */
const MOST_IDS = 100;

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
  readonly #codeOwners: CodeOwners;
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
    this.#codeOwners = new CodeOwners(options);
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
      this.#codeOwners.forget();
      const { databases, unseen } = await this.#ask();
      if (!unseen.length) {
        const entities = await this.#toEntities(databases);
        const emitted = new Map(await inSlices(entities, toEmitted));
        if (!(await this.#has(emitted))) {
          await connection.applyMutation({
            type: 'full',
            entities: entities.map(toDeferred),
          });
          this.#emitted = emitted;
        }
        return;
      }
      this.#logger.info(
        `No database is taken out of the catalog for not being seen, while these are not seen completely: ${unseen.join(', ')}`,
      );
      const seen = new Set(databases.map(({ database }) => database.id));
      const emitted = await this.#knownAnew();
      const missing = [...emitted.keys()].filter(id => !seen.has(id));
      const { gone } = await this.#askFor(missing);
      await this.#send(connection, { databases, gone, unseen });
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
      const { databases, gone, unseen } = await this.#askFor(ids);
      const known = new Set(databases.map(({ database }) => database.id));
      const instances = databases.flatMap(
        ({ database }) => database.instance ?? [],
      );
      const more = await this.#askFor(instances.filter(id => !known.has(id)));
      await this.#send(connection, {
        databases: [...databases, ...more.databases],
        gone,
        unseen,
      });
      const emitted = await this.#known();
      open = ids.filter(id => !known.has(id) && emitted.has(id));
    });
    return open;
  }

  /** What differs from what was emitted. */
  async #send(
    connection: EntityProviderConnection,
    { databases, gone, unseen }: InventoryResponse,
  ): Promise<void> {
    const emitted = await this.#known();
    // What a repository says is not known as long as it was not read.
    const isUnread = unseen.some(place => placeOf(place).origin === 'git');
    const mayRest = (id: string) => isUnread && emitted.get(id)?.isDeclared;
    const entities = await this.#toEntities(
      databases.filter(
        ({ database, declared }) => declared || !mayRest(database.id),
      ),
    );
    const added = entities.filter(
      entity => emitted.get(idOf(entity))?.digest !== digestOf(entity),
    );
    const removed = [
      ...gone.filter(id => !mayRest(id)),
      ...databases.filter(isWritten).map(idOfItem),
    ];
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
      ([id, { digest, ...ingested }]) => [id, ingested] as const,
    );
    this.#emitted = new Map([...before, ...(await this.#ingested())]);
    return this.#emitted;
  }

  async #ingested(): Promise<ReadonlyMap<string, IngestedEntity>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    return readIngested(this.#catalog, credentials);
  }

  async #toEntities(
    items: readonly InventoryItem[],
  ): Promise<readonly ResourceEntity[]> {
    const codeOwnerOf = await this.#codeOwners.of(items);
    return inSlices(
      eachEntity(items, this.#settings, codeOwnerOf),
      entity => entity,
    );
  }

  /**
   * Whether just these were emitted and the catalog has as many: it would compare
   * ten thousand in one go, and nobody else gets a turn meanwhile.
   */
  async #has(entities: ReadonlyMap<string, Emitted>): Promise<boolean> {
    const before = this.#emitted;
    if (
      before?.size !== entities.size ||
      [...entities].some(
        ([id, { digest }]) => before.get(id)?.digest !== digest,
      )
    ) {
      return false;
    }
    const credentials = await this.#auth.getOwnServiceCredentials();
    const ingested = await countIngested(this.#catalog, credentials);
    return ingested === entities.size;
  }

  async #askFor(ids: readonly string[]): Promise<InventoryResponse> {
    const databases: InventoryItem[] = [];
    const gone: string[] = [];
    const unseen = new Set<string>();
    const all = [...new Set(ids)];
    for (let from = 0; from < all.length; from += MOST_IDS) {
      const answer = await this.#ask(all.slice(from, from + MOST_IDS));
      databases.push(...answer.databases);
      gone.push(...answer.gone);
      answer.unseen.forEach(place => unseen.add(place));
    }
    return { databases, gone, unseen: [...unseen] };
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

function toDeferred(entity: Entity): DeferredEntity {
  return { entity, locationKey: 'basewell:databases' };
}

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

import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { InventoryItem } from '@basewell/plugin-databases-common';
import { DatabaseEntityProvider } from './inside';

const idleScheduler: SchedulerService = {
  cancelTask: async () => {},
  createScheduledTaskRunner: () => ({ run: async () => {} }),
  getScheduledTasks: async () => [],
  scheduleTask: async () => {},
  triggerTask: async () => {},
};

/** What a catalog was asked to do. */
export interface SqlStatements {
  all: number;
  /** Those that insert, update or delete. */
  writes: number;
}

/**
 * The real catalog on SQLite or PostgreSQL, without its processing, which costs the same
 * whoever provides the entities: our provider in it, and one that knows nothing
 * but full mutations.
 */
export class CatalogScene {
  /** What the backend of databases answers. */
  inventory: readonly InventoryItem[] = [];
  /** Requests to that backend. */
  requests = 0;
  readonly statements: SqlStatements = { all: 0, writes: 0 };
  readonly #backend = createBackend();
  #provider: DatabaseEntityProvider | undefined;
  #sql: { destroy(): Promise<void> } | undefined;
  #plain: EntityProviderConnection | undefined;

  /** @param postgres - address of a server that may make databases; SQLite when left out */
  static async start(postgres?: string): Promise<CatalogScene> {
    const scene = new CatalogScene();
    await scene.#start(
      postgres
        ? {
            client: 'pg',
            connection: postgres,
            prefix: `bench_${process.pid}_`,
          }
        : { client: 'better-sqlite3', connection: ':memory:' },
    );
    return scene;
  }

  /** Ours. */
  get provider(): DatabaseEntityProvider {
    return this.#provider!;
  }

  /** Of the provider that knows nothing but full mutations. */
  get plain(): EntityProviderConnection {
    return this.#plain!;
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    await this.#sql?.destroy();
  }

  async #start(database: JsonObject): Promise<void> {
    const config = new ConfigReader({
      app: { baseUrl: 'http://127.0.0.1' },
      backend: {
        baseUrl: 'http://127.0.0.1',
        listen: { host: '127.0.0.1', port: 0 },
        database,
        auth: { dangerouslyDisableDefaultAuthPolicy: true },
      },
      catalog: { processingInterval: false },
    });
    this.#backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => config,
      }),
    );
    // Nothing runs beside what is measured, and nothing is left when it ends.
    this.#backend.add(
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => idleScheduler,
      }),
    );
    this.#backend.add(catalogPlugin);
    this.#backend.add(this.#module());
    await this.#backend.start();
  }

  #module() {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'bench',
      register: env =>
        env.registerInit({
          deps: {
            auth: coreServices.auth,
            catalog: catalogServiceRef,
            database: coreServices.database,
            logger: coreServices.logger,
            processing: catalogProcessingExtensionPoint,
          },
          init: async ({ catalog, database, processing, ...services }) => {
            const knex = await database.getClient();
            this.#sql = knex;
            knex.on('query', ({ sql }: { readonly sql: string }) => {
              this.statements.all += 1;
              if (/^\s*(?:insert|update|delete)/i.test(sql)) {
                this.statements.writes += 1;
              }
            });
            this.#provider = new DatabaseEntityProvider({
              ...services,
              // What is not processed is not found: as if it were.
              catalog: Object.assign(Object.create(catalog), {
                queryEntities: async () => ({
                  items: [],
                  pageInfo: {},
                  totalItems: this.inventory.length,
                }),
              }),
              client: {
                getInventory: async ids => {
                  this.requests += 1;
                  return {
                    databases: this.inventory.filter(
                      item => !ids || ids.includes(item.database.id),
                    ),
                    gone: [],
                    unseen: [],
                  };
                },
              },
              runner: { run: async () => {} },
              settings: {
                namespace: 'default',
                defaultOwner: 'unknown',
                baseUrl: 'http://127.0.0.1',
              },
            });
            processing.addEntityProvider(this.#provider, {
              getProviderName: () => 'plain',
              connect: async connection => {
                this.#plain = connection;
              },
            });
          },
        }),
    });
  }
}

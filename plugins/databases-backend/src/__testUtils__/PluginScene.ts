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
  AuditorServiceEvent,
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import request from 'supertest';
import databasesPlugin from '..';
import { Observatory } from '../observatory/Observatory';
import { observatoryServiceRef } from '../observatory/observatoryServiceRef';

/** What the auditor was told: the event, and how it ended. */
export interface AuditEntry {
  readonly eventId: string;
  readonly meta: unknown;
  readonly ended: 'succeeded' | 'failed' | undefined;
  readonly error: string | undefined;
}

/** Two people: the catalog shows its services to the first one only. */
export const ada = 'user:default/ada';
export const grace = 'user:default/grace';

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'website', lifecycle: 'production', owner: 'team-shop' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
};

/** A service whose annotation would lead elsewhere on a forge. */
const astray = {
  ...shop,
  metadata: {
    name: 'astray',
    namespace: 'default',
    annotations: { 'basewell.dev/app': '../../shop' },
  },
};

/** A service that names its database. */
const till = {
  ...shop,
  metadata: {
    name: 'till',
    namespace: 'default',
    annotations: { 'basewell.dev/databases': 'databases/shop-theirs' },
  },
};

/** A request that is right. */
export const shopRequest = {
  apiVersion: 'basewell.dev/v1alpha1',
  kind: 'DatabaseRequest',
  metadata: { name: 'shop' },
  spec: {
    service: 'component:default/shop',
    target: 'storefront',
    environments: [{ name: 'dev' }],
  },
};

/** The plugin in a backend, with everything real but catalog, permissions and auditor. */
export class PluginScene {
  readonly audit: AuditEntry[] = [];
  #backend!: TestBackend;
  #observatory!: Observatory;
  #readCatalog!: () => Promise<void>;

  static async start(options: {
    readonly config: JsonObject;
    /** Names of permissions that nobody has. */
    readonly denied?: readonly string[];
    /** What the policy says about databases to a person; all are allowed when left out. */
    readonly decide?: (user: string) => PolicyDecision;
    /** What the catalog tells the plugin itself; see `readCatalog`. */
    readonly entities?: readonly Entity[];
    /** Other plugins of the backend. */
    readonly features?: readonly BackendFeature[];
    /** Kept over restarts. */
    readonly knex?: Knex;
  }): Promise<PluginScene> {
    const { config, denied = [], decide, features = [], knex } = options;
    const { entities = [] } = options;
    const scene = new PluginScene();
    scene.#backend = await startTestBackend({
      features: [
        databasesPlugin,
        ...features,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            ...config,
            databases: {
              kubernetes: { source: 'none' },
              ...(config.databases as JsonObject),
            },
          },
        }),
        ...(knex ? [mockServices.database.factory({ knex })] : []),
        createBackendModule({
          pluginId: 'databases',
          moduleId: 'scene',
          register: env =>
            env.registerInit({
              deps: {
                auth: coreServices.auth,
                catalog: catalogServiceRef,
                observatory: observatoryServiceRef,
              },
              async init({ observatory, ...services }) {
                scene.#observatory = observatory;
                scene.#readCatalog = () => observatory.readCatalog(services);
              },
            }),
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result: denied.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async (requests, { credentials }: any) =>
            requests.map(
              () =>
                decide?.(credentials.principal.userEntityRef) ?? {
                  result: AuthorizeResult.ALLOW,
                },
            ),
        }).factory,
        mockServices.auditor.mock({
          createEvent: async event => scene.#record(event),
        }).factory,
        mockServices.rootSystemMetadata.factory(),
        catalogServiceMock.mock({
          getEntityByRef: async (ref, { credentials }: any) =>
            credentials.principal.userEntityRef === ada
              ? [shop, astray, till].find(
                  entity => stringifyEntityRef(entity) === ref,
                )
              : undefined,
          async *streamEntities() {
            yield [...entities];
          },
          getEntitiesByRefs: async ({ entityRefs }, { credentials }: any) => ({
            items: entityRefs.map(ref =>
              credentials.principal.userEntityRef === ada
                ? [shop, till].find(
                    entity => stringifyEntityRef(entity) === ref,
                  )
                : undefined,
            ),
          }),
        }).factory,
      ],
    });
    return scene;
  }

  stop(): Promise<void> {
    return this.#backend.stop();
  }

  /** `http://host:port/api/databases` */
  get url(): string {
    return `http://127.0.0.1:${this.#backend.server.port()}/api/databases`;
  }

  /** Where the reader would deliver what it sees. */
  get observatory(): Observatory {
    return this.#observatory;
  }

  /** As it is done every few minutes. */
  async readCatalog(): Promise<void> {
    await this.#readCatalog();
    await this.#observatory.settle();
  }

  get(path: string, user = ada) {
    return request(this.url).get(path).set('authorization', header(user));
  }

  preview(body: object | string, user = ada) {
    return this.post('/plans', body, user);
  }

  post(path: string, body: object | string, user = ada) {
    return request(this.url)
      .post(path)
      .set('authorization', header(user))
      .set('content-type', 'application/json')
      .send(body);
  }

  #record(event: { eventId: string; meta?: unknown }): AuditorServiceEvent {
    const index = this.audit.length;
    const end = (
      ended: AuditEntry['ended'],
      learned: object | undefined,
      error?: string,
    ) => {
      const { eventId, meta } = this.audit[index];
      this.audit[index] = {
        eventId,
        meta: { ...(meta as object), ...learned },
        ended,
        error,
      };
    };
    this.audit.push({
      eventId: event.eventId,
      meta: event.meta,
      ended: undefined,
      error: undefined,
    });
    return {
      success: async ending => end('succeeded', ending?.meta),
      fail: async ({ error, meta }) => end('failed', meta, error.message),
    };
  }
}

/** The header by which the backend knows the person. */
export function header(user: string): string {
  return mockCredentials.user.header(user);
}

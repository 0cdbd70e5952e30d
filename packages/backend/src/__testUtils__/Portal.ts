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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import databasesPlugin from '@basewell/plugin-databases-backend';
import databasesModule from '@basewell/plugin-scaffolder-backend-module-databases';
import { parseAllDocuments } from 'yaml';

const root = join(__dirname, '../../../..');

/** What a portal is told. */
export interface PortalOptions {
  /** Its database and the scaffolder's workspaces go here. */
  readonly folder: string;
  /** `databases` and `integrations` of its configuration. */
  readonly config: object;
  /** Services of the catalog besides those of the examples. */
  readonly services?: readonly string[];
  /** What the installation adds. */
  readonly features?: readonly BackendFeature[];
}

/** What came of a task. */
export interface EndedTask {
  readonly id: string;
  readonly status: string;
  readonly events: readonly any[];
  readonly output: any;
}

/**
 * The scaffolder's own backend with the plugins, over a database on disk.
 * Everything it says and answers is kept, to be searched.
 */
export class Portal {
  readonly #backend: TestBackend;
  readonly #said: string[];

  private constructor(backend: TestBackend, said: string[]) {
    this.#backend = backend;
    this.#said = said;
  }

  static async start(options: PortalOptions): Promise<Portal> {
    const said: string[] = [];
    const backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            backend: {
              workingDirectory: options.folder,
              database: {
                client: 'better-sqlite3',
                connection: { directory: join(options.folder, 'database') },
              },
            },
            ...options.config,
          },
        }),
        databaseServiceFactory,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => recorder(said),
        }),
        mockServices.rootSystemMetadata.factory(),
        catalogServiceMock.factory({
          entities: [...entities(), ...(options.services ?? []).map(service)],
        }),
        scaffolderPlugin,
        databasesPlugin,
        databasesModule,
        ...(options.features ?? []),
      ],
    });
    return new Portal(backend, said);
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }

  /** Logs, and all answers of the API. */
  get said(): string {
    return this.#said.join('\n');
  }

  /** @throws with the answer when it is no success. */
  async call(path: string, body?: object): Promise<any> {
    const response = await fetch(
      `http://localhost:${this.#backend.server.port()}/api${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      },
    );
    const text = await response.text();
    this.#said.push(text);
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${text}`);
    }
    return JSON.parse(text);
  }

  /** Both pull requests of the template's parameters, as its form asks for them. */
  preview({ name, ...spec }: { readonly name: string }): Promise<any> {
    return this.call('/databases/plans', {
      request: {
        apiVersion: 'basewell.dev/v1alpha1',
        kind: 'DatabaseRequest',
        metadata: { name },
        spec: { engine: 'cnpg', ...spec },
      },
    });
  }

  /** Runs the template to its end. */
  async runTemplate(values: object): Promise<EndedTask> {
    const { id } = await this.call('/scaffolder/v2/tasks', {
      templateRef: 'template:default/create-database',
      values,
    });
    return this.#ended(id);
  }

  /** Runs a task that failed once more, as its page offers. */
  async retry(id: string): Promise<EndedTask> {
    await this.call(`/scaffolder/v2/tasks/${id}/retry`, {});
    return this.#ended(id);
  }

  async #ended(id: string): Promise<EndedTask> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const { status } = await this.call(`/scaffolder/v2/tasks/${id}`);
      if (status !== 'open' && status !== 'processing') {
        const events: any[] = await this.call(
          `/scaffolder/v2/tasks/${id}/events`,
        );
        const output = events.at(-1)?.body.output;
        return { id, status, events, output };
      }
      if (Date.now() > deadline) {
        throw new Error(`The task ${id} is still ${status}`);
      }
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
  }
}

/** The template and the services of the examples. */
function entities(): Entity[] {
  return [
    'templates/create-database/template.yaml',
    'examples/catalog/services.yaml',
  ]
    .flatMap(path => parseAllDocuments(readFileSync(join(root, path), 'utf8')))
    .map(document => withOwner(document.toJS()));
}

function service(name: string): Entity {
  return withOwner({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-shop' },
  });
}

/** As the catalog would, after it has processed the entity. */
function withOwner(entity: Entity): Entity {
  const owner = String(entity.spec?.owner ?? 'platform').replace(/^.*\//, '');
  return {
    ...entity,
    metadata: { namespace: 'default', ...entity.metadata },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

function recorder(said: string[]): RootLoggerService {
  const record = (...parts: unknown[]) => {
    said.push(
      parts
        .map(part =>
          part instanceof Error ? part.stack : JSON.stringify(part),
        )
        .join(' '),
    );
  };
  const logger: RootLoggerService = {
    error: record,
    warn: record,
    info: record,
    debug: record,
    child: () => logger,
  };
  return logger;
}

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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createBackendModule,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import databasesPlugin from '@basewell/plugin-databases-backend';
import {
  describeWithServers,
  KubernetesApi,
  startKubernetesApi,
} from '@basewell/testkit';
import databasesModule from '.';

jest.setTimeout(60_000);

const written = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: shop }
spec: { type: website, lifecycle: production, owner: team-shop, system: store }
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: ledger
  annotations: { basewell.dev/database-id: cnpg.default.ledger-cnpg@testkit }
spec: { type: database, owner: team-ledger }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: typo
  annotations: { basewell.dev/databases: shop cnpg }
spec: { type: website, lifecycle: production, owner: team-shop }
`;

const shop = 'resource:default/cnpg.default.shop-cnpg.testkit';
const search = 'resource:default/cnpg.default.shop-cnpg.search.testkit';
const till = 'resource:default/cnpg.default.till-cnpg.testkit';
const ledger = 'resource:default/cnpg.default.ledger-cnpg.testkit';

function cluster(name: string, labels = {}, spec = {}, annotations = {}) {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name, namespace: 'default', labels, annotations },
    spec: { instances: 1, storage: { size: '1Gi' }, ...spec },
  };
}

describeWithServers('kubernetes')('the catalog with databases', () => {
  let api: KubernetesApi;
  let backend: TestBackend;
  let folder: string;
  let catalog: CatalogService;
  /** It does nothing by itself: what comes without it comes by events. */
  let scheduler: SchedulerService;

  beforeAll(async () => {
    api = await startKubernetesApi({ crds: ['cnpg'] });
    await api.client.apply(
      cluster(
        'shop-cnpg',
        { 'basewell.dev/environment': 'prod' },
        {
          bootstrap: {
            initdb: {
              database: 'shop',
              owner: 'shop',
              postInitSQL: ['CREATE DATABASE search OWNER shop'],
            },
          },
        },
        {
          'basewell.dev/owner': 'group:default/team-shop',
          'basewell.dev/service': 'component:default/shop',
        },
      ),
    );
    await api.client.apply(cluster('ledger-cnpg'));
    folder = await mkdtemp(join(tmpdir(), 'basewell-catalog-'));
    const kubeconfig = join(folder, 'kubeconfig');
    const file = join(folder, 'catalog-info.yaml');
    await writeFile(kubeconfig, api.kubeconfig);
    await writeFile(file, written);
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        databasesPlugin,
        databasesModule,
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
        // The one of tests keeps the events of each plugin to itself.
        eventsServiceFactory,
        mockServices.rootSystemMetadata.factory(),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example' },
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: {
              rules: [{ allow: ['Component', 'Resource'] }],
              locations: [{ type: 'file', target: file }],
              processingInterval: '1s',
            },
            databases: {
              kubernetes: {
                source: 'kubeconfig',
                kubeconfig: { path: kubeconfig },
              },
            },
            events: { useEventBus: 'never' },
          },
        }),
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'scene',
          register: env =>
            env.registerInit({
              deps: {
                catalog: catalogServiceRef,
                scheduler: coreServices.scheduler,
              },
              async init(services) {
                ({ catalog, scheduler } = services);
              },
            }),
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await api?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const credentials = mockCredentials.service('plugin:catalog');

  function entityOf(ref: string): Promise<Entity | undefined> {
    return catalog.getEntityByRef(ref, { credentials });
  }

  /** Asks until the answer is as it should be. */
  async function until<T>(
    ask: () => Promise<T>,
    isSo: (answer: T) => boolean,
  ): Promise<T> {
    const end = Date.now() + 30_000;
    for (;;) {
      const answer = await ask();
      if (isSo(answer)) {
        return answer;
      }
      if (Date.now() > end) {
        throw new Error(`It stays ${JSON.stringify(answer)}`);
      }
      await new Promise(later => setTimeout(later, 50));
    }
  }
  const untilThere = (ref: string) => until(() => entityOf(ref), Boolean);
  const untilGone = (ref: string) =>
    until(
      () => entityOf(ref),
      entity => !entity,
    );
  const untilUnseen = () =>
    until(
      async () => {
        const port = backend.server.port();
        const answer = await fetch(
          `http://127.0.0.1:${port}/api/databases/inventory`,
          { headers: { authorization: mockCredentials.service.header() } },
        );
        return (await answer.json()).unseen;
      },
      unseen => unseen.includes('testkit'),
    );

  /** Somebody deletes it from the catalog. */
  async function lose(ref: string) {
    const { metadata } = (await entityOf(ref))!;
    await catalog.removeEntityByUid(metadata.uid!, { credentials });
    await untilGone(ref);
  }
  const refresh = () => scheduler.triggerTask('databases:refresh');

  it('has what runs, with its owner, its services and its instance', async () => {
    expect(await untilThere(shop)).toMatchObject({
      metadata: {
        title: 'shop-cnpg (prod)',
        labels: {
          'basewell.dev/engine': 'cnpg',
          'basewell.dev/environment': 'prod',
        },
      },
      spec: {
        type: 'database',
        owner: 'group:default/team-shop',
        dependencyOf: ['component:default/shop'],
      },
    });
    const { relations } = (await untilThere(search))!;
    expect(relations).toContainEqual({ type: 'dependsOn', targetRef: shop });
  });

  it('gives way to what somebody wrote', async () => {
    await untilThere(ledger);
    await untilThere('resource:default/ledger');
    await scheduler.triggerTask('databases-read-catalog');
    await untilGone(ledger);
    expect(await entityOf('resource:default/ledger')).toMatchObject({
      spec: { owner: 'team-ledger' },
    });
    await refresh();
    expect(await entityOf(shop)).toBeDefined();
    expect(await entityOf(ledger)).toBeUndefined();
  });

  it('refuses what means nothing', async () => {
    await untilThere('component:default/shop');
    expect(await entityOf('component:default/typo')).toBeUndefined();
  });

  it('gets what comes', async () => {
    await api.client.apply(cluster('till-cnpg'));
    expect(await untilThere(till)).toMatchObject({
      spec: { owner: 'unknown' },
    });
  });

  it('loses nothing while it is not seen, and gets back what it lost itself', async () => {
    await api.kill();
    await untilUnseen();
    await lose(till);
    await refresh();
    await untilThere(till);
    expect(await entityOf(shop)).toBeDefined();
    expect(await entityOf(search)).toBeDefined();
  });

  it('loses what is gone, when that is seen', async () => {
    await api.restart();
    const { apiVersion, kind } = cluster('');
    await api.client.delete({
      apiVersion,
      kind,
      name: 'shop-cnpg',
      namespace: 'default',
    });
    await untilGone(shop);
    await untilGone(search);
    expect(await entityOf(till)).toBeDefined();
  });
});

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
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import databasesPlugin from '@basewell/plugin-databases-backend';
import {
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import {
  estatesFolder,
  readExpectedEstates,
} from '../__testUtils__/expectedEstates';
import { kubernetesAlone } from '../__testUtils__/kubernetesAlone';
import { showing, statesOf, Verdicts } from '../__testUtils__/sightings';
import { DemoKubernetes } from './DemoKubernetes';
import { readEstate } from './readEstate';

jest.setTimeout(180_000);

/** Argo CD writes it with the object; the definition has no subresource. */
const WITHOUT_SUBRESOURCE = ['Application'];
const AT_ONCE = 8;

/** All estates at once: no two of them share a namespace. */
const estates = readExpectedEstates().map(kubernetesAlone);

describeWithServers('kubernetes')('the estates in a real API server', () => {
  let api: KubernetesApi;
  let backend: TestBackend;
  let folder: string;

  beforeAll(async () => {
    api = await startKubernetesApi({ crds: true });
    const objects = (await Promise.all(estates.map(objectsOf))).flat();
    const first = ({ kind }: KubernetesObject) => kind === 'Namespace';
    await inTurns(objects.filter(first));
    await inTurns(objects.filter(object => !first(object)));
    folder = await mkdtemp(join(tmpdir(), 'basewell-estates-'));
    backend = await startBackend();
  });
  afterAll(async () => {
    await backend?.stop();
    await api?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function inTurns(objects: readonly KubernetesObject[]) {
    const waiting = [...objects];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          await write(next);
        }
      }),
    );
  }

  /**
   * As somebody would create it, and its operator write its status: a field that
   * nobody knows is an error. Then it gets its age, and the uid by which others
   * name it.
   */
  async function write(object: KubernetesObject) {
    const {
      uid,
      creationTimestamp,
      resourceVersion: _version,
      generation: _generation,
      ...metadata
    } = object.metadata as any;
    const { status, ...rest } = { ...object, metadata } as any;
    await api.client.apply(
      WITHOUT_SUBRESOURCE.includes(object.kind) ? { ...rest, status } : rest,
    );
    const { apiVersion, kind } = object;
    const reference = { apiVersion, kind, ...metadata };
    if (status && !WITHOUT_SUBRESOURCE.includes(kind)) {
      await api.client.patchStatus(reference, status);
    }
    if (metadata.namespace) {
      const stored = await api.client.get(reference);
      const { resourceVersion: _, ...given } = stored.metadata as any;
      await api.fill([
        { ...stored, metadata: { ...given, uid, creationTimestamp } },
      ]);
    }
  }

  async function startBackend(): Promise<TestBackend> {
    const path = join(folder, 'kubeconfig');
    await writeFile(path, api.kubeconfig.replaceAll('testkit', 'prod'));
    return await startTestBackend({
      features: [
        databasesPlugin,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            databases: {
              kubernetes: { source: 'kubeconfig', kubeconfig: { path } },
            },
          },
        }),
        mockServices.rootSystemMetadata.factory(),
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
  }

  async function ask(path: string): Promise<any> {
    const answer = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/databases${path}`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    return await answer.json();
  }

  async function judged(): Promise<Verdicts> {
    const { items } = await ask('/databases?limit=200');
    const details = await Promise.all(
      items.map(({ database }: any) =>
        ask(`/databases/${encodeURIComponent(database.id)}`),
      ),
    );
    return new Map(
      details.map(({ item }: any) => [item.database.id, item.lanes]),
    );
  }

  it('are judged as their files say', async () => {
    const expected = Object.assign(
      {},
      ...estates.map(({ databases }) => databases),
    );
    const deadline = Date.now() + 60_000;
    for (;;) {
      const { items = [], gaps = [] } = await ask('/databases?limit=200');
      if (!gaps.length && items.length >= Object.keys(expected).length) {
        break;
      }
      if (Date.now() > deadline) {
        throw new Error(`It stays ${JSON.stringify({ items, gaps })}`);
      }
      await sleep(200);
    }
    const verdicts = await judged();
    expect(statesOf(verdicts)).toEqual(expected);
    const wanted = estates.flatMap(({ rows }) =>
      rows.flatMap(({ id, shows = [] }) =>
        shows.map(sight => ({ row: id, ...sight })),
      ),
    );
    expect(wanted.map(sight => showing(verdicts, sight))).toEqual(wanted);
  });
});

async function objectsOf({
  name,
}: {
  readonly name: string;
}): Promise<readonly KubernetesObject[]> {
  const now = Date.now();
  const estate = await readEstate(join(estatesFolder, name, 'kubernetes'));
  const demo = new DemoKubernetes({ estate, start: now - 60_000 });
  demo.refresh(now, []);
  return [...demo.logs.values()].flatMap(log => log.all()) as any;
}

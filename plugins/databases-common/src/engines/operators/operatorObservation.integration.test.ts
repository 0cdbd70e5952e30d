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
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { KubeObject } from '../../model';
import { operatedEngines } from './__testUtils__/operatedEngines';
import { changed } from './__testUtils__/operatedObjects';
import { OperatedScene } from './__testUtils__/OperatedScene';

/** What the API server gives it, which nobody can know before. */
const given = [
  'uid',
  'resourceVersion',
  'createdAt',
  'generation',
  'observedAt',
];

function keptOf(fact: unknown): unknown {
  return JSON.parse(
    JSON.stringify(fact, (key, value) =>
      given.includes(key) ? undefined : value,
    ),
  );
}

describeWithServers('kubernetes')('the resources of operators', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await startKubernetesApi({
      crds: [
        'arangodb',
        'clickhouse',
        'crunchy',
        'percona',
        'stackgres',
        'zalando',
      ],
    });
    await api.client.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'data' },
    });
  }, 120_000);
  afterAll(() => api?.stop());

  async function store(object: KubeObject): Promise<KubeObject> {
    const { status, metadata, ...rest } = JSON.parse(JSON.stringify(object));
    const { name, namespace, labels, annotations } = metadata;
    const applied: KubernetesObject = {
      ...rest,
      metadata: { name, namespace, labels, annotations },
    };
    const reference = { ...applied, ...applied.metadata };
    await api.client.apply(applied);
    await api.client.patchStatus(reference, status);
    return (await api.client.get(reference)) as unknown as KubeObject;
  }

  it.each(operatedEngines)(
    'are kept and judged as an API server keeps them: $engine.title',
    async ({ engine, resource, pods }) => {
      const stored = await store(resource);
      const real = new OperatedScene(engine, { objects: [stored, ...pods] });
      const written = new OperatedScene(engine, {
        objects: [resource, ...pods],
      });
      expect(keptOf(real.facts)).toEqual(keptOf(written.facts));
      expect(real.assess()).toMatchObject({
        state: 'healthy',
        message: written.assess().message,
      });
    },
  );

  it.each(operatedEngines)(
    'are refused with a list where there is none: $engine.title',
    async ({ resource }) => {
      const paths: { readonly [kind: string]: string } = {
        postgresql: 'spec.numberOfInstances',
        PostgresCluster: 'spec.postgresVersion',
        PerconaPGCluster: 'spec.postgresVersion',
        SGCluster: 'spec.instances',
        ClickHouseInstallation: 'spec.stop',
        ArangoDeployment: 'spec.single',
      };
      const path = paths[resource.kind];
      await expect(store(changed(resource, { [path]: [] }))).rejects.toThrow(
        path,
      );
    },
  );
});

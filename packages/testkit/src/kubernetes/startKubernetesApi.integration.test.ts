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

import { describeWithServers } from '../servers/describeWithServers';
import { KubernetesApi } from './KubernetesApi';
import { KubernetesObject } from './KubernetesObject';
import { startKubernetesApi } from './startKubernetesApi';

const cluster: KubernetesObject = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { instances: 1, storage: { size: '1Gi' } },
};

describeWithServers('kubernetes')('startKubernetesApi', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await startKubernetesApi({ crds: true });
  }, 60_000);

  afterAll(async () => {
    await api?.stop();
  });

  it('serves the custom resources of the whole family', async () => {
    const definitions = await api.client.list({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
    });
    expect(definitions.map(({ metadata }) => metadata.name)).toEqual(
      expect.arrayContaining([
        'applications.argoproj.io',
        'appprojects.argoproj.io',
        'clusters.postgresql.cnpg.io',
        'databases.postgresql.cnpg.io',
        'externalsecrets.external-secrets.io',
        'objectstores.barmancloud.cnpg.io',
        'podmonitors.monitoring.coreos.com',
        'scheduledbackups.postgresql.cnpg.io',
        'vaultauths.secrets.hashicorp.com',
        'vaultdynamicsecrets.secrets.hashicorp.com',
        'vaultstaticsecrets.secrets.hashicorp.com',
      ]),
    );
  });

  it.each([
    {
      reason: 'an unknown field of a custom resource',
      object: {
        ...cluster,
        spec: { ...(cluster.spec as object), instance: 3 },
      },
      expected:
        /unknown field "spec\.instance"|\.spec\.instance: field not declared/,
    },
    {
      reason: 'a value that the schema forbids',
      object: { ...cluster, spec: { instances: 0, storage: { size: '1Gi' } } },
      expected: /spec\.instances.*greater than or equal to 1/,
    },
    {
      reason: 'an unknown field of a built-in kind',
      object: {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'shop', namespace: 'default' },
        strngData: {},
      },
      expected: /strngData/,
    },
  ])('a dry run refuses $reason', async ({ object, expected }) => {
    await expect(api.client.apply(object, { dryRun: true })).rejects.toThrow(
      expected,
    );
  });

  it('a dry run stores nothing', async () => {
    await api.client.apply(cluster, { dryRun: true });
    expect(
      await api.client.list({
        apiVersion: cluster.apiVersion,
        kind: cluster.kind,
        namespace: 'default',
      }),
    ).toEqual([]);
  });

  it('takes the status that an operator would write', async () => {
    const created = await api.client.create({
      ...cluster,
      metadata: { name: 'with-status', namespace: 'default' },
    });
    const reference = { ...cluster, name: 'with-status', namespace: 'default' };
    expect(created.status).toBeUndefined();

    await api.client.patchStatus(reference, { readyInstances: 1 });

    expect(await api.client.get(reference)).toMatchObject({
      status: { readyInstances: 1 },
    });
    await api.client.delete(reference);
    await expect(api.client.get(reference)).rejects.toMatchObject({
      status: 404,
      reason: 'NotFound',
    });
  });

  it('lets a user do what RBAC allows and no more', async () => {
    const secrets = { apiVersion: 'v1', kind: 'Secret', namespace: 'default' };
    const clusters = {
      apiVersion: cluster.apiVersion,
      kind: cluster.kind,
      namespace: 'default',
    };
    const ada = api.addUser({ name: 'ada', groups: ['readers'] });
    const nobody = api.addUser({ name: 'nobody' });

    await api.client.create({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'readers' },
      rules: [
        {
          apiGroups: ['postgresql.cnpg.io'],
          resources: ['clusters'],
          verbs: ['list'],
        },
      ],
    });
    await api.client.create({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'readers' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'readers',
      },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Group',
          name: 'readers',
        },
      ],
    });

    await expect(ada.client.list(clusters)).resolves.toEqual([]);
    await expect(ada.client.list(secrets)).rejects.toMatchObject({
      status: 403,
    });
    await expect(nobody.client.list(clusters)).rejects.toMatchObject({
      status: 403,
    });
  });

  it('does not know a token that was never given out', async () => {
    const removed = api.addUser({ name: 'gone' });
    api.removeUser(removed.token);
    await expect(
      removed.client.get({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: 'default',
      }),
    ).rejects.toMatchObject({ status: 401 });
  });

  it('keeps its address, users and data over a crash', async () => {
    const reference = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      namespace: 'default',
    };
    await api.client.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'kept', namespace: 'default' },
    });
    await api.kill();
    await expect(api.client.list(reference)).rejects.toThrow('ECONNREFUSED');

    await api.restart();

    await expect(
      api.client.get({ ...reference, name: 'kept' }),
    ).resolves.toMatchObject({ metadata: { name: 'kept' } });
  }, 30_000);
});

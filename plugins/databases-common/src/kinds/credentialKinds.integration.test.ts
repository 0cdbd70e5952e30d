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
import { CredentialCase } from '../credentials/__testUtils__/CredentialCase';
import {
  at,
  cluster,
  deployment,
  externalSecret,
  pushSecret,
  sealedSecret,
  secretStore,
  sopsSecret,
  staticRoleSecret,
  vaultAuth,
  vaultDynamicSecret,
  vaultStaticSecret,
} from '../credentials/__testUtils__/credentialObjects';
import { KubeObject } from '../model';

const aws = { aws: { service: 'SecretsManager', region: 'eu-central-1' } };

const objects: readonly KubeObject[] = [
  cluster({ spec: { primaryUpdateStrategy: 'unsupervised' } }),
  vaultStaticSecret(),
  vaultDynamicSecret(),
  staticRoleSecret(at('03:00')),
  vaultAuth({ valid: true, error: '' }),
  externalSecret(),
  pushSecret({ status: { syncedResourceVersion: '1-abc' } }),
  secretStore(true, aws),
  sealedSecret(),
  sopsSecret('Healthy'),
  deployment(at('10:00')),
];

/** What is kept of an object, without what an API server gives it. */
function keptOf(object: unknown) {
  const [fact] = new CredentialCase({ objects: [object as KubeObject] }).facts;
  const { generation, ...data } = (fact?.data ?? {}) as {
    readonly generation?: number;
  };
  return data;
}

describeWithServers('kubernetes')('the objects of credentials', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await startKubernetesApi({
      crds: [
        'cnpg',
        'external-secrets',
        'sealed-secrets',
        'sops-secrets-operator',
        'vault-secrets-operator',
      ],
    });
    await api.client.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'databases' },
    });
  }, 120_000);
  afterAll(() => api?.stop());

  it.each(
    objects.map((object, index) => ({ object, index, kind: object.kind })),
  )(
    'are kept of a $kind as an API server keeps them',
    async ({ object, index }) => {
      const { status, metadata, ...rest } = JSON.parse(JSON.stringify(object));
      const { name, namespace, labels, annotations } = metadata;
      const applied: KubernetesObject = {
        ...rest,
        metadata: {
          name: `${name}-${index}`,
          ...(namespace && { namespace }),
          labels,
          annotations,
        },
      };
      await api.client.apply(applied);
      await api.client.patchStatus(
        { ...applied, ...applied.metadata },
        status ?? {},
      );
      const stored = await api.client.get({ ...applied, ...applied.metadata });
      const { namespace: _, ...renamed } = { ...metadata, ...applied.metadata };
      expect(keptOf(stored)).toEqual(
        keptOf({ ...object, metadata: { ...renamed, namespace } }),
      );
    },
  );
});

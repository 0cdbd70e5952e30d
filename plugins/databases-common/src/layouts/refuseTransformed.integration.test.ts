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

import { describeWithServers } from '@basewell/testkit';
import { KustomizeTree } from '../__testUtils__/kustomize';
import { Tree } from '../__testUtils__/TreeSource';

const objects = `apiVersion: v1
kind: Namespace
metadata: { name: databases }
---
apiVersion: v1
kind: Secret
metadata: { name: shop-initdb-secret, namespace: databases }
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: shop-cnpg, namespace: databases }
spec: { bootstrap: { initdb: { secret: { name: shop-initdb-secret } } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: shop-cnpg, namespace: databases }
spec: { podSelector: { matchLabels: { cnpg.io/cluster: shop-cnpg } } }
`;

/** What kustomize makes of these objects, with lines in the kustomization above. */
async function build(lines: string, more: Tree = {}) {
  const tree = await KustomizeTree.write({
    'top/kustomization.yaml': `kind: Kustomization\n${lines}\nresources: [below]\n`,
    'top/below/kustomization.yml':
      'kind: Kustomization\nresources: [all.yaml]\n',
    'top/below/all.yaml': objects,
    ...more,
  });
  try {
    return await tree.build('top');
  } finally {
    await tree.remove();
  }
}

describeWithServers('kustomize')('what kustomize does to a database', () => {
  it('gives a Secret another name, and leaves the reference of the cluster', async () => {
    const built = await build('namePrefix: acme-');
    expect(built).toContainEqual(
      expect.objectContaining({
        kind: 'Secret',
        metadata: expect.objectContaining({ name: 'acme-shop-initdb-secret' }),
      }),
    );
    expect(built).toContainEqual(
      expect.objectContaining({
        kind: 'Cluster',
        metadata: expect.objectContaining({ name: 'acme-shop-cnpg' }),
        spec: {
          bootstrap: { initdb: { secret: { name: 'shop-initdb-secret' } } },
        },
      }),
    );
  });

  it('moves everything into its namespace, and names the Namespace after it', async () => {
    const built = await build('namespace: data');
    expect(
      built.map(({ kind, metadata }) =>
        kind === 'Namespace' ? metadata.name : metadata.namespace,
      ),
    ).toEqual(['data', 'data', 'data', 'data']);
  });

  it.each([
    { lines: 'commonLabels: {team: data}', selects: true },
    {
      lines: 'labels: [{pairs: {team: data}, includeSelectors: true}]',
      selects: true,
    },
    { lines: 'labels: [{pairs: {team: data}}]', selects: false },
  ])(
    'has a network policy select labels by $lines: $selects',
    async ({ lines, selects }) => {
      const policy = (await build(lines)).find(
        ({ kind }) => kind === 'NetworkPolicy',
      );
      expect(JSON.stringify(policy?.spec).includes('team')).toBe(selects);
    },
  );

  it('builds no folder with two kustomizations', async () => {
    await expect(
      build('', { 'top/below/Kustomization': 'kind: Kustomization\n' }),
    ).rejects.toThrow(/multiple kustomization files/);
  });
});

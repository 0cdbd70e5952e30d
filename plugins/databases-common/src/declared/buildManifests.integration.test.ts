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
import { readYaml } from '../yaml';
import { buildManifests } from './buildManifests';

const cluster = (name: string, more = '') => `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: ${name}${more}
spec:
  bootstrap: { initdb: { database: shop, owner: shop, postInitSQL: [one] } }
`;

const labeled = '\n  labels: { own: "1", basewell.dev/app: shop }';

interface Row {
  readonly reason: string;
  readonly tree: { readonly [path: string]: string };
  /** What kustomize builds. */
  readonly root: string;
}

const rows: readonly Row[] = [
  {
    reason: 'a folder sets the namespace and names its files',
    root: 'db/shop',
    tree: {
      'db/shop/kustomization.yaml':
        'namespace: databases\nresources: [cluster.yaml, ./more.yaml]\n',
      'db/shop/cluster.yaml': cluster('shop'),
      'db/shop/more.yaml': `${cluster('till')}---\n${cluster('card')}`,
      'db/shop/unnamed.yaml': cluster('nobody'),
    },
  },
  {
    reason: 'an overlay patches its base and gives it another name',
    root: 'db/stages/dev',
    tree: {
      'db/base/kustomization.yaml':
        'resources: [cluster.yaml]\ncommonLabels: { team: shop }\n',
      'db/base/cluster.yaml': cluster('shop', labeled),
      'db/stages/dev/kustomization.yaml': `resources: [../../base]
namespace: databases-dev
namePrefix: dev-
nameSuffix: -cnpg
labels: [{ pairs: { basewell.dev/environment: dev } }]
commonAnnotations: { basewell.dev/owner: "group:default/shop" }
patches:
  - path: patch.yaml
`,
      'db/stages/dev/patch.yaml': `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: shop, labels: { own: null } }
spec: { bootstrap: { initdb: { database: shop_dev, postInitSQL: [two] } } }
`,
    },
  },
  {
    reason: 'patches with targets find whom they mean',
    root: 'db',
    tree: {
      'db/kustomization.yaml': `resources: [one.yaml, two.yaml]
patches:
  - target: { kind: Cluster, name: one }
    patch: |
      apiVersion: v1
      kind: Anything
      metadata: { name: unimportant, labels: { patched: "yes" } }
  - target: { group: postgresql.cnpg.io, version: v2 }
    patch: |
      apiVersion: v1
      kind: Anything
      metadata: { name: unimportant, labels: { patched: "never" } }
  - target: { kind: Cluster }
    patch: |
      - { op: add, path: /spec/instances, value: 3 }
patchesStrategicMerge:
  - |-
    apiVersion: postgresql.cnpg.io/v1
    kind: Cluster
    metadata: { name: two }
    $patch: delete
`,
      'db/one.yaml': cluster('one'),
      'db/two.yaml': cluster('two'),
    },
  },
  {
    reason: 'a component works on what the folder has gathered',
    root: 'db/app',
    tree: {
      'db/app/kustomization.yaml':
        'resources: [cluster.yaml]\ncomponents: [../labels]\nnamePrefix: a-\n',
      'db/app/cluster.yaml': cluster('shop'),
      'db/labels/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [extra.yaml]
namespace: databases
nameSuffix: -db
`,
      'db/labels/extra.yaml': cluster('extra'),
    },
  },
];

function built(tree: Row['tree']) {
  return buildManifests(
    new Map(Object.entries(tree).map(([path, text]) => [path, readYaml(text)])),
  );
}

/** What decides about the databases of an object. */
function tellingOf({ kind, metadata, spec }: { [field: string]: any }) {
  const { name, namespace, labels = {}, annotations = {} } = metadata;
  return { kind, name, namespace, labels, annotations, start: spec.bootstrap };
}

const byName = (a: { name: string }, b: { name: string }) =>
  a.name < b.name ? -1 : 1;

describeWithServers('kustomize')('buildManifests', () => {
  it.each(rows)('$reason', async ({ root, tree }) => {
    const disk = await KustomizeTree.write(tree);
    try {
      const real = await disk.build(root);
      expect(real.length).toBeGreaterThan(0);
      expect(
        built(tree)
          .map(({ manifest }) => tellingOf(manifest))
          .sort(byName),
      ).toEqual(real.map(tellingOf).sort(byName));
    } finally {
      await disk.remove();
    }
  });

  it.each([
    ['replacements', 'replacements: [{ path: replace.yaml }]'],
    ['a missing component', 'components: [../elsewhere]'],
    ['a circle', 'bases: [.]'],
    [
      'a selector',
      'patches: [{ target: { labelSelector: a=b }, patch: "metadata: {name: b}" }]',
    ],
    [
      'an expression',
      'patches: [{ target: { name: "(s+)+hop" }, patch: "metadata: {name: b}" }]',
    ],
    [
      'a step that decides about the name',
      'patches: [{ target: { kind: Cluster }, patch: "[{op: replace, path: /metadata/name, value: b}]" }]',
    ],
    [
      'a patch that is not there',
      'patches: [{ target: { kind: Cluster }, path: nowhere.yaml }]',
    ],
  ])('says nothing where there is %s', (_, own) => {
    const tree = {
      'db/kustomization.yaml': `resources: [cluster.yaml]\n${own}\n`,
      'db/cluster.yaml': cluster('shop'),
    };
    expect(built(tree)).toEqual([]);
  });

  it('takes files without a kustomization as they are', () => {
    const names = built({
      'db/shop/cluster.yaml': cluster('shop'),
      'db/till/kustomization.yaml': 'resources: [cluster.yaml]\n',
      'db/till/cluster.yaml': cluster('till'),
      'db/till/old.yaml': cluster('old'),
    }).map(({ path }) => path);
    expect([...names].sort()).toEqual([
      'db/shop/cluster.yaml',
      'db/till/cluster.yaml',
    ]);
  });
});

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

import { defaultRegistries } from '../operations';
import { readYaml } from '../yaml';
import { findDeclared } from './findDeclared';

const environments = [
  { name: 'dev', production: false },
  { name: 'prod', production: true },
];

const cluster = (metadata: string, spec = '{ instances: 1 }') =>
  `{ apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: ${metadata}, spec: ${spec} }\n`;

interface Row {
  readonly reason: string;
  readonly files: { readonly [path: string]: string };
  /** `<environment> <kind> <namespace>/<name> <path>` */
  readonly declared: readonly string[];
}

const rows: readonly Row[] = [
  {
    reason: 'a CNPG cluster, and a database in a shared one',
    files: {
      'db/shop.yaml': cluster('{ name: shop, namespace: databases }'),
      'db/n8n.yaml':
        '{ apiVersion: postgresql.cnpg.io/v1, kind: Database, metadata: { name: n8n, namespace: databases }, spec: { name: n8n, owner: n8n, cluster: { name: main } } }',
    },
    declared: [
      'prod clusters.postgresql.cnpg.io databases/shop db/shop.yaml',
      'prod databases.postgresql.cnpg.io databases/n8n db/n8n.yaml',
    ],
  },
  {
    reason: 'the label has the first word about the environment',
    files: {
      'db/prod/shop.yaml': cluster(
        '{ name: shop, namespace: databases, labels: { basewell.dev/environment: dev } }',
      ),
    },
    declared: [
      'dev clusters.postgresql.cnpg.io databases/shop db/prod/shop.yaml',
    ],
  },
  {
    reason: 'folders and namespaces have the next',
    files: {
      'db/shop-dev/cluster.yaml': cluster('{ name: a, namespace: databases }'),
      'db/shop/cluster.yaml': cluster('{ name: b, namespace: web-dev }'),
    },
    declared: [
      'dev clusters.postgresql.cnpg.io databases/a db/shop-dev/cluster.yaml',
      'dev clusters.postgresql.cnpg.io web-dev/b db/shop/cluster.yaml',
    ],
  },
  {
    reason: 'names and labels that Kubernetes does not take',
    files: {
      'db/a.yaml': cluster(
        "{ name: '{{ .Values.name }}', namespace: databases }",
      ),
      'db/b.yaml': cluster("{ name: b, namespace: '${NAMESPACE}' }"),
      'db/c.yaml': cluster(`{ name: ${'c'.repeat(254)}, namespace: db }`),
      'db/d.yaml': cluster(
        "{ name: d, namespace: db, labels: { basewell.dev/environment: '{{ .env }}' } }",
      ),
      'db/e.yaml': cluster(
        "{ name: e, namespace: db, labels: { basewell.dev/environment: dev, rest: '' } }",
      ),
    },
    declared: ['dev clusters.postgresql.cnpg.io db/e db/e.yaml'],
  },
  {
    reason: 'what nobody can make a text of',
    files: {
      'a/kustomization.yaml':
        '{ resources: [a.yaml], namePrefix: { toString: 1, valueOf: 1 }, patchesStrategicMerge: [{ toString: 1, valueOf: 1 }], patches: [{ patch: { toString: 1, valueOf: 1 } }] }',
      'a/a.yaml': cluster('{ name: a, namespace: databases }'),
      'b.yaml':
        '{ apiVersion: { toString: 1, valueOf: 1 }, kind: Cluster, metadata: { name: { toString: 1, valueOf: 1 }, namespace: databases } }',
      'c.yaml': cluster('{ name: c, namespace: databases, labels: { a: } }'),
    },
    declared: ['prod clusters.postgresql.cnpg.io databases/c c.yaml'],
  },
  {
    reason:
      'no name, no namespace, an example, and another operator with the same kind',
    files: {
      'named/kustomization.yaml': 'resources: [a.yaml]',
      'named/a.yaml': cluster('{ generateName: a-, namespace: databases }'),
      'db/a.yaml': cluster('{ name: a }'),
      'db/examples/b.yaml': cluster('{ name: b, namespace: databases }'),
      'db/c.yaml':
        '{ apiVersion: cluster.x-k8s.io/v1, kind: Cluster, metadata: { name: c, namespace: databases } }',
      'db/d.yaml': 'just words',
    },
    declared: [],
  },
];

describe('findDeclared', () => {
  it.each(rows)('$reason', ({ files, declared }) => {
    const found = findDeclared(
      new Map(
        Object.entries(files).map(([path, text]) => [path, readYaml(text)]),
      ),
      defaultRegistries().engines,
      environments,
    );
    expect(
      found.map(
        ({ environment, path, fact: { kind, namespace, name } }) =>
          `${environment} ${kind} ${namespace}/${name} ${path}`,
      ),
    ).toEqual(declared);
  });

  it('does not go through kustomizations that multiply each other', () => {
    const folders = Array.from({ length: 30 }, (_, index) => `k${index}`);
    const files = new Map(
      folders.map((folder, index) => [
        `${folder}/kustomization.yaml`,
        readYaml(`resources: [../k${index + 1}, ../k${index + 1}/]`),
      ]),
    );
    files.set('k30/kustomization.yaml', readYaml('resources: [a.yaml]'));
    files.set(
      'k30/a.yaml',
      readYaml(cluster('{ name: a, namespace: databases }')),
    );
    expect(
      findDeclared(files, defaultRegistries().engines, environments),
    ).toEqual([]);
  });
});

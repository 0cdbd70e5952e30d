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

import { barmanInTree, barmanPlugin } from '../../backups';
import { DatabaseDraft, Manifest } from '../../model';
import { standardSubject } from '../../policy';
import { cnpg } from './cnpg';
import { postgresImages } from './postgresImages';

const [dev, prod] = standardSubject().plan.databases;
const { image, manifests, connection } = cnpg.provision!;

function manifestsOf(database: DatabaseDraft): {
  readonly [file: string]: Manifest;
} {
  const { backup } = database;
  const source =
    backup?.method === 'barmanInTree' ? barmanInTree : barmanPlugin;
  const contribution =
    backup && source.provision!.contribute({ ...database, backup });
  return Object.fromEntries(
    manifests(database, contribution).map(({ file, manifest }) => [
      file,
      manifest,
    ]),
  );
}

const cluster = (database: DatabaseDraft) =>
  manifestsOf(database)['cluster.yaml'];

describe('the cluster', () => {
  it.each<{ reason: string; database: DatabaseDraft; spec: object }>([
    {
      reason: 'is initialized for its owner, with the secret of the platform',
      database: dev,
      spec: {
        bootstrap: {
          initdb: {
            database: 'shop',
            owner: 'shop',
            secret: { name: 'shop-dev-initdb-secret' },
          },
        },
        enableSuperuserAccess: false,
      },
    },
    {
      reason: 'of one instance can be drained from its node in dev',
      database: dev,
      spec: {
        instances: 1,
        enablePDB: false,
        affinity: { podAntiAffinityType: 'preferred' },
      },
    },
    {
      reason: 'of several instances never shares a node in production',
      database: prod,
      spec: {
        instances: 2,
        enablePDB: true,
        affinity: {
          enablePodAntiAffinity: true,
          topologyKey: 'kubernetes.io/hostname',
          podAntiAffinityType: 'required',
        },
      },
    },
    {
      reason: 'of one instance in production is not drained unseen',
      database: { ...prod, instances: 1 },
      spec: {
        enablePDB: true,
        affinity: { podAntiAffinityType: 'preferred' },
      },
    },
    {
      reason: 'has limits that are its requests, and buffers that fit in',
      database: dev,
      spec: {
        resources: {
          requests: { cpu: '250m', memory: '512Mi' },
          limits: { cpu: '250m', memory: '512Mi' },
        },
        postgresql: { parameters: { shared_buffers: '128MB' } },
      },
    },
    {
      reason: 'has buffers that PostgreSQL starts with, however small it is',
      database: { ...dev, memory: '1Mi' },
      spec: { postgresql: { parameters: { shared_buffers: '16MB' } } },
    },
    {
      reason: 'names a storage class only when it is asked for',
      database: { ...dev, storageClass: 'fast' },
      spec: { storage: { size: '5Gi', storageClass: 'fast' } },
    },
    {
      reason: 'archives with the plugin',
      database: prod,
      spec: {
        plugins: [
          {
            name: 'barman-cloud.cloudnative-pg.io',
            enabled: true,
            isWALArchiver: true,
            parameters: {
              barmanObjectName: 'shop-cnpg',
              serverName: 'shop-cnpg',
            },
          },
        ],
      },
    },
    {
      reason: 'archives by itself',
      database: {
        ...prod,
        backup: { ...prod.backup!, method: 'barmanInTree' },
      },
      spec: {
        backup: {
          barmanObjectStore: {
            destinationPath: 's3://backups/shop',
            serverName: 'shop-cnpg',
          },
          retentionPolicy: '30d',
        },
      },
    },
  ])('$reason', ({ database, spec }) => {
    expect(cluster(database)).toMatchObject({
      kind: 'Cluster',
      metadata: { name: database.names.cluster, namespace: 'databases' },
      spec,
    });
  });

  it('never has two archivers, and none without backups', () => {
    const inTree = { ...prod.backup!, method: 'barmanInTree' };
    expect(cluster(prod).spec).not.toHaveProperty('backup');
    expect(cluster({ ...prod, backup: inTree }).spec).not.toHaveProperty(
      'plugins',
    );
    for (const field of ['backup', 'plugins']) {
      expect(cluster(dev).spec).not.toHaveProperty(field);
    }
  });

  it('is guarded against Argo CD by what Argo CD knows', () => {
    expect(cluster(dev).metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'argocd.argoproj.io/manifest-gc-strategy': 'orphan',
    });
  });
});

it('leaves the password to CloudNativePG when nobody brings one', () => {
  const generated = cluster({ ...dev, credentialSource: 'operator-generated' });
  expect(generated.spec).toMatchObject({
    bootstrap: { initdb: { database: 'shop', owner: 'shop' } },
  });
  expect(JSON.stringify(generated)).not.toContain('shop-dev-initdb-secret');
});

describe('the manifests', () => {
  const full: DatabaseDraft = {
    ...prod,
    monitoring: true,
    pooler: { mode: 'transaction', instances: 2 },
    databases: [
      { name: 'shop_archive' },
      { name: 'Архив', owner: 'archivist', extensions: ['pg_trgm'] },
    ],
  };

  it('are one object a file, in the order of their waves', () => {
    const made = Object.values(manifestsOf(full));
    expect(Object.keys(manifestsOf(full))).toEqual([
      'cluster.yaml',
      'object-store.yaml',
      'scheduled-backup.yaml',
      'database-shop-archive.yaml',
      'database-database.yaml',
      'pooler.yaml',
      'pod-monitor.yaml',
    ]);
    const waves = Object.fromEntries(
      made.map(({ kind, metadata }) => [
        kind,
        Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']),
      ]),
    );
    expect(waves).toEqual({
      ObjectStore: -2,
      Cluster: 0,
      Database: 1,
      ScheduledBackup: 2,
      Pooler: 2,
      PodMonitor: 2,
    });
  });

  it('have names that Kubernetes takes, also as labels where it matters', () => {
    const longest = {
      ...full,
      names: { ...full.names, cluster: 'a'.repeat(50) },
    };
    for (const { kind, metadata } of Object.values(manifestsOf(longest))) {
      expect(metadata.name).toMatch(/^[a-z]([a-z0-9-]*[a-z0-9])?$/);
      expect(metadata.name.length).toBeLessThanOrEqual(
        kind === 'Database' ? 253 : 63,
      );
    }
  });

  it('keep further databases when their objects go', () => {
    expect(manifestsOf(full)['database-database.yaml']).toMatchObject({
      metadata: {
        annotations: {
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        },
      },
      spec: {
        cluster: { name: 'shop-cnpg' },
        name: 'Архив',
        owner: 'archivist',
        databaseReclaimPolicy: 'retain',
        extensions: [{ name: 'pg_trgm', ensure: 'present' }],
      },
    });
  });

  it('scrape instances, not poolers', () => {
    expect(manifestsOf(full)['pod-monitor.yaml'].spec).toMatchObject({
      selector: {
        matchLabels: {
          'cnpg.io/cluster': 'shop-cnpg',
          'cnpg.io/podRole': 'instance',
        },
      },
    });
  });

  it('lead apps to the pooler only when there is one', () => {
    expect(connection(prod)).toEqual({ scheme: 'postgresql', port: 5432 });
    expect(connection(full).poolerHost).toBe(
      'shop-cnpg-pooler-rw.databases.svc.cluster.local',
    );
  });
});

describe('the image', () => {
  const [newest] = postgresImages;
  const own = { '17': 'registry.example.test/pg:17.6', '18': newest.standard };

  it.each([
    {
      version: '18',
      flavor: 'standard',
      is: newest.standard,
      reason: 'the maintained one',
    },
    {
      version: '18',
      flavor: 'system',
      is: newest.system,
      reason: 'its sister with the tools that in-tree backups call',
    },
    {
      version: '17',
      flavor: 'system',
      is: 'registry.example.test/pg:17.6',
      reason: "the house's own is taken as it is",
    },
    { version: '9', flavor: 'standard', is: undefined, reason: 'none' },
    { version: 'toString', flavor: 'standard', is: undefined, reason: 'none' },
  ] as const)('of $version ($flavor) is $reason', ({ version, flavor, is }) => {
    expect(image(version, flavor, own)).toBe(is);
  });

  it.each([...postgresImages])('of $version is pinned by digest', images => {
    const { version, standard, system, endOfLife } = images;
    for (const [flavor, name] of Object.entries({ standard, system })) {
      expect(name).toMatch(
        new RegExp(`:${version}\\.\\d+-\\d{12}-${flavor}-\\w+@sha256:\\w{64}$`),
      );
    }
    expect(endOfLife).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});

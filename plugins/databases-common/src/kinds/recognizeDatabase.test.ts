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

import { KubeObject } from '../model';
import { recognizeDatabase } from './recognizeDatabase';

interface Row {
  readonly reason: string;
  readonly name?: string;
  readonly labels?: { readonly [label: string]: string };
  readonly annotations?: { readonly [annotation: string]: string };
  readonly owner?: string;
  readonly containers?: readonly {
    readonly name?: string;
    readonly image: string;
    readonly command?: readonly string[];
  }[];
  /** `<engine> <name> <part> <by> <version>`; left out: no database. */
  readonly is?: string;
}

const image = (text: string) => ({ containers: [{ image: text }] });
const chart = (name: string, component?: string) => ({
  'app.kubernetes.io/name': name,
  ...(component && { 'app.kubernetes.io/component': component }),
});

const rows: readonly Row[] = [
  {
    reason: 'the official image',
    ...image('postgres:16-alpine'),
    is: 'postgres db member image 16',
  },
  {
    reason: 'an image of a registry of their own, with a digest',
    ...image('registry.example.com:5000/base/postgres:15.8@sha256:00'),
    is: 'postgres db member image 15',
  },
  {
    reason: 'an image without a version',
    ...image('redis:latest'),
    is: 'redis db member image -',
  },
  {
    reason: 'a server beside its exporter, whichever comes first',
    containers: [
      { image: 'prometheuscommunity/postgres-exporter:v0.15.0' },
      { image: 'postgres:17' },
    ],
    is: 'postgres db member image 17',
  },
  {
    reason: 'an app with a Redis beside it',
    containers: [{ image: 'acme/app:1' }, { image: 'redis:7' }],
  },
  { reason: 'an exporter', ...image('oliver006/redis_exporter:v1.62') },
  { reason: 'pgAdmin', ...image('dpage/pgadmin4:8') },
  { reason: 'RedisInsight', ...image('redis/redisinsight:2.50') },
  { reason: 'a pooler', ...image('bitnami/pgbouncer:1.23') },
  { reason: 'ClickHouse Keeper', ...image('clickhouse/clickhouse-keeper:25') },
  {
    reason: 'a loop of dumps in the image of the server',
    containers: [
      { image: 'postgres:16', command: ['sh', '-c', 'pg_dump $URI | gzip'] },
    ],
  },
  {
    reason: 'a start script that also talks to the server',
    containers: [
      {
        image: 'redis:7',
        command: ['sh', '-c', 'redis-cli ping; exec redis-server'],
      },
    ],
    is: 'redis db member image 7',
  },
  {
    reason: 'the chart says what the image does not',
    labels: chart('postgresql'),
    ...image('acme/database:1'),
    is: 'postgres db member label 1',
  },
  {
    reason: 'the primary of a chart',
    name: 'shop-postgresql-primary',
    labels: chart('postgresql', 'primary'),
    ...image('bitnami/postgresql:16.4.0'),
    is: 'postgres shop-postgresql primary label 16',
  },
  {
    reason: 'its replicas are the same database',
    name: 'shop-postgresql-read',
    labels: chart('postgresql', 'read'),
    ...image('bitnami/postgresql:16.4.0'),
    is: 'postgres shop-postgresql replica label 16',
  },
  {
    reason: 'a primary that is called as nobody expects',
    name: 'orders',
    labels: chart('postgresql', 'primary'),
    ...image('bitnami/postgresql:16.4.0'),
    is: 'postgres orders primary label 16',
  },
  {
    reason: 'the master of Redis',
    name: 'cache-redis-master',
    labels: chart('redis', 'master'),
    ...image('bitnami/redis:7.4.1'),
    is: 'redis cache-redis primary label 7',
  },
  {
    reason: 'Redis beside its Sentinel',
    name: 'cache-redis-node',
    labels: chart('redis', 'node'),
    ...image('bitnami/redis:7.4.1'),
    is: 'redis cache-redis member label 7',
  },
  {
    reason: 'Sentinels in pods of their own',
    name: 'redis-sentinel',
    ...image('redis:7.2'),
    is: 'redis redis sentinel image 7',
  },
  {
    reason: 'a pool in front of a chart',
    labels: chart('postgresql-ha', 'pgpool'),
    ...image('bitnami/postgresql-repmgr:16'),
  },
  {
    reason: 'a shard',
    name: 'olap-clickhouse-shard0',
    labels: chart('clickhouse', 'clickhouse'),
    ...image('bitnami/clickhouse:25.8.2'),
    is: 'clickhouse olap-clickhouse member label 25.8',
  },
  {
    reason: 'a server of Neo4j',
    name: 'server-2',
    labels: { 'helm.neo4j.com/neo4j.name': 'graph' },
    ...image('neo4j:5.26.0-enterprise'),
    is: 'neo4j graph member image 5',
  },
  {
    reason: 'ArangoDB',
    ...image('arangodb/enterprise:3.12.4'),
    is: 'arangodb db member image 3.12',
  },
  {
    reason: 'an annotation says so',
    annotations: { 'basewell.dev/engine': 'redis' },
    ...image('acme/keydb:6.3'),
    is: 'redis db member annotation 6',
  },
  {
    reason: 'an annotation says that it is none',
    annotations: { 'basewell.dev/engine': 'none' },
    labels: chart('redis'),
    ...image('redis:7'),
  },
  {
    reason: 'an annotation names what is not known here',
    annotations: { 'basewell.dev/engine': 'mysql' },
    ...image('postgres:16'),
  },
  {
    reason: 'an operator owns it',
    owner: 'SGCluster',
    ...image('postgres:16'),
  },
  {
    reason: 'an operator owns it, whatever an annotation says',
    owner: 'ClickHouseInstallation',
    annotations: { 'basewell.dev/engine': 'clickhouse' },
    ...image('clickhouse/clickhouse-server:25.8'),
  },
  {
    reason: 'an operator labeled it that sets no owner',
    labels: { application: 'spilo', 'cluster-name': 'acid-shop' },
    ...image('postgres:16'),
  },
  {
    reason: 'somebody owns it whose databases nobody else sees',
    owner: 'RedisReplication',
    ...image('quay.io/opstree/redis:v7.0.15'),
    is: 'redis db member image 7',
  },
];

function statefulSet({
  name = 'db',
  labels,
  annotations,
  owner,
  containers = [],
}: Row): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name,
      namespace: 'data',
      labels,
      annotations,
      ...(owner && {
        ownerReferences: [{ apiVersion: 'x/v1', kind: owner, name, uid: 'u' }],
      }),
    },
    spec: { template: { spec: { containers } } },
  };
}

describe('the database that a StatefulSet runs', () => {
  it.each(rows)('is $is: $reason', row => {
    const found = recognizeDatabase(statefulSet(row));
    expect(
      found &&
        [
          found.engine,
          found.name,
          found.part,
          found.by,
          found.version ?? '-',
        ].join(' '),
    ).toBe(row.is);
  });
});

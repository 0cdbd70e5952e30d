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
  HOURS_AGO,
  memberObject,
  otherObjects,
  serviceObject,
  unready,
} from './statefulObjects';
import { StatefulRow } from './StatefulScene';

const bitnami = (component: string) => ({
  'app.kubernetes.io/name': 'redis',
  'app.kubernetes.io/component': component,
});

const cache = (replicas: number) => [
  ...otherObjects('cache-master', 'bitnami/redis:7.2.5', {
    labels: bitnami('master'),
  }),
  ...otherObjects('cache-replicas', 'bitnami/redis:7.2.5', {
    labels: bitnami('replica'),
    replicas,
  }),
];

const sentinels = (replicas: number, ready = replicas) => [
  ...otherObjects('cache-sentinel', 'bitnami/redis-sentinel:7.2.5', {
    labels: bitnami('sentinel'),
    replicas,
  }),
  ...Array.from({ length: replicas - ready }, (_, ordinal) =>
    memberObject(ordinal, unready(HOURS_AGO), 'cache-sentinel'),
  ),
];

const neo4j = { 'helm.neo4j.com/neo4j.name': 'graph' };

/** What the engines say of themselves. */
export const engineStatefulRows: readonly StatefulRow[] = [
  {
    reason: 'a ready replica of Redis may follow a dead master',
    database: 'cache',
    objects: cache(2),
    state: 'healthy',
    rule: 'redis-follows',
    message: 'redisFollows.unseen',
  },
  {
    reason: 'one Redis follows nobody',
    database: 'cache',
    objects: otherObjects('cache', 'redis:7.2', {}),
    state: 'healthy',
  },
  {
    reason: 'the master of Redis is down, and its replicas are ready',
    database: 'cache',
    objects: [...cache(2), memberObject(0, unready(HOURS_AGO), 'cache-master')],
    state: 'failed',
    rule: 'stateful-ready',
    message: 'statefulReady.outage',
  },
  {
    reason: 'only replicas of Redis are left',
    database: 'cache',
    objects: cache(2).filter(
      ({ metadata }) => metadata.name !== 'cache-master',
    ),
    state: 'failed',
    rule: 'stateful-ready',
    message: 'statefulReady.noWriter',
  },
  {
    reason: 'most Sentinels are there',
    database: 'cache',
    objects: [...cache(2), ...sentinels(3)],
    state: 'healthy',
  },
  {
    reason: 'too few Sentinels are ready to replace a master',
    database: 'cache',
    objects: [...cache(2), ...sentinels(3, 1)],
    state: 'degraded',
    rule: 'redis-votes',
    message: 'redisVotes.tooFew',
  },
  {
    reason: 'two Sentinels make no majority without each other',
    database: 'cache',
    objects: [...cache(2), ...sentinels(2)],
    state: 'healthy',
    rule: 'redis-votes',
    message: 'redisVotes.noMajority',
  },
  {
    reason: 'a service leads to all servers, and clients ask Sentinel',
    database: 'cache',
    objects: [
      ...otherObjects('cache-node', 'bitnami/redis:7.2.5', {
        labels: bitnami('node'),
        replicas: 3,
        template: { name: 'sentinel' },
      }),
      serviceObject('cache', {
        selector: { app: 'cache-node' },
        ports: [{ name: 'tcp-redis', port: 6379 }],
      }),
    ],
    state: 'healthy',
    rule: 'stateful-service',
    message: 'statefulService.sentinel',
  },
  {
    reason: 'one ClickHouse replicates nothing',
    database: 'events',
    objects: otherObjects('events', 'clickhouse/clickhouse-server:25.8.2'),
    state: 'healthy',
    rule: 'clickhouse-tables',
    message: 'clickhouseTables.alone',
  },
  {
    reason: 'a ready ClickHouse may refuse writes',
    database: 'events',
    objects: [
      ...otherObjects('events-shard0', 'bitnami/clickhouse:25.8.2', {
        replicas: 2,
      }),
      ...otherObjects('events-shard1', 'bitnami/clickhouse:25.8.2', {
        replicas: 2,
      }),
    ],
    state: 'healthy',
    rule: 'clickhouse-tables',
    message: 'clickhouseTables.unseen',
  },
  {
    reason: 'a shard of ClickHouse is down',
    database: 'events',
    objects: [
      ...otherObjects('events-shard0', 'bitnami/clickhouse:25.8.2'),
      ...otherObjects('events-shard1', 'bitnami/clickhouse:25.8.2'),
      memberObject(0, unready(HOURS_AGO), 'events-shard1'),
    ],
    state: 'degraded',
    rule: 'stateful-ready',
    message: 'statefulReady.partial',
  },
  {
    reason: 'ArangoDB has no JWT secret',
    database: 'multi',
    objects: otherObjects('multi', 'arangodb/arangodb:3.12.4'),
    state: 'healthy',
    rule: 'arango-trust',
    message: 'arangoTrust.noJwt',
  },
  {
    reason: 'ArangoDB has a JWT secret',
    database: 'multi',
    objects: otherObjects('multi', 'arangodb:3.12.4', {
      template: { args: ['--server.jwt-secret-keyfile=/jwt/token'] },
    }),
    state: 'healthy',
  },
  {
    reason: 'ArangoDB asks for no password',
    database: 'multi',
    objects: otherObjects('multi', 'arangodb:3.12.4', {
      template: { env: [{ name: 'ARANGO_NO_AUTH', value: '1' }] },
    }),
    state: 'healthy',
    rule: 'arango-trust',
    message: 'arangoTrust.open',
  },
  {
    reason: 'readiness of Neo4j is an open port',
    database: 'graph',
    objects: [
      ...otherObjects('server-1', 'neo4j:5.26.0', { labels: neo4j }),
      ...otherObjects('server-2', 'neo4j:5.26.0', { labels: neo4j }),
    ],
    state: 'healthy',
    rule: 'neo4j-answers',
    message: 'neo4jAnswers.portOnly',
  },
  {
    reason: 'Neo4j sleeps for offline maintenance',
    database: 'graph',
    objects: [
      ...otherObjects('server-1', 'neo4j:5.26.0', {
        labels: neo4j,
        template: {
          command: ['/bin/bash', '-c', 'while true; do sleep 5; done'],
        },
      }),
      memberObject(0, unready(HOURS_AGO), 'server-1'),
    ],
    state: 'failed',
    rule: 'neo4j-answers',
    message: 'neo4jAnswers.maintenance',
  },
];

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

/** What part of a database a StatefulSet runs. @public */
export type DatabasePart = 'member' | 'primary' | 'replica' | 'sentinel';

/**
 * How a workload of an engine looks, where it does not say so itself.
 *
 * @internal
 */
export interface EngineSign {
  /** Id of the engine. */
  readonly engine: string;
  /** Values of `app.kubernetes.io/name`. */
  readonly names: readonly string[];
  /** Images without registry and tag, as far as they tell: `redis`, `arangodb/enterprise`. */
  readonly images: RegExp;
  /** What runs in such an image and is no server. */
  readonly tools?: RegExp;
  /**
   * The parts that charts split a database into, by `app.kubernetes.io/component`,
   * and what they append to its name.
   */
  readonly parts: {
    readonly [component: string]: {
      readonly part: DatabasePart;
      readonly suffix: RegExp;
    };
  };
  /** Ports of the protocol that apps speak. */
  readonly ports: readonly number[];
  /** How many numbers of a version make a series: PostgreSQL 17, ClickHouse 25.8. */
  readonly series: 1 | 2;
}

/**
 * All engines whose databases are plain StatefulSets, one entry each.
 *
 * @internal
 */
export const engineSigns: readonly EngineSign[] = [
  {
    engine: 'postgres',
    names: ['postgresql', 'postgres', 'postgresql-ha', 'timescaledb'],
    images:
      /(^|\/)(postgres|postgresql|postgresql-repmgr|postgis|pgvector|timescaledb(-ha)?)$/,
    tools: /\bpg_(dump|dumpall|basebackup|receivewal|restore)\b/,
    parts: {
      primary: { part: 'primary', suffix: /-primary$/ },
      read: { part: 'replica', suffix: /-read$/ },
    },
    ports: [5432],
    series: 1,
  },
  {
    engine: 'redis',
    names: ['redis', 'redis-ha', 'valkey'],
    images: /(^|\/)(redis|redis-stack(-server)?|valkey)$/,
    tools: /\bredis-cli\b(?!.*\b(redis|valkey)-server\b)/,
    parts: {
      master: { part: 'primary', suffix: /-master$/ },
      primary: { part: 'primary', suffix: /-primary$/ },
      replica: { part: 'replica', suffix: /-replicas?$/ },
      slave: { part: 'replica', suffix: /-slaves?$/ },
      node: { part: 'member', suffix: /-node$/ },
      sentinel: { part: 'sentinel', suffix: /-sentinels?$/ },
    },
    ports: [6379],
    series: 1,
  },
  {
    engine: 'clickhouse',
    names: ['clickhouse'],
    images: /(^|\/)clickhouse(-server)?$/,
    parts: {},
    ports: [9000, 8123, 9440, 8443],
    series: 2,
  },
  {
    engine: 'arangodb',
    names: ['arangodb'],
    images: /(^|\/)arangodb$|(^|\/)arangodb\/(arangodb-preview|enterprise)$/,
    parts: {},
    ports: [8529],
    series: 2,
  },
  {
    engine: 'neo4j',
    names: ['neo4j'],
    images: /(^|\/)neo4j$/,
    tools: /\bneo4j-admin\b/,
    parts: {},
    ports: [7687],
    series: 1,
  },
];

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

import { perconaPgCluster } from '../../kinds';
import { postgresMetrics } from '../../metrics/postgresMetrics';
import { measuredPostgresRules } from '../measured/measuredRules';
import { OperatorProfile } from '../operators/OperatorProfile';

/**
 * Percona's Operator for PostgreSQL: the words are of perconapgcluster_types.go,
 * `error` of those before 3. It says `initializing` whenever something is missing.
 */
export const perconaProfile: OperatorProfile = {
  engine: 'percona',
  operator: 'Percona',
  kind: perconaPgCluster,
  word: {
    field: 'status.state',
    meanings: {
      ready: 'serving',
      initializing: 'changing',
      stopping: 'changing',
      paused: 'stopped',
      error: 'failed',
    },
  },
  wanted: 'spec.instances[].replicas',
  reported: 'status.postgres.ready',
  switches: { stop: 'spec.pause', pause: 'spec.unmanaged' },
  pods: {
    kind: 'PostgresCluster',
    selector: name =>
      `postgres-operator.crunchydata.com/cluster=${name},postgres-operator.crunchydata.com/instance`,
    primary: ['master', 'primary', 'standby_leader'],
  },
  conditions: [],
  measured: { queries: postgresMetrics, rules: measuredPostgresRules },
  limits: 'operatedLimits.patroni',
  services: (name, { pooler }) => [
    `${name}-primary`,
    ...(pooler ? [`${name}-pgbouncer`] : []),
    `${name}-ha`,
    `${name}-replicas`,
  ],
  port: 5432,
  secrets: (name, { users }) =>
    users.map(user => ({
      name: `${name}-pguser-${user}`,
      use: user === 'postgres' ? 'superuser' : 'app',
      user,
    })),
  secretKeys: ['user', 'password', 'dbname', 'host', 'port', 'uri'],
};

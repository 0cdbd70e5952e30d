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

import { postgresCluster } from '../../kinds';
import { postgresMetrics } from '../../metrics/postgresMetrics';
import { measuredPostgresRules } from '../measured/measuredRules';
import { OperatorProfile } from '../operators/OperatorProfile';

/** Crunchy's Postgres Operator: counts by instance set, and no word for the whole. */
export const crunchyProfile: OperatorProfile = {
  engine: 'crunchy',
  operator: 'Crunchy',
  kind: postgresCluster,
  wanted: 'spec.instances[].replicas',
  reported: 'status.instances[].readyReplicas',
  switches: { stop: 'spec.shutdown', pause: 'spec.paused' },
  pods: {
    kind: 'PostgresCluster',
    selector: name =>
      `postgres-operator.crunchydata.com/cluster=${name},postgres-operator.crunchydata.com/instance`,
    primary: ['master', 'primary', 'standby_leader'],
  },
  conditions: [
    { type: 'PersistentVolumeResizing', when: 'True', severity: 'info' },
    { type: 'PersistentVolumeResizing', when: 'False', severity: 'warning' },
  ],
  measured: { queries: postgresMetrics, rules: measuredPostgresRules },
  limits: 'operatedLimits.patroni',
  // Percona's operator 2 makes one beneath each of its own.
  isPart: ({ data }) => data.owner?.kind === 'PerconaPGCluster',
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

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

import { zalandoPostgresql } from '../../kinds';
import { postgresMetrics } from '../../metrics/postgresMetrics';
import { measuredPostgresRules } from '../measured/measuredRules';
import { OperatorProfile } from '../operators/OperatorProfile';

/** Zalando's Postgres Operator: one word, no counts; the words are of pkg/apis/acid.zalan.do/v1/const.go. */
export const zalandoProfile: OperatorProfile = {
  engine: 'zalando',
  operator: 'Zalando',
  kind: zalandoPostgresql,
  word: {
    field: 'status.PostgresClusterStatus',
    meanings: {
      Running: 'serving',
      Creating: 'starting',
      Updating: 'changing',
      CreateFailed: 'failed',
      UpdateFailed: 'refused',
      SyncFailed: 'refused',
      Invalid: 'refused',
    },
  },
  wanted: 'spec.numberOfInstances',
  switches: { stop: 'spec.numberOfInstances' },
  pods: {
    kind: 'postgresql',
    selector: name => `application=spilo,cluster-name=${name}`,
    primary: ['master', 'primary', 'standby_leader'],
  },
  conditions: [],
  measured: { queries: postgresMetrics, rules: measuredPostgresRules },
  limits: 'operatedLimits.zalando',
  services: (name, { pooler }) => [
    ...(pooler ? [name, `${name}-pooler`] : [name]),
    `${name}-repl`,
  ],
  port: 5432,
  // `secret_name_template` as it is by default; an underscore is no part of a name.
  secrets: (name, { users }) =>
    [...users, 'postgres'].map(user => ({
      name: `${user.replaceAll('_', '-')}.${name}.credentials.postgresql.acid.zalan.do`,
      use: user === 'postgres' ? 'superuser' : 'app',
      user,
    })),
  secretKeys: ['username', 'password'],
};

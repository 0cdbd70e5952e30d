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

import { postgresMetrics } from '../../metrics/postgresMetrics';
import { Engine } from '../Engine';
import { measuredPostgresRules } from '../measured/measuredRules';
import { statefulSetCredentials } from '../statefulSets/statefulSetCredentials';
import { statefulSetObservation } from '../statefulSets/statefulSetObservation';
import { postgresPasswords } from './rules/postgresPasswords';
import { postgresReplication } from './rules/postgresReplication';

/**
 * PostgreSQL in plain StatefulSets, such as those of Bitnami's chart.
 *
 * @public
 */
export const postgres: Engine = {
  id: 'postgres',
  title: 'PostgreSQL (StatefulSet)',
  maturity: 'observe-only',
  observation: statefulSetObservation({
    id: 'postgres',
    port: 5432,
    hasOneWriter: true,
    rules: [postgresReplication, postgresPasswords, ...measuredPostgresRules],
    metrics: postgresMetrics,
    credentials: statefulSetCredentials('postgres', 'once'),
    client: 'psql -U postgres',
  }),
};

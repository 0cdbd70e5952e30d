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

import { sgCluster } from '../../kinds';
import { postgresMetrics } from '../../metrics/postgresMetrics';
import { measuredPostgresRules } from '../measured/measuredRules';
import { OperatorProfile } from '../operators/OperatorProfile';

/**
 * StackGres: conditions, and neither word nor counts. They were stale more than
 * once (gitlab.com/ongresinc/stackgres#3220), so none of them decides alone.
 */
export const stackgresProfile: OperatorProfile = {
  engine: 'stackgres',
  operator: 'StackGres',
  kind: sgCluster,
  wanted: 'spec.instances',
  switches: {
    stop: 'spec.instances',
    pause: 'metadata.annotations[stackgres.io/reconciliation-pause]',
  },
  pods: {
    kind: 'SGCluster',
    selector: name =>
      `stackgres.io/cluster-name=${name},stackgres.io/cluster=true`,
    primary: ['master', 'primary', 'standby_leader'],
  },
  conditions: [
    { type: 'Failed', when: 'True', state: 'degraded', severity: 'warning' },
    { type: 'PendingRestart', when: 'True', severity: 'warning' },
    { type: 'PendingUpgrade', when: 'True', severity: 'info' },
  ],
  measured: { queries: postgresMetrics, rules: measuredPostgresRules },
  limits: 'operatedLimits.stackgres',
  services: name => [name, `${name}-primary`, `${name}-replicas`],
  port: 5432,
  secrets: name => [{ name, use: 'superuser', user: 'postgres' }],
  secretKeys: ['superuser-username', 'superuser-password'],
};

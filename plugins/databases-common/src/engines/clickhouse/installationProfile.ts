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

import { clickHouseInstallation } from '../../kinds';
import { clickhouseMetrics } from '../../metrics/clickhouseMetrics';
import { measuredClickhouseRules } from '../measured/measuredRules';
import { OperatorProfile } from '../operators/OperatorProfile';

/**
 * Altinity's operator for ClickHouse: the words are of type_status.go, and all of
 * them are about the last change, none about health.
 */
export const installationProfile: OperatorProfile = {
  engine: 'clickhouse',
  operator: 'Altinity',
  kind: clickHouseInstallation,
  word: {
    field: 'status.status',
    meanings: {
      Completed: 'reconciled',
      InProgress: 'changing',
      Aborted: 'refused',
      Terminating: 'changing',
    },
  },
  wanted: 'spec.configuration.clusters[].layout',
  switches: { stop: 'spec.stop', pause: 'spec.suspend' },
  pods: {
    kind: 'ClickHouseInstallation',
    selector: name => `clickhouse.altinity.com/chi=${name}`,
  },
  conditions: [],
  measured: { queries: clickhouseMetrics, rules: measuredClickhouseRules },
  limits: 'operatedLimits.clickhouse',
  services: name => [`clickhouse-${name}`],
  port: 9000,
  secrets: () => [],
};

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

import { installationObservation } from '../../clickhouse/installationObservation';
import { deploymentObservation } from '../../arangodb/deploymentObservation';
import { crunchy } from '../../crunchy/crunchy';
import { Engine } from '../../Engine';
import { percona } from '../../percona/percona';
import { stackgres } from '../../stackgres/stackgres';
import { zalando } from '../../zalando/zalando';
import {
  arangoObject,
  arangoPods,
  clickhouseObject,
  crunchyObject,
  perconaObject,
  podsOf,
  stackgresObject,
  zalandoObject,
} from './operatedObjects';

/** ClickHouse and ArangoDB where an operator runs them: their other half are StatefulSets. */
export const installation: Engine = {
  id: 'clickhouse',
  title: 'ClickHouse',
  maturity: 'observe-only',
  observation: installationObservation,
};
export const deployment: Engine = {
  id: 'arangodb',
  title: 'ArangoDB',
  maturity: 'observe-only',
  observation: deploymentObservation,
};

/** Each with a resource and its pods that are well. */
export const operatedEngines = [
  { engine: zalando, resource: zalandoObject, pods: podsOf('postgresql') },
  { engine: crunchy, resource: crunchyObject, pods: podsOf('PostgresCluster') },
  { engine: percona, resource: perconaObject, pods: podsOf('PostgresCluster') },
  { engine: stackgres, resource: stackgresObject, pods: podsOf('SGCluster') },
  {
    engine: installation,
    resource: clickhouseObject,
    pods: podsOf('ClickHouseInstallation'),
  },
  {
    engine: deployment,
    resource: arangoObject,
    pods: arangoPods({ single: 1 }),
  },
] as const;

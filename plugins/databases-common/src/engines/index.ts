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

export { arangodb } from './arangodb/arangodb';
export { clickhouse } from './clickhouse/clickhouse';
export { cnpg } from './cnpg/cnpg';
export { crunchy } from './crunchy/crunchy';
export { postgresImages, type PostgresImage } from './cnpg/postgresImages';
export {
  type Engine,
  type EngineProvision,
  type EngineVersion,
  type ImageFlavor,
  type SharedClusterDeclaration,
  type SharedProvision,
} from './Engine';
export { type EngineObservation } from './EngineObservation';
export { healthLane } from './healthLane';
export { neo4j } from './neo4j/neo4j';
export { postgres } from './postgresStatefulSet/postgres';
export { redis } from './redis/redis';
export { inheritIdentity } from './inheritIdentity';
export { joinIdentities } from './joinIdentities';
export { percona } from './percona/percona';
export { stackgres } from './stackgres/stackgres';
export { zalando } from './zalando/zalando';

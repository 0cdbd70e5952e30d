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

import { ClusterData, cnpgDatabase, LogicalDatabaseData } from '../../kinds';
import { DatabaseIdentity, Fact } from '../../model';
import { FactView } from '../../observation';

/** A database beside the main one of its CNPG cluster. */
export interface LogicalDatabase {
  readonly name: string;
  /** Its role, where anybody says which. */
  readonly owner?: string;
  /** The Database that declares it; left out when only the bootstrap names it. */
  readonly declared?: Fact<LogicalDatabaseData>;
}

/** @returns `undefined` for the database that stands for its CNPG cluster */
export function logicalDatabaseOf(
  { instance, namespace, name, database }: DatabaseIdentity,
  facts: FactView,
  cluster?: Fact<ClusterData>,
): LogicalDatabase | undefined {
  if (instance === undefined || database === undefined) {
    return undefined;
  }
  const declared = facts
    .of(cnpgDatabase, `${namespace}/${name}`)
    .find(fact => nameOfDeclared(fact) === database);
  const created = cluster?.data.spec.databases?.find(
    other => other.name === database,
  );
  const owner = declared?.data.owner ?? created?.owner;
  return {
    name: database,
    ...(owner && { owner }),
    ...(declared && { declared }),
  };
}

/** The name in PostgreSQL. */
export function nameOfDeclared({
  name,
  data,
}: Fact<LogicalDatabaseData>): string {
  return data.database ?? name;
}

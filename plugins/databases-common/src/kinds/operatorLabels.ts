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

import { KubeObject } from '../model';

/** Labels with which operators mark the StatefulSets of their databases, and what they are of. */
const operatorLabels: readonly {
  readonly label: string;
  readonly kind: string;
  /** Another label that has to be there, where the first is too common a word. */
  readonly also?: readonly [string, string];
}[] = [
  {
    label: 'cluster-name',
    kind: 'postgresql',
    also: ['application', 'spilo'],
  },
  {
    label: 'postgres-operator.crunchydata.com/cluster',
    kind: 'PostgresCluster',
  },
  { label: 'stackgres.io/cluster-name', kind: 'SGCluster' },
  { label: 'clickhouse.altinity.com/chi', kind: 'ClickHouseInstallation' },
  {
    label: 'clickhouse-keeper.altinity.com/chk',
    kind: 'ClickHouseKeeperInstallation',
  },
  { label: 'arango_deployment', kind: 'ArangoDeployment' },
];

/** Custom resources that stand for databases themselves. */
const operatorKinds: readonly string[] = [
  ...operatorLabels.map(({ kind }) => kind),
  'PerconaPGCluster',
];

/**
 * The custom resource that a StatefulSet, or a pod, is a part of: as its owner
 * says, else as its labels do, for operators that set no owner.
 *
 * @returns `undefined` when none of the operators that are known here made it
 */
export function findOperator({
  metadata,
}: KubeObject): { readonly kind: string; readonly name: string } | undefined {
  const owner = asList(metadata.ownerReferences).find(({ kind }) =>
    operatorKinds.includes(kind),
  );
  if (owner) {
    return { kind: owner.kind, name: owner.name };
  }
  const labels = metadata.labels ?? {};
  const found = operatorLabels.find(
    ({ label, also }) =>
      typeof labels[label] === 'string' &&
      (!also || labels[also[0]] === also[1]),
  );
  return found && { kind: found.kind, name: labels[found.label] };
}

function asList<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

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

import { Fields } from '../observation';

/**
 * The instances that operators other than CloudNativePG run, by the labels of
 * their pods. Their poolers, backups and Jobs have other labels, or lack one.
 */
const operators: readonly {
  /** Of the custom resource. */
  readonly kind: string;
  /** Names the custom resource. */
  readonly name: string;
  /** Further labels that an instance has: with this value, or with any. */
  readonly also: { readonly [label: string]: string | undefined };
  /** What Patroni, or the operator, says that the instance is at present. */
  readonly role?: string;
}[] = [
  {
    kind: 'postgresql',
    name: 'cluster-name',
    also: { application: 'spilo' },
    role: 'spilo-role',
  },
  {
    // Percona's operator is a fork of Crunchy's, and labels pods like it.
    kind: 'PostgresCluster',
    name: 'postgres-operator.crunchydata.com/cluster',
    also: { 'postgres-operator.crunchydata.com/instance': undefined },
    role: 'postgres-operator.crunchydata.com/role',
  },
  {
    kind: 'SGCluster',
    name: 'stackgres.io/cluster-name',
    also: { 'stackgres.io/cluster': 'true' },
    role: 'role',
  },
  {
    kind: 'ClickHouseInstallation',
    name: 'clickhouse.altinity.com/chi',
    also: {},
  },
  {
    kind: 'ArangoDeployment',
    name: 'arango_deployment',
    also: { role: undefined },
    role: 'role',
  },
];

/** What finds all of them. */
export const operatedPodSelectors = operators.map(({ name, also }) => ({
  labels: [
    name,
    ...Object.entries(also).map(([label, value]) =>
      value === undefined ? label : `${label}=${value}`,
    ),
  ].join(','),
}));

/**
 * The custom resource that a pod is an instance of, and its role there.
 *
 * @param labels - of the pod
 */
export function operatedPod(labels: Fields):
  | {
      readonly operated: { readonly kind: string; readonly name: string };
      readonly role?: string;
    }
  | undefined {
  for (const { kind, name, also, role } of operators) {
    const found = labels.string(name);
    const isInstance = Object.entries(also).every(([label, value]) =>
      value === undefined
        ? labels.string(label)
        : labels.string(label) === value,
    );
    if (found && isInstance) {
      return {
        operated: { kind, name: found },
        role: role && labels.string(role),
      };
    }
  }
  return undefined;
}

/** Kinds of custom resources that stand for databases, and whose StatefulSets do not. */
export const operatorKinds: readonly string[] = [
  ...operators.map(({ kind }) => kind),
  'PerconaPGCluster',
  'ClickHouseKeeperInstallation',
];

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

import {
  ClusterData,
  cnpgCluster,
  cnpgDatabase,
  LogicalDatabaseData,
} from '../../kinds';
import { DatabaseIdentity, Fact } from '../../model';
import { mainDatabaseOf } from './mainDatabaseOf';

/**
 * The databases that an object stands for: a Cluster for its main one and for
 * those that its bootstrap made, a Database for itself. What is being deleted
 * still is one: somebody has to see that it goes.
 */
export function identify(fact: Fact): readonly DatabaseIdentity[] {
  if (!fact.namespace) {
    return [];
  }
  switch (fact.kind) {
    case cnpgCluster.id:
      return ofCluster(fact as Fact<ClusterData>);
    case cnpgDatabase.id:
      return ofDatabase(fact as Fact<LogicalDatabaseData>);
    default:
      return [];
  }
}

function ofCluster(fact: Fact<ClusterData>): readonly DatabaseIdentity[] {
  const { name, createdAt, data } = fact;
  const version = versionOf(data);
  const main = mainDatabaseOf(data);
  const further = data.spec.databases ?? [];
  return [
    {
      ...instanceOf(fact, name),
      ...(main && { database: main }),
      ...(version && { version }),
      ...belonging(data),
      ...(createdAt && { createdAt }),
    },
    ...further
      .filter(database => database.name !== main)
      .map(database => logicalOf(fact, name, database.name)),
  ];
}

function ofDatabase(
  fact: Fact<LogicalDatabaseData>,
): readonly DatabaseIdentity[] {
  const { createdAt, data } = fact;
  return data.ensure === 'absent'
    ? []
    : [
        {
          ...logicalOf(fact, data.cluster, data.database ?? fact.name),
          ...belonging(data),
          ...(createdAt && { createdAt }),
        },
      ];
}

function instanceOf(
  { kubernetesCluster, namespace = '' }: Fact,
  name: string,
): DatabaseIdentity {
  return {
    id: `cnpg.${namespace}.${name}@${kubernetesCluster}`,
    engine: 'cnpg',
    kubernetesCluster,
    namespace,
    name,
    services: [],
  };
}

function logicalOf(
  fact: Fact,
  cluster: string,
  database: string,
): DatabaseIdentity {
  const { id: instance, ...place } = instanceOf(fact, cluster);
  const [inside, kubernetesCluster] = instance.split('@');
  return {
    id: `${inside}:${encodeURIComponent(database)}@${kubernetesCluster}`,
    ...place,
    database,
    instance,
  };
}

function belonging({
  labels = {},
  annotations = {},
}: Pick<LogicalDatabaseData, 'labels' | 'annotations'>): Pick<
  DatabaseIdentity,
  'app' | 'environment' | 'owner' | 'services'
> {
  const { app, environment } = labels;
  const { owner, service = '' } = annotations;
  return {
    ...(app && { app }),
    ...(environment && { environment }),
    ...(owner && { owner }),
    services: service
      .split(',')
      .map(text => text.trim())
      .filter(Boolean),
  };
}

/** What runs, before what is asked for. */
function versionOf({ spec, status }: ClusterData): string | undefined {
  const major =
    status?.majorVersion ??
    majorOf(status?.image) ??
    majorOf(spec.imageName) ??
    spec.imageCatalog?.major;
  return major === undefined ? undefined : String(major);
}

/** `…/postgresql:17.6-standard-bookworm@sha256:…` is 17. */
function majorOf(image: string | undefined): number | undefined {
  const major = /:(\d+)[^/:@]*(?:@.*)?$/.exec(image?.split('@')[0] ?? '')?.[1];
  return major === undefined ? undefined : Number(major);
}

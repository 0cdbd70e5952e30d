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

import { statefulSet, StatefulSetData } from '../../kinds';
import { DatabaseIdentity, Fact } from '../../model';

/**
 * The database that a StatefulSet is a part of. A Sentinel alone is none: the Redis
 * that it watches may be elsewhere.
 */
export function identifyStatefulSet(
  fact: Fact,
  engine: string,
): readonly DatabaseIdentity[] {
  if (fact.kind !== statefulSet.id || !fact.namespace) {
    return [];
  }
  const { kubernetesCluster, namespace, createdAt } = fact;
  const { database, labels, annotations } = fact.data as StatefulSetData;
  if (database?.engine !== engine || database.part === 'sentinel') {
    return [];
  }
  const { name, version } = database;
  const app = labels['basewell.dev/app'];
  const environment = labels['basewell.dev/environment'];
  return [
    {
      id: `${engine}.${namespace}.${name}@${kubernetesCluster}`,
      engine,
      kubernetesCluster,
      namespace,
      name,
      ...(version && { version }),
      ...(app && { app }),
      ...(environment && { environment }),
      ...(annotations.owner && { owner: annotations.owner }),
      services: (annotations.service ?? '')
        .split(',')
        .map(service => service.trim())
        .filter(Boolean),
      ...(createdAt && { createdAt }),
    },
  ];
}

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

import { OperatedData } from '../../kinds';
import { DatabaseIdentity, Fact } from '../../model';
import { OperatorProfile } from './OperatorProfile';

/**
 * The database that a resource of an operator stands for. One that is being
 * deleted still is one: somebody has to see that it goes.
 */
export function identifyOperated(
  { engine, kind, isPart }: OperatorProfile,
  fact: Fact,
): readonly DatabaseIdentity[] {
  const { kubernetesCluster, namespace, name, createdAt } = fact;
  if (
    fact.kind !== kind.id ||
    !namespace ||
    isPart?.(fact as Fact<OperatedData>)
  ) {
    return [];
  }
  const { version, labels, annotations, databases } = (
    fact as Fact<OperatedData>
  ).data;
  const [database, ...others] = databases;
  return [
    {
      id: `${engine}.${namespace}.${name}@${kubernetesCluster}`,
      engine,
      kubernetesCluster,
      namespace,
      name,
      ...(database && !others.length && { database }),
      ...(version && { version }),
      ...(labels.app && { app: labels.app }),
      ...(labels.environment && { environment: labels.environment }),
      ...(annotations.owner && { owner: annotations.owner }),
      services: (annotations.service ?? '')
        .split(',')
        .map(service => service.trim())
        .filter(Boolean),
      ...(createdAt && { createdAt }),
    },
  ];
}

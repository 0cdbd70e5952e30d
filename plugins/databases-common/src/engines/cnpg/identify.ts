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

import { ClusterData, cnpgCluster } from '../../kinds';
import { DatabaseIdentity, Fact } from '../../model';

/**
 * The database that a Cluster stands for. One that is being deleted still is
 * one: somebody has to see that it goes.
 */
export function identify(fact: Fact): readonly DatabaseIdentity[] {
  if (fact.kind !== cnpgCluster.id || !fact.namespace) {
    return [];
  }
  const { kubernetesCluster, namespace, name, createdAt } = fact;
  const data = fact.data as ClusterData;
  const { labels, annotations } = data;
  const version = versionOf(data);
  return [
    {
      id: `cnpg.${namespace}.${name}@${kubernetesCluster}`,
      engine: 'cnpg',
      kubernetesCluster,
      namespace,
      name,
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

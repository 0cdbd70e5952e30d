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

import { ObservedKind } from '../observation';
import { ClusterData } from './ClusterData';
import { projectCluster } from './projectCluster';

/** @public */
export const cnpgCluster: ObservedKind<ClusterData> = {
  id: 'clusters.postgresql.cnpg.io',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  resource: 'clusters',
  kind: 'Cluster',
  namespaced: true,
  feeds:
    'Every verdict about a CloudNativePG database starts with its Cluster.',
  lane: 'health',
  project: projectCluster,
  keys: ({ namespace, name, data }) => [
    `${namespace}/${name}`,
    ...storesOf(namespace, data),
  ],
};

/**
 * The stores it was recovered from, so that the cluster that writes there finds
 * its proven restores: `restored:<namespace>/<object store>/<server>` or
 * `restored:<destination path>/<server>`.
 */
function storesOf(
  namespace: string | undefined,
  { spec }: ClusterData,
): readonly string[] {
  return spec.externalClusters
    .filter(({ name }) => name === spec.recoverySource)
    .flatMap(({ name, plugin, barmanObjectStore }) => {
      if (plugin?.objectStore) {
        return [
          `restored:${namespace}/${plugin.objectStore}/${plugin.serverName ?? name}`,
        ];
      }
      return barmanObjectStore?.destinationPath
        ? [
            `restored:${barmanObjectStore.destinationPath}/${barmanObjectStore.serverName ?? name}`,
          ]
        : [];
    });
}

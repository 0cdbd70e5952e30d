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

import type * as clientNode from '@kubernetes/client-node';
import type { ClusterReading } from './ClusterReading';

/** `ListWatch` of @kubernetes/client-node, which keeps whole objects. */
export function readWithClientNode({
  CustomObjectsApi,
  KubeConfig,
  ListWatch,
  Watch,
}: typeof clientNode): ClusterReading {
  return async ({ kubeconfig }, listener) => {
    const config = new KubeConfig();
    config.loadFromString(kubeconfig);
    const api = config.makeApiClient(CustomObjectsApi);
    const group = 'postgresql.cnpg.io';
    const listWatch = new ListWatch<clientNode.KubernetesObject>(
      `/apis/${group}/v1/clusters`,
      new Watch(config),
      () =>
        api.listClusterCustomObject({
          group,
          version: 'v1',
          plural: 'clusters',
        }),
      false,
    );
    listWatch.on('add', () => listener.seen());
    listWatch.on('update', () => listener.seen());
    // It ends with the first broken connection; its users start it again.
    listWatch.on('error', () => listWatch.start());
    await listWatch.start();
    listener.synced(listWatch.list().length);
  };
}

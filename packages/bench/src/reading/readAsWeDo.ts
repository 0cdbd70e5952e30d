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

import type {
  AuthService,
  BackstageCredentials,
  BackstageServicePrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  cnpgCluster,
  FactIndex,
} from '@basewell/plugin-databases-common/domain';
import {
  type ClusterSource,
  kubeconfigTransport,
  kubernetesPluginSource,
  readKubeconfig,
  startReader,
} from './inside';
import type { ReadingAccess, ReadingListener } from './ClusterReading';

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/** The reader of the portal, with facts kept as the portal keeps them. */
export async function readAsWeDo(
  access: ReadingAccess,
  listener: ReadingListener,
): Promise<void> {
  const index = new FactIndex([cnpgCluster]);
  startReader({
    source: sourceOf(access),
    kinds: [cnpgCluster],
    sink: {
      put(fact) {
        index.put(fact);
        listener.seen();
      },
      remove: reference => index.remove(reference),
      cover(coverage) {
        index.cover(coverage);
        if (coverage.state === 'synced') {
          listener.synced(coverage.objects);
        }
      },
      retain() {},
      forget: name => index.forget(name),
    },
    logger: silent,
  });
}

function sourceOf({ kubeconfig, portal }: ReadingAccess): ClusterSource {
  if (portal) {
    const { url, token } = portal;
    const source = kubernetesPluginSource({
      discovery: {
        getBaseUrl: async plugin => `${url}/${plugin}`,
        getExternalBaseUrl: async plugin => `${url}/${plugin}`,
      },
      auth: {
        getOwnServiceCredentials: async () =>
          ({}) as BackstageCredentials<BackstageServicePrincipal>,
        getPluginRequestToken: async () => ({ token }),
      } as Pick<AuthService, 'getPluginRequestToken'> as AuthService,
    });
    // All of its Kubernetes clusters are one, and everybody else reads it once.
    return {
      list: async signal => (await source.list(signal)).slice(0, 1),
    };
  }
  const transport = kubeconfigTransport(
    readKubeconfig(kubeconfig, { folder: '.' }),
  );
  return { list: async () => [{ name: 'k0', access: 'portal', transport }] };
}

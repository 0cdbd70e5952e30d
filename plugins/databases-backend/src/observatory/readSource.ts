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
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  ClusterSource,
  kubeconfigTransport,
  kubernetesPluginSource,
  readKubeconfig,
} from '../kubernetes';

/**
 * Where the Kubernetes clusters are, by `databases.kubernetes`:
 *
 * - `source: plugin` (when left out): those of the Kubernetes plugin
 * - `source: kubeconfig` with `kubeconfig: { path, contexts }`
 * - `source: none`: databases are created here, and not observed
 *
 * @throws InputError that names the path of what is wrong
 */
export function readSource(services: {
  readonly config: RootConfigService;
  readonly discovery: DiscoveryService;
  readonly auth: AuthService;
}): ClusterSource | undefined {
  const path = 'databases.kubernetes';
  const config = services.config.getOptionalConfig(path);
  const source = config?.getOptionalString('source') ?? 'plugin';
  const excluded = config?.getOptionalStringArray('exclude') ?? [];
  switch (source) {
    case 'none':
      return undefined;
    case 'plugin':
      return without(excluded, kubernetesPluginSource(services));
    case 'kubeconfig':
      return without(
        excluded,
        kubeconfigSource(
          config!.getString('kubeconfig.path'),
          config!.getOptionalStringArray('kubeconfig.contexts'),
        ),
      );
    default:
      throw new InputError(
        `${path}.source: there is no "${source}"; there are plugin, kubeconfig, none`,
      );
  }
}

/** One Kubernetes cluster for each context, called like it. */
function kubeconfigSource(
  path: string,
  contexts: readonly (string | undefined)[] = [undefined],
): ClusterSource {
  return {
    async list() {
      const text = readFileSync(path, 'utf8');
      return contexts.map(context => {
        const access = readKubeconfig(text, { folder: dirname(path), context });
        return {
          name: access.context,
          access: 'portal',
          transport: kubeconfigTransport(access),
        };
      });
    },
  };
}

function without(
  excluded: readonly string[],
  source: ClusterSource,
): ClusterSource {
  return {
    list: async signal =>
      (await source.list(signal)).filter(
        ({ name }) => !excluded.includes(name),
      ),
  };
}

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

import { FrontendFeature } from '@backstage/frontend-plugin-api';
import { loadModuleFederationHostShared } from '@backstage/module-federation-common';
import { createInstance } from '@module-federation/runtime';
import { Remote } from './Remote';

/**
 * The features of dynamic plugins. A plugin that does not load is reported and
 * left out: the portal is there without it.
 */
export async function loadRemotes(
  remotes: readonly Remote[],
): Promise<FrontendFeature[]> {
  const federation = createInstance({
    name: 'app',
    remotes: remotes.map(({ remoteInfo }) => remoteInfo),
    shared: await loadModuleFederationHostShared(),
  });
  const loaded = await Promise.allSettled(
    remotes.flatMap(({ remoteInfo, exposedModules }) =>
      exposedModules.map(async exposed => {
        const id = exposed === '.' ? '' : `/${exposed}`;
        const module = await federation.loadRemote<{ default?: unknown }>(
          `${remoteInfo.name}${id}`,
        );
        return module?.default;
      }),
    ),
  );
  return loaded.flatMap(result => {
    if (result.status === 'rejected') {
      // eslint-disable-next-line no-console -- there is no app yet to tell it
      console.error('A dynamic plugin could not be loaded', result.reason);
      return [];
    }
    return isFeature(result.value) ? [result.value] : [];
  });
}

function isFeature(value: unknown): value is FrontendFeature {
  const { $$type } = Object(value);
  return (
    $$type === '@backstage/FrontendPlugin' ||
    $$type === '@backstage/FrontendModule'
  );
}

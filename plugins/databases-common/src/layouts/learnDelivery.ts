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

import { Delivery } from './Delivery';
import { findArgocdDelivery } from './findArgocdDelivery';
import { findFluxDelivery } from './findFluxDelivery';
import { folderOf } from './folderOf';
import { isWithin } from './isWithin';
import { LayoutContext } from './Layout';
import { readsHelmSecrets } from './readsHelmSecrets';
import { TargetPaths } from './TargetPaths';

/**
 * What delivers a folder of Secrets, as far as the repository shows it. KSOPS is
 * not asked about here: the kustomization of the folder says so itself.
 */
export function learnDelivery(
  { view, target }: LayoutContext,
  paths: TargetPaths,
  folder: string,
): Delivery | undefined {
  const { platform } = view;
  const application = findArgocdDelivery(
    platform,
    folderOf(paths.databaseApplication),
    folder,
    /secret/i,
  );
  if (application) {
    const sources = application.sources.filter(
      ({ path }) => path && isWithin(folder, path),
    );
    const plugins = sources.flatMap(({ plugin }) => plugin ?? []);
    return {
      tool: 'argocd',
      file: application.file,
      decrypts: sources.some(readsHelmSecrets)
        ? 'values'
        : whetherDecrypts(plugins),
    };
  }
  // What is still unread may be the Application.
  const { files, folders } = platform.missing;
  return files.length || folders.length
    ? undefined
    : findFluxDelivery(platform, folder, target);
}

/** There are plugins for everything: one that decrypts mostly says so. */
function whetherDecrypts(plugins: readonly string[]): Delivery['decrypts'] {
  if (plugins.some(name => /sops/i.test(name))) {
    return 'yes';
  }
  return plugins.length ? 'perhaps' : 'no';
}

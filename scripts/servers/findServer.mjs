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

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cachedBuildFolder } from './cachedBuildFolder.mjs';
import { isUsableVersion } from './isUsableVersion.mjs';

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds the binary of one server. First what the person names: the variable
 * `BASEWELL_<NAME>`, then the folder `KUBEBUILDER_ASSETS` (as controller-runtime's
 * envtest has it); then a fitting version on PATH; then our own build.
 *
 * @param {typeof import('./pinnedServers.mjs').pinnedServers[number]} server
 * @param {NodeJS.ProcessEnv} environment
 * @returns {{ path: string; from: string; staticRoot?: string } | undefined}
 */
export function findServer(server, environment = process.env) {
  const { name } = server;
  const variable = `BASEWELL_${name.toUpperCase().replaceAll('-', '_')}`;
  const named = environment[variable];
  if (named) {
    return {
      path: named,
      from: variable,
      staticRoot: environment[`${variable}_STATIC_ROOT`],
    };
  }

  const assets = environment.KUBEBUILDER_ASSETS;
  const asset = assets && join(assets, `${name}${SUFFIX}`);
  if (asset && existsSync(asset)) {
    return { path: asset, from: 'KUBEBUILDER_ASSETS' };
  }

  const onPath =
    server.oldest &&
    (environment.PATH ?? environment.Path ?? '')
      .split(delimiter)
      .map(folder => join(folder, `${name}${SUFFIX}`))
      .find(isExecutable);
  if (onPath && isUsableVersion(onPath, server)) {
    return { path: onPath, from: 'PATH' };
  }

  const folder = cachedBuildFolder(name, server.build);
  const built = join(folder, `${name}${SUFFIX}`);
  return existsSync(built)
    ? {
        path: built,
        from: 'cache',
        staticRoot: server.build.staticRoot && join(folder, 'static'),
      }
    : undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

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

import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * Where Node, Yarn and the test servers are kept: outside the repository, so
 * that clones share them and `git clean` does not cost ten minutes.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
export function cacheFolder(
  environment = process.env,
  platform = process.platform,
  home = homedir(),
) {
  const { join } = platform === 'win32' ? win32 : posix;
  if (environment.BASEWELL_CACHE) {
    return environment.BASEWELL_CACHE;
  }
  if (environment.XDG_CACHE_HOME) {
    return join(environment.XDG_CACHE_HOME, 'basewell');
  }
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Caches', 'basewell');
    case 'win32':
      return join(
        environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'),
        'basewell',
      );
    default:
      return join(home, '.cache', 'basewell');
  }
}

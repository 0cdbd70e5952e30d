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

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../toolchain/cacheFolder.mjs';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';

/**
 * Where the build of one folder of tools/ lies in the cache. The name holds
 * everything that makes another build: modules with their checksums, how we
 * build, and the platform.
 *
 * @param {string} name the folder in tools/
 * @param {unknown} recipe the row that says how it is built
 */
export function cachedBuildFolder(name, recipe) {
  const folder = join(repositoryRoot, 'tools', name);
  const hash = createHash('sha256').update(describe(recipe));
  const sources = readdirSync(folder, { recursive: true })
    .map(String)
    .filter(file => /\.go$|(^|[\\/])go\.(mod|sum)$/.test(file));
  for (const file of sources.sort()) {
    hash.update(readFileSync(join(folder, file)));
  }
  return join(
    cacheFolder(),
    'servers',
    `${name}-${hash.digest('hex').slice(0, 12)}-${process.platform}-${process.arch}`,
  );
}

function describe(recipe) {
  return JSON.stringify(recipe, (key, value) =>
    typeof value === 'function' || value instanceof RegExp
      ? String(value)
      : value,
  );
}

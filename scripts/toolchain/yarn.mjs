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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedPackage } from './cachedPackage.mjs';
import { repositoryRoot } from './repositoryRoot.mjs';

/**
 * The Yarn that the root package.json names in `packageManager`, kept in the
 * cache: a file to run with Node.
 *
 * @returns {Promise<string>} the absolute path of yarn.js
 */
export async function yarn() {
  const { packageManager } = JSON.parse(
    readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
  );
  const [, version] = packageManager.split('@');
  const folder = await cachedPackage({
    name: '@yarnpkg/cli-dist',
    version,
    title: `Fetching Yarn ${version}`,
    remedy:
      'check that npm reaches its registry (npm ping) and run this again.',
  });
  return join(folder, 'bin', 'yarn.js');
}

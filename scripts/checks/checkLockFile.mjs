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
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';

/**
 * A host in the lock file would be where everybody has to download from, and a
 * registry's archive URL is how one gets there.
 */
export async function checkLockFile() {
  return readFileSync(join(repositoryRoot, 'yarn.lock'), 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      /:\/\/|__archiveUrl/.test(line)
        ? [
            `yarn.lock:${index + 1}: ${line.trim()}: depend on a version, not on an address`,
          ]
        : [],
    );
}

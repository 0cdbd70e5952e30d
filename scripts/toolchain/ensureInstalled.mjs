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

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installStamp } from './installStamp.mjs';
import { repositoryRoot } from './repositoryRoot.mjs';
import { runStep } from './runStep.mjs';
import { yarn } from './yarn.mjs';
import { yarnEnvironment } from './yarnEnvironment.mjs';

/**
 * Installs the packages of yarn.lock, unless exactly that was done before.
 * The stamp is taken away first and written last, so that an interrupted
 * installation is redone.
 *
 * @returns {Promise<boolean>} whether anything was done
 */
export async function ensureInstalled() {
  const stampFile = join(repositoryRoot, 'node_modules', '.basewell-installed');
  const stamp = installStamp(repositoryRoot);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return false;
  }
  rmSync(stampFile, { force: true });
  await runStep({
    title: 'Installing packages (some minutes the first time)',
    command: process.execPath,
    args: [await yarn(), 'install', '--immutable'],
    cwd: repositoryRoot,
    env: yarnEnvironment(),
    remedy:
      'when yarn.lock "would have been modified", run yarn install and commit the lock file; ' +
      'when a download failed, check that npm reaches its registry (npm ping); then run this again.',
  });
  writeFileSync(stampFile, stamp);
  return true;
}

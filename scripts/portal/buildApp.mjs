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
import { packageBin } from '../toolchain/packageBin.mjs';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { runStep } from '../toolchain/runStep.mjs';
import { sourceStamp } from './sourceStamp.mjs';

/** Everything the browser gets comes from here. */
const SOURCES = [
  'yarn.lock',
  'packages/app/config.d.ts',
  'packages/app/package.json',
  'packages/app/public',
  'packages/app/src',
  'plugins/databases',
  'plugins/databases-common',
  'plugins/scaffolder-module-databases',
];

/**
 * Builds the portal's app, unless exactly these sources were built before.
 *
 * @returns {Promise<boolean>} whether anything was done
 */
export async function buildApp() {
  const folder = join(repositoryRoot, 'packages', 'app');
  const stampFile = join(folder, 'dist', '.basewell-built');
  const stamp = sourceStamp(repositoryRoot, SOURCES);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return false;
  }
  rmSync(stampFile, { force: true });
  await runStep({
    title: 'Building the portal (a minute or two, once)',
    command: process.execPath,
    args: [packageBin('@backstage/cli', 'backstage-cli'), 'package', 'build'],
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    remedy:
      'when it names a source file, mend it; when it ran out of memory, close other programs; then run this again.',
  });
  writeFileSync(stampFile, stamp);
  return true;
}

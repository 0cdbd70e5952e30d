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

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { npmCommand } from './npmCommand.mjs';
import { runStep } from './runStep.mjs';

/**
 * The folder of an npm package in the cache, installed when it is not there.
 * No install script runs.
 *
 * @param {object} wanted
 * @param {string} wanted.name
 * @param {string} wanted.version an exact version or a range
 * @param {string} wanted.title
 * @param {string} wanted.remedy
 * @returns {Promise<string>}
 */
export async function cachedPackage({ name, version, title, remedy }) {
  const folder = join(cacheFolder(), 'npm', `${name}@${version}`);
  const installed = join(folder, 'node_modules', ...name.split('/'));
  if (existsSync(installed)) {
    return installed;
  }

  // Into a folder of its own and then renamed: an interrupted installation is
  // never taken for a whole one, and two at once do not meet.
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  await runStep({
    title,
    ...npmCommand([
      'install',
      '--prefix',
      partial,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      `${name}@${version}`,
    ]),
    remedy,
  });
  mkdirSync(dirname(folder), { recursive: true });
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(installed)) {
      throw error;
    }
  }
  return installed;
}

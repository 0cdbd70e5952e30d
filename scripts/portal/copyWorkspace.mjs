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

import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';

const COPIED = [
  '.yarnrc.yml',
  'backstage.json',
  'package.json',
  'packages',
  'plugins',
  'tsconfig.json',
  'yarn.lock',
];
const MADE = /[\\/](node_modules|dist|dist-types|e2e-report|coverage)$/;

/**
 * The sources of all packages in another folder, for what rewrites files while
 * it works: packing puts the published package.json in place of ours.
 *
 * @param {string} folder an empty one
 */
export function copyWorkspace(folder) {
  for (const name of COPIED) {
    cpSync(join(repositoryRoot, name), join(folder, name), {
      recursive: true,
      filter: source => !MADE.test(source),
    });
  }
  symlinkSync(
    join(repositoryRoot, 'node_modules'),
    join(folder, 'node_modules'),
    'junction',
  );
}

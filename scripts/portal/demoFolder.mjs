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

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';

const ESTATES = 'estates';

/** Where the demo keeps what was done in it: database, repositories, log. */
export const demoFolder = folderAt('.demo');

/**
 * The same of a demo with another estate, which may run beside it.
 *
 * @param {string} name
 */
export function estateFolder(name) {
  return folderAt('.demo', ESTATES, name);
}

function folderAt(...path) {
  const folder = join(repositoryRoot, ...path);
  return {
    path(...names) {
      mkdirSync(folder, { recursive: true });
      return join(folder, ...names);
    },

    /** Removes everything but the lock of the start that asks for it. */
    reset() {
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(folder)) {
        if (name !== 'lock' && name !== ESTATES) {
          rmSync(join(folder, name), { recursive: true, force: true });
        }
      }
    },
  };
}

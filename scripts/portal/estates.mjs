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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { StepError } from '../toolchain/StepError.mjs';

const FOLDER = join('examples', 'estates');

/**
 * The estates that the demo can start with instead of its own.
 *
 * @returns {readonly { name: string, title: string }[]}
 */
export function listEstates() {
  const folder = join(repositoryRoot, FOLDER);
  return readdirSync(folder)
    .filter(name => existsSync(configOf(name)))
    .map(name => ({
      name,
      title: JSON.parse(
        readFileSync(join(folder, name, 'expected.json'), 'utf8'),
      ).title,
    }));
}

/**
 * The configuration of an estate, which comes on top of that of the portal.
 *
 * @param {string} name
 * @returns {string} path of a file
 */
export function estateConfig(name) {
  const names = listEstates().map(estate => estate.name);
  if (!names.includes(name)) {
    throw new StepError(
      `There is no estate "${name}". Take one of ${names.join(', ')}, or leave --estate out.`,
    );
  }
  return configOf(name);
}

function configOf(name) {
  return join(repositoryRoot, FOLDER, name, 'app-config.yaml');
}

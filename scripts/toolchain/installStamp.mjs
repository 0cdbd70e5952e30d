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
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything that decides what an installation puts into node_modules, as one
 * hash: the lock file, Yarn's settings, every package.json, and the platform
 * and Node that native modules were built for.
 *
 * @param {string} root
 */
export function installStamp(root) {
  const hash = createHash('sha256');
  const [major] = process.versions.node.split('.');
  hash.update(`${process.platform}-${process.arch}-${major}`);
  for (const path of inputs(root)) {
    hash.update(`\0${path}\0`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function inputs(root) {
  const { workspaces } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const packages = workspaces
    .map(pattern => pattern.replace(/\/\*$/, ''))
    .flatMap(folder =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder)).map(name => `${folder}/${name}`)
        : [],
    )
    .map(folder => `${folder}/package.json`)
    .sort();
  return ['package.json', 'yarn.lock', '.yarnrc.yml', ...packages].filter(
    path => existsSync(join(root, path)),
  );
}

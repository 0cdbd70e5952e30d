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
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';

/**
 * The packages of this repository.
 *
 * @returns {readonly { folder: string; manifest: any }[]} folders are relative
 *   to the root
 */
export function workspacePackages() {
  const { workspaces } = readManifest('.');
  return workspaces
    .map(pattern => dirname(pattern)) // "packages/*"
    .flatMap(parent =>
      readdirSync(join(repositoryRoot, parent)).map(name => join(parent, name)),
    )
    .filter(folder => existsSync(join(repositoryRoot, folder, 'package.json')))
    .sort()
    .map(folder => ({ folder, manifest: readManifest(folder) }));
}

function readManifest(folder) {
  return JSON.parse(
    readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8'),
  );
}

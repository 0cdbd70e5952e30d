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

import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { runStep } from '../toolchain/runStep.mjs';
import { cachedBuildFolder } from './cachedBuildFolder.mjs';
import { customResources } from './customResources.mjs';

/**
 * Copies the CustomResourceDefinitions of the modules in tools/crds into the
 * cache, one folder per group.
 */
export async function copyCustomResources() {
  const folder = cachedBuildFolder('crds', customResources);
  const partial = `${folder}.${process.pid}`;
  const { output } = await runStep({
    title: 'Fetching custom resource definitions',
    command: 'go',
    args: ['mod', 'download', '-json', ...customResources.map(r => r.module)],
    cwd: join(repositoryRoot, 'tools', 'crds'),
    env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=readonly' },
    remedy:
      'check that Go reaches its module proxy (go env GOPROXY) and run npm run tools again.',
  });
  const folders = new Map(
    parseObjects(output).map(({ Path, Dir }) => [Path, Dir]),
  );
  for (const { group, module, folder: source, only } of customResources) {
    const from = join(folders.get(module), source);
    const to = join(partial, group);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from)) {
      const isDefinition = /^kind: CustomResourceDefinition$/m.test(
        readFileSync(join(from, file), 'utf8'),
      );
      if (isDefinition && (only?.test(file) ?? true)) {
        copyFileSync(join(from, file), join(to, file));
      }
    }
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/** `go mod download -json` prints one indented object after the other. */
function parseObjects(text) {
  return text
    .split(/^(?=\{$)/m)
    .filter(part => part.startsWith('{'))
    .map(part => JSON.parse(part.slice(0, part.indexOf('\n}') + 2)));
}

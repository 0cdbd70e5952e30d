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
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packageBin } from '../toolchain/packageBin.mjs';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { runStep } from '../toolchain/runStep.mjs';
import { yarn } from '../toolchain/yarn.mjs';
import { yarnEnvironment } from '../toolchain/yarnEnvironment.mjs';
import { copyWorkspace } from './copyWorkspace.mjs';
import { sourceStamp } from './sourceStamp.mjs';

const PLUGINS = ['databases', 'databases-backend'];

/** A plugin and what it brings along. */
const SOURCES = [
  'yarn.lock',
  'packages/sops',
  'plugins/databases',
  'plugins/databases-backend',
  'plugins/databases-common',
  'plugins/databases-node',
];

/**
 * Makes dynamic plugins of ours, as `backstage-cli package bundle` does for
 * everybody, unless those that are there are of the same sources. Below the
 * root, as hosts expect them.
 *
 * @returns {Promise<string>} the folder for `dynamicPlugins.rootDirectory`
 */
export async function bundlePlugins() {
  const folder = join(
    repositoryRoot,
    'node_modules',
    '.cache',
    'dynamic-plugins',
  );
  const stampFile = join(folder, '.basewell-bundled');
  const stamp = sourceStamp(repositoryRoot, SOURCES);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return folder;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const workspace = mkdtempSync(join(tmpdir(), 'basewell-bundles-'));
  try {
    copyWorkspace(workspace);
    const env = await bundlerEnvironment(workspace);
    await Promise.all(
      PLUGINS.map(plugin => bundle({ plugin, workspace, folder, env })),
    );
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
  writeFileSync(stampFile, stamp);
  return folder;
}

function bundle({ plugin, workspace, folder, env }) {
  return runStep({
    title: `Bundling ${plugin} as a dynamic plugin`,
    command: process.execPath,
    args: [
      packageBin('@backstage/cli', 'backstage-cli'),
      ...['package', 'bundle', '--output-destination', folder],
    ],
    cwd: join(workspace, 'plugins', plugin),
    env,
    remedy:
      'when it names a source file, mend it; when a download failed, check that npm reaches its registry (npm ping); then run this again.',
  });
}

/** The bundler looks for a command `yarn`, and reads what it prints. */
async function bundlerEnvironment(workspace) {
  const commands = join(workspace, 'commands');
  mkdirSync(commands);
  const command = join(commands, 'yarn');
  writeFileSync(
    command,
    `#!/bin/sh\nexec '${process.execPath}' '${await yarn()}' "$@"\n`,
  );
  chmodSync(command, 0o755);
  return {
    ...yarnEnvironment(),
    PATH: [commands, process.env.PATH].join(delimiter),
    // Colored, `null` is no YAML for the .yarnrc.yml it writes.
    YARN_ENABLE_COLORS: '0',
  };
}

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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { anyPort } from './portal/anyPort.mjs';
import { buildApp } from './portal/buildApp.mjs';
import { bundlePlugins } from './portal/bundlePlugins.mjs';
import { demoFolder } from './portal/demoFolder.mjs';
import { freePort } from './portal/freePort.mjs';
import { runPortal } from './portal/runPortal.mjs';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { repositoryRoot } from './toolchain/repositoryRoot.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';

const HELP = `node scripts/dynamic.mjs [options]     the demo portal, with the databases as dynamic plugins

  --port <number>   where to listen (3000, or the next free one)
  --help            this`;

/** What the app would discover by itself. */
const OURS = [
  '@basewell/plugin-databases',
  '@basewell/plugin-databases-module-home',
  '@basewell/plugin-scaffolder-module-databases',
];

await runMain(async () => {
  const { values: flags } = parseArgs({
    options: { port: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (flags.help) {
    console.log(HELP);
    return;
  }
  await underNode24();
  const port = await freePort(flags.port);
  await ensureInstalled();
  await buildApp();
  const plugins = await bundlePlugins();
  const demo = mkdtempSync(join(tmpdir(), 'basewell-dynamic-'));
  try {
    await runPortal({
      port,
      kubernetesPort: await anyPort(),
      logFile: demoFolder.path('dynamic.log'),
      host: {
        entry: 'src/dynamicHost.ts',
        preload: [
          join(repositoryRoot, 'scripts', 'portal', 'hideWorkspace.cjs'),
        ],
        environment: {
          APP_CONFIG_app_packages: JSON.stringify({ exclude: OURS }),
          APP_CONFIG_demo_directory: demo,
          APP_CONFIG_dynamicPlugins_rootDirectory: plugins,
        },
      },
    });
  } finally {
    rmSync(demo, { recursive: true, force: true });
  }
});

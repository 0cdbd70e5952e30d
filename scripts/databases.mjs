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

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { repositoryRoot } from './toolchain/repositoryRoot.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';
import { sourceStamp } from './portal/sourceStamp.mjs';

const SOURCES = [
  'yarn.lock',
  'packages/cli/src',
  'packages/sops/src',
  'plugins/databases-common/src',
  'plugins/databases-node/src',
];

/**
 * The command line from its sources, for work in this repository. It is bundled
 * once for all runs until a source changes, so that it answers at once; the
 * bundle runs on any supported Node, Node 20 included.
 */
await runMain(async () => {
  const require = createRequire(import.meta.url);
  const folder = join(repositoryRoot, 'node_modules', '.cache', 'basewell');
  const bundle = join(folder, 'databases.cjs');
  const stampFile = `${bundle}.stamp`;
  const stamp = sourceStamp(repositoryRoot, SOURCES);
  const current =
    existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (!current) {
    await underNode24();
    await ensureInstalled();
    const unfinished = `${bundle}.${process.pid}`;
    await require('esbuild').build({
      entryPoints: [join(repositoryRoot, 'packages/cli/src/index.ts')],
      outfile: unfinished,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'warning',
    });
    // In one move, because another run may be reading it.
    renameSync(unfinished, bundle);
    writeFileSync(stampFile, stamp);
  }
  // Compiling the bundle takes a tenth of a second; Node 20 cannot keep it.
  nodeModule.enableCompileCache?.(join(folder, 'compiled'));
  require(bundle);
});

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

import { parseArgs } from 'node:util';
import { anyPort } from './portal/anyPort.mjs';
import { buildApp } from './portal/buildApp.mjs';
import { demoFolder, estateFolder } from './portal/demoFolder.mjs';
import { estateConfig, listEstates } from './portal/estates.mjs';
import { freePort } from './portal/freePort.mjs';
import { takeLock } from './portal/takeLock.mjs';
import { runPortal } from './portal/runPortal.mjs';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';

const HELP = () => `npm start [-- options]     the demo portal on this machine

  --port <number>   where to listen (3000, or the next free one)
  --estate <name>   another estate than that of the demo:
${listEstates()
  .map(({ name, title }) => `                      ${name.padEnd(18)}${title}`)
  .join('\n')}
  --reset           forget what was done in the demo before
  --help            this`;

await runMain(async () => {
  const { values: flags } = parseArgs({
    options: {
      port: { type: 'string' },
      estate: { type: 'string' },
      reset: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (flags.help) {
    console.log(HELP());
    return;
  }
  // A word that is mistyped is heard of before anything long, too.
  const estate = flags.estate && {
    name: flags.estate,
    config: estateConfig(flags.estate),
  };
  await underNode24();

  const folder = estate ? estateFolder(estate.name) : demoFolder;
  const release = takeLock(folder);
  try {
    // Before anything long: nobody waits three minutes to hear of a taken port.
    const port = await freePort(flags.port);
    if (flags.reset) {
      folder.reset();
    }
    await ensureInstalled();
    await buildApp();
    await runPortal({
      port,
      kubernetesPort: await anyPort(),
      logFile: folder.path('portal.log'),
      estate,
    });
  } finally {
    release();
  }
});

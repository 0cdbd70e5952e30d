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

import { buildMissingServers } from './servers/buildMissingServers.mjs';
import { listServers } from './servers/listServers.mjs';
import { runMain } from './toolchain/runMain.mjs';

/**
 * `npm run tools`: builds the real servers that integration tests start, once.
 * `--list` builds nothing and prints as JSON what there is.
 */
await runMain(async () => {
  if (process.argv.includes('--list')) {
    console.log(JSON.stringify(listServers()));
    return;
  }
  const missing = listServers().filter(({ found }) => !found);
  if (missing.length > 0) {
    const minutes = missing.reduce((sum, server) => sum + server.minutes, 0);
    console.log(
      `Building ${missing.length} test servers, up to ${Math.ceil(minutes)} minutes on two cores.`,
    );
  }
  await buildMissingServers();
  for (const { name, found } of listServers()) {
    console.log(`  ${name.padEnd(16)}${found.path}  (${found.from})`);
  }
});

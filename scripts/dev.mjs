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

import { spawn } from 'node:child_process';
import { packageBin } from './toolchain/packageBin.mjs';
import { repositoryRoot } from './toolchain/repositoryRoot.mjs';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';

/** The portal with hot reload: app on 3000, backend on 7007. */
await runMain(async () => {
  await underNode24();
  await ensureInstalled();
  const child = spawn(
    process.execPath,
    [packageBin('@backstage/cli', 'backstage-cli'), 'repo', 'start'],
    {
      cwd: repositoryRoot,
      stdio: 'inherit',
      env: {
        ...process.env,
        APP_CONFIG_backend_baseUrl: 'http://localhost:7007',
        APP_CONFIG_backend_listen_port: '7007',
        APP_CONFIG_backend_cors_origin: 'http://localhost:3000',
        APP_CONFIG_backend_csp_connect_src: '["\'self\'", "http:"]',
      },
    },
  );
  // Ctrl-C reaches the child too; it ends first, and we end as it did.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise(resolve => child.on('exit', code => resolve(code ?? 0)));
});

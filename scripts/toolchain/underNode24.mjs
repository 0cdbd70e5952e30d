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
import { node24 } from './node24.mjs';
import { nodeEnvironment } from './nodeEnvironment.mjs';

/**
 * Goes on only under a Node that Backstage supports. Under any other one the
 * same command is run again with Node 24, and this process ends as it ends.
 * Either way children find that Node first.
 */
export async function underNode24() {
  const node = await node24();
  const environment = nodeEnvironment(node);
  if (node === process.execPath) {
    if (!('npm_config_nodedir' in environment)) {
      delete process.env.npm_config_nodedir;
    }
    Object.assign(process.env, environment);
    return;
  }

  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: environment,
  });
  // A terminal signals both; a `kill` reaches only us, and must not orphan it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (...ending) => resolve(ending));
  });
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exit(code ?? 1);
}

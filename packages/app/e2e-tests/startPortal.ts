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
import { join } from 'node:path';

export interface RunningPortal {
  readonly address: string;
  stop(): Promise<void>;
}

const root = join(__dirname, '../../..');

/**
 * Runs a script of the repository that starts a portal, and waits until that
 * answers. It ends with the tests, however they end.
 *
 * @param script - its path from the root, then its arguments
 */
export async function startPortal(
  ...[script, ...args]: readonly [string, ...string[]]
): Promise<RunningPortal> {
  const child = spawn(
    process.execPath,
    [
      ...['--require', join(root, 'scripts/portal/endWithParent.cjs')],
      join(root, script),
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
  });
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const started = /is running:\s+(http:\S+)/.exec(output);
      if (started) {
        resolve(started[1]);
      }
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('exit', code =>
      reject(new Error(`${script} ended with ${code}:\n${output}`)),
    );
  });
  return {
    address,
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

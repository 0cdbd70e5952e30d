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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Supervisor } from './Supervisor';
import { SupervisorConnection } from './SupervisorConnection';

const POLL_MILLISECONDS = 50;
const LOG_TAIL_LINES = 30;

/**
 * Starts the process that holds a test's servers.
 *
 * @public
 */
export async function startSupervisor(): Promise<Supervisor> {
  const connection = await SupervisorConnection.open();

  async function fail(name: string, what: string): Promise<never> {
    const log = await readFile(join(connection.folder, `${name}.log`), 'utf8');
    const tail = log.trimEnd().split('\n').slice(-LOG_TAIL_LINES);
    throw new Error([`${name} ${what}. Its last words:`, ...tail].join('\n'));
  }

  return {
    folder: connection.folder,
    async start(program) {
      connection.forgetEnd(program.name);
      await connection.ask({ start: program });
    },
    async kill(name, signal = 'SIGKILL') {
      await connection.ask({ kill: { name, signal } });
    },
    async waitUntilReady(name, check, timeoutSeconds = 60) {
      const deadline = Date.now() + timeoutSeconds * 1000;
      while (!(await check().catch(() => false))) {
        if (connection.hasEnded(name)) {
          await fail(name, 'ended before it was ready');
        }
        if (Date.now() > deadline) {
          await fail(name, `was not ready after ${timeoutSeconds} s`);
        }
        await sleep(POLL_MILLISECONDS);
      }
    },
    async stop() {
      await connection.close();
    },
  };
}

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

import { createServer } from 'node:net';
import { StepError } from '../toolchain/StepError.mjs';

const FIRST = 3000;
const TRIES = 50;

/**
 * The port to listen on: the wanted one, or the first free one from 3000 on.
 * Both loopback addresses must be free, because browsers try either for
 * `localhost`.
 *
 * @param {string | undefined} wanted as the person gave it
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  if (wanted !== undefined) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new StepError(`--port ${wanted} is not a port; give 1 to 65535.`);
    }
    if (!(await isFree(port))) {
      throw new StepError(
        `Port ${port} is taken. Give another one, or leave --port out and the next free one is used.`,
      );
    }
    return port;
  }
  for (let port = FIRST; port < FIRST + TRIES; port++) {
    if (await isFree(port)) {
      if (port !== FIRST) {
        console.log(`  Port ${FIRST} is taken; using ${port}.`);
      }
      return port;
    }
  }
  throw new StepError(
    `No port from ${FIRST} to ${FIRST + TRIES - 1} is free; give one with npm start -- --port <number>.`,
  );
}

async function isFree(port) {
  const codes = await Promise.all(
    ['127.0.0.1', '::1'].map(host => tryToListen(port, host)),
  );
  return !codes.some(code => code === 'EADDRINUSE' || code === 'EACCES');
}

function tryToListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

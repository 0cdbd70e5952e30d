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

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort } from './freePort.mjs';

function listen(host) {
  return new Promise(resolve => {
    const server = createServer().listen(0, host, () => resolve(server));
  });
}

test('a wanted port that somebody has is refused', async () => {
  const server = await listen('127.0.0.1');
  const { port } = server.address();
  await assert.rejects(freePort(String(port)), /is taken/);
  await new Promise(resolve => server.close(resolve));
  assert.equal(await freePort(String(port)), port);
});

for (const wanted of ['http', '0', '65536', '3.5']) {
  test(`${wanted} is no port`, async () => {
    await assert.rejects(freePort(wanted), /is not a port/);
  });
}

test('without a wish, a free one is found', async () => {
  assert.ok((await freePort()) >= 3000);
});

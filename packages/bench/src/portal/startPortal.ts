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

import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { forkSource } from '../processes/forkSource';
import { Portal } from './Portal';
import { PORTAL_TOKEN, PortalSettings } from './PortalSettings';

/** Starts a backend with our plugin and the Kubernetes plugin. */
export async function startPortal(
  settings: Omit<PortalSettings, 'port'>,
): Promise<Portal> {
  const port = await freePort();
  const source = forkSource(
    'portal/portalProcess.ts',
    [JSON.stringify({ ...settings, port })],
    { LOG_LEVEL: 'error' },
  );
  await source.message(message => message === 'started');
  return new Portal(`http://127.0.0.1:${port}/api`, PORTAL_TOKEN, source.stop);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

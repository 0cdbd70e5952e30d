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

import { freePort } from '../processes/freePort';
import { retryTakenPort } from '../processes/retryTakenPort';
import { startSupervisor } from '../processes/startSupervisor';
import { Supervisor } from '../processes/Supervisor';
import { binaries } from '../servers/binaries';
import { RunningVault } from './RunningVault';
import { VaultServer } from './VaultServer';

/**
 * Starts a Vault, in about a second. See tools/vault for what it has.
 *
 * @public
 */
export async function startVault(): Promise<VaultServer> {
  return await retryTakenPort(async () => {
    const supervisor = await startSupervisor();
    try {
      return await launch(supervisor);
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
  });
}

async function launch(supervisor: Supervisor): Promise<VaultServer> {
  const port = await freePort();
  await supervisor.start({
    name: 'vault',
    command: binaries.vault,
    args: [`127.0.0.1:${port}`],
    env: {},
  });
  const url = `http://127.0.0.1:${port}`;
  await supervisor.waitUntilReady('vault', async () => {
    const { status } = await fetch(`${url}/v1/sys/health`);
    return status === 501;
  });
  const initialized = await fetch(`${url}/v1/sys/init`, {
    method: 'POST',
    body: JSON.stringify({ secret_shares: 1, secret_threshold: 1 }),
  });
  const { keys, root_token: rootToken } = await initialized.json();
  const vault = new RunningVault({ url, rootToken, key: keys[0], supervisor });
  await vault.unseal();
  return vault;
}

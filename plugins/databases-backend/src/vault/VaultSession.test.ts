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

import { ForgeProxy } from '@basewell/testkit';
import { systemClock } from '../kubernetes/ReaderClock';
import { readEntry } from './readEntry';
import { VaultSession } from './VaultSession';
import { VaultSettings } from './VaultSettings';
import { vaultTransport } from './vaultTransport';

describe('namespaces of Vault', () => {
  const stopping = new AbortController();
  let proxy: ForgeProxy;

  beforeAll(async () => {
    proxy = await ForgeProxy.start('http://127.0.0.1:1');
    proxy.reply = ({ path }) => ({
      status: 200,
      body: JSON.stringify(
        path.endsWith('/login')
          ? { auth: { client_token: 'hvs.test-token', lease_duration: 3600 } }
          : { data: { current_version: 1, versions: {} } },
      ),
    });
  });
  afterAll(async () => {
    stopping.abort();
    await proxy?.stop();
  });

  it('are asked by a header of each request, the login by its own', async () => {
    const settings: VaultSettings = {
      id: 'main',
      url: proxy.url,
      addresses: [proxy.url],
      namespace: 'portal',
      login: {
        method: 'approle',
        mount: 'approle',
        roleId: 'test-role',
        secretId: 'test-secret',
      },
    };
    const session = new VaultSession({
      settings,
      transport: vaultTransport(settings, { signal: stopping.signal }),
      clock: systemClock,
    });
    for (const namespace of ['team/a', 'team/b', '']) {
      await readEntry(
        session,
        { type: 'kv', version: 2 },
        { namespace, mount: 'kv', path: 'apps/shop', type: 'kv' },
        Date.now(),
      );
    }
    expect(
      proxy.requests.map(({ path, headers }) => [
        path,
        headers['x-vault-namespace'],
        headers['x-vault-token'],
      ]),
    ).toEqual([
      ['/v1/auth/approle/login', 'portal', undefined],
      ['/v1/kv/metadata/apps/shop', 'team/a', 'hvs.test-token'],
      ['/v1/kv/metadata/apps/shop', 'team/b', 'hvs.test-token'],
      ['/v1/kv/metadata/apps/shop', undefined, 'hvs.test-token'],
    ]);
  });
});

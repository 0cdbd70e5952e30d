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

import { mockServices } from '@backstage/backend-test-utils';
import {
  toFact,
  vaultAuth,
  vaultConnection,
  vaultEntry,
  vaultStaticSecret,
} from '@basewell/plugin-databases-common/domain';
import { ForgeProxy } from '@basewell/testkit';
import { toyCoverage } from '../__testUtils__/facts';
import { hurriedClock } from '../__testUtils__/readerScene';
import { StoreScene } from '../__testUtils__/StoreScene';
import { VaultReader } from './VaultReader';
import { VaultSettings } from './VaultSettings';

const kinds = [vaultStaticSecret, vaultAuth, vaultConnection];

describe('VaultReader', () => {
  const logger = mockServices.logger.mock();
  const { store } = new StoreScene();
  let proxy: ForgeProxy;
  let reader: VaultReader;

  beforeAll(async () => {
    proxy = await ForgeProxy.start('http://127.0.0.1:1');
    proxy.reply = ({ path }) => {
      const answers: Record<string, object> = {
        '/v1/sys/health': { initialized: true, sealed: false },
        '/v1/sys/internal/ui/mounts/kv': {
          data: { path: 'kv/', type: 'kv', options: { version: '1' } },
        },
      };
      const body = JSON.stringify(answers[path] ?? { data: { ttl: 0 } });
      return { status: 200, body };
    };
    reader = new VaultReader({
      configured: {
        vaults: [
          vault('dead', 'http://127.0.0.1:1', 'https://dead.example.org'),
          vault('main', proxy.url, 'http://vault.vault.svc:8200'),
        ],
        problems: [{ id: 'wrong', message: 'databases.vaults[2].url: no' }],
      },
      logger,
      clock: hurriedClock(100),
    });
    reader.start(store);
  });
  afterAll(async () => {
    await reader?.stop();
    await proxy?.stop();
    store.stop();
  });

  function vault(id: string, url: string, address: string): VaultSettings {
    return {
      id,
      url,
      addresses: [url, address],
      namespace: '',
      login: { method: 'token', token: 'hvs.test-token' },
    };
  }

  /** What the operator is told to copy in a namespace, and from where. */
  function copies(namespace: string, address: string): void {
    const specs = [
      { mount: 'kv', path: 'shop', destination: { name: 'db' } },
      {},
      { address },
    ];
    kinds.forEach((kind, index) => {
      const object = {
        apiVersion: 'secrets.hashicorp.com/v1beta1',
        kind: kind.kind,
        metadata: { namespace, name: 'default' },
        spec: specs[index],
      };
      const seen = {
        kubernetesCluster: 'north',
        observedAt: '2026-11-21T12:00:00.000Z',
      };
      store.cover(toyCoverage(kind));
      store.put(toFact<unknown>(kind, object, seen)!);
    });
  }

  const states = () =>
    Object.fromEntries(
      store
        .coverages()
        .filter(({ kind }) => kind === vaultEntry.id)
        .map(({ kubernetesCluster, state }) => [kubernetesCluster, state]),
    );
  const read = () =>
    [...store.facts(vaultEntry)].map(
      ({ kubernetesCluster, name }) => `${kubernetesCluster} ${name}`,
    );

  async function until(holds: () => boolean): Promise<void> {
    for (let left = 500; left && !holds(); left--) {
      await new Promise(later => setTimeout(later, 10));
    }
  }

  it('says what is wrong with the configuration, and whom it does not reach', async () => {
    await until(() => states()['vault:dead'] === 'unreachable');
    await until(() => states()['vault:main'] === 'synced');
    expect(states()).toEqual({
      'vault:wrong': 'failing',
      'vault:dead': 'unreachable',
      'vault:main': 'synced',
    });
    expect(logger.error).toHaveBeenCalledWith(
      'Vault wrong is not read. databases.vaults[2].url: no',
    );
  });

  it('reads what Kubernetes clusters use of a Vault, by any of its addresses', async () => {
    copies('shop', 'http://vault.vault.svc:8200/');
    copies('till', 'https://dead.example.org');
    copies('other', 'https://unknown.example.org');
    await until(() => read().length > 0);
    expect(read()).toEqual(['vault:main /kv/shop']);
  });

  it('forgets what is used no more', async () => {
    store.remove({
      kind: vaultStaticSecret.id,
      kubernetesCluster: 'north',
      namespace: 'shop',
      name: 'default',
    });
    await until(() => read().length === 0);
    expect(read()).toEqual([]);
  });
});

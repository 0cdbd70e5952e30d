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
import { Coverage } from '@basewell/plugin-databases-common/domain';
import { ForgeProxy, ProxyReply } from '@basewell/testkit';
import { hurriedClock } from '../__testUtils__/readerScene';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { VaultSettings } from './VaultSettings';
import { VaultWatch } from './VaultWatch';
import { WantedEntry } from './WantedEntry';

const token = 'hvs.test-token-of-the-portal';
const value = 'hunter2hunter2';
const coverageKey = 'vault:main entries.vault';

const shop: WantedEntry = {
  kubernetesCluster: 'north',
  address: 'https://vault.example.org',
  namespace: '',
  mount: 'kv',
  path: 'apps/shop',
  type: 'kv',
};

function json(status: number, body: unknown): ProxyReply {
  return { status, body: JSON.stringify(body) };
}

/** A Vault with KV version 2 that has whatever is asked for, but what `odd` says. */
function answer(path: string, odd: Odd): ProxyReply {
  const [route, reply] =
    Object.entries(odd).find(([begin]) => path.startsWith(`/v1/${begin}`)) ??
    [];
  if (route !== undefined) {
    return reply!;
  }
  if (path === '/v1/sys/health') {
    return json(200, { initialized: true, sealed: false, standby: false });
  }
  if (path.startsWith('/v1/sys/internal/ui/mounts/')) {
    return json(200, {
      data: { path: 'kv/', type: 'kv', options: { version: '2' } },
    });
  }
  if (path.startsWith('/v1/kv/metadata/')) {
    return json(200, {
      data: {
        current_version: 1,
        versions: { 1: { created_time: '2026-11-01T00:00:00Z' } },
        custom_metadata: { note: value },
      },
    });
  }
  return json(200, { data: { ttl: 0 } });
}

type Odd = { readonly [route: string]: ProxyReply };

describe('VaultWatch', () => {
  const logger = mockServices.logger.mock();
  let proxy: ForgeProxy;
  let elsewhere: ForgeProxy;
  let sink: RecordingSink;
  let watch: VaultWatch | undefined;
  let running: Promise<void>;

  beforeAll(async () => {
    proxy = await ForgeProxy.start('http://127.0.0.1:1');
    elsewhere = await ForgeProxy.start('http://127.0.0.1:1');
    elsewhere.reply = ({ path }) => answer(path, {});
  });
  afterAll(async () => {
    await proxy?.stop();
    await elsewhere?.stop();
  });
  beforeEach(() => {
    jest.clearAllMocks();
    sink = new RecordingSink();
    proxy.requests.length = 0;
    proxy.mostAtOnce = 0;
  });
  afterEach(async () => {
    await watch?.stop();
    await running;
    watch = undefined;
  });

  function begin(
    odd: Odd,
    options: {
      readonly wanted?: readonly WantedEntry[];
      readonly settings?: Partial<VaultSettings>;
    } = {},
  ): void {
    proxy.reply = ({ path }) => answer(path, odd);
    watch = new VaultWatch({
      settings: {
        id: 'main',
        url: proxy.url,
        addresses: [],
        namespace: '',
        login: { method: 'token', token },
        ...options.settings,
      },
      sink,
      logger,
      clock: hurriedClock(20),
      patience: 300,
    });
    watch.want(options.wanted ?? [shop]);
    running = watch.run();
  }

  const coverage = () => sink.coverage.get(coverageKey)!;
  const becomes = (state: Coverage['state']) =>
    sink.until(() => coverage().state === state, 5_000);
  const told = () =>
    JSON.stringify([
      [...sink.coverage.values()],
      [...sink.facts.values()],
      logger.warn.mock.calls,
      logger.info.mock.calls,
      logger.error.mock.calls,
      logger.debug.mock.calls,
    ]);

  it('keeps what metadata tell', async () => {
    begin({});
    await becomes('synced');
    expect([...sink.facts.values()]).toEqual([
      {
        kind: 'entries.vault',
        kubernetesCluster: 'vault:main',
        name: '/kv/apps/shop',
        observedAt: expect.any(String),
        data: {
          mount: 'kv',
          path: 'apps/shop',
          kubernetesClusters: ['north'],
          entry: {
            type: 'kv',
            version: 2,
            currentVersion: 1,
            updatedAt: '2026-11-01T00:00:00.000Z',
          },
        },
      },
    ]);
    expect(coverage()).toMatchObject({ objects: 1 });
    expect(coverage().message).toBeUndefined();
    expect(told()).not.toContain(value);
  });

  it.each<{
    reason: string;
    odd: Odd;
    state: Coverage['state'];
    message: RegExp;
  }>([
    {
      reason: 'sealed',
      odd: { 'sys/health': json(503, { initialized: true, sealed: true }) },
      state: 'failing',
      message: /is sealed. Unseal it/,
    },
    {
      reason: 'sealed a moment later',
      odd: { 'kv/': json(503, { errors: [`Vault is sealed ${value}`] }) },
      state: 'failing',
      message: /sealed or in maintenance .*\(503\)/,
    },
    {
      reason: 'not initialized',
      odd: { 'sys/health': json(501, { initialized: false, sealed: true }) },
      state: 'failing',
      message: /is not initialized/,
    },
    {
      reason: 'a replica for disasters',
      odd: {
        'sys/health': json(472, {
          initialized: true,
          sealed: false,
          replication_dr_mode: 'secondary',
        }),
      },
      state: 'failing',
      message: /replica for disasters/,
    },
    {
      reason: 'a page for people at its address',
      odd: { '': { status: 200, body: `<html>${value}</html>` } },
      state: 'failing',
      message: /does not speak JSON/,
    },
    {
      reason: 'a page for people instead of an entry',
      odd: { 'kv/': { status: 200, body: `<html>${value}</html>` } },
      state: 'failing',
      message: /does not speak JSON/,
    },
    {
      reason: 'another service',
      odd: { '': json(200, { hello: value }) },
      state: 'failing',
      message: /does not tell its health/,
    },
    {
      reason: 'too much',
      odd: { 'kv/': json(200, { data: value.repeat(100_000) }) },
      state: 'failing',
      message: /longer than 256 KiB/,
    },
    {
      reason: 'no answer in time',
      odd: { 'kv/': 'stall' },
      state: 'unreachable',
      message: /within 0.3 s/,
    },
    {
      reason: 'an error that repeats the token',
      odd: { 'kv/': json(500, { errors: [`${token} ${value}`] }) },
      state: 'failing',
      message: /\(500\). Look at its log/,
    },
    {
      reason: 'too many requests',
      odd: { 'kv/': json(429, { errors: ['slow down'] }) },
      state: 'failing',
      message: /a standby answers, or its limit/,
    },
    {
      reason: 'a token that is not accepted',
      odd: {
        'kv/': json(403, { errors: [`permission denied ${token}`] }),
        'auth/token/lookup-self': json(403, { errors: ['bad token'] }),
      },
      state: 'unauthorized',
      message: /does not accept the portal's token/,
    },
    {
      reason: 'an entry that may not be read',
      odd: { 'kv/': json(403, { errors: [`permission denied ${value}`] }) },
      state: 'forbidden',
      message:
        /1 of 1 entries cannot be read. .* read kv\/metadata\/apps\/shop \(403\)/,
    },
    {
      reason: 'a value where metadata should be',
      odd: { 'kv/': json(200, { data: { password: value } }) },
      state: 'failing',
      message: /1 of 1 entries cannot be read. .* not understood/,
    },
    {
      reason: 'an engine of another kind',
      odd: {
        'sys/internal': json(200, { data: { path: 'kv/', type: 'cubbyhole' } }),
      },
      state: 'forbidden',
      message: /engine of another kind/,
    },
    {
      reason: 'a mount that is above',
      odd: {
        'sys/internal': json(200, { data: { path: 'k/', type: 'kv' } }),
      },
      state: 'failing',
      message: /Nothing is mounted at kv\//,
    },
  ])('$reason: $state', async ({ odd, state, message }) => {
    begin(odd);
    await becomes(state);
    expect(coverage().message).toMatch(message);
    expect(sink.facts.size).toBe(0);
    expect(told()).not.toContain(value);
    expect(told()).not.toContain(token);
  });

  describe('leases', () => {
    const id = '7Xq2kept';
    const lease: WantedEntry = {
      ...shop,
      mount: 'database',
      path: `creds/shop/${id}`,
      type: 'lease',
    };
    const database = {
      'sys/internal': json(200, {
        data: { path: 'database/', type: 'database' },
      }),
    };
    const lookUp = 'sys/leases/lookup';
    const only = (reply: ProxyReply) => ({ ...database, [lookUp]: reply });
    const asked = () =>
      proxy.requests.filter(({ path }) => path === `/v1/${lookUp}`);

    it('are not looked up unless that is wanted', async () => {
      begin(database, { wanted: [lease] });
      await becomes('synced');
      expect(asked()).toEqual([]);
    });

    it.each<{ reason: string; odd: Odd; entry: object }>([
      {
        reason: 'it lives',
        odd: only(
          json(200, {
            data: {
              id: `database/creds/shop/${id}`,
              expire_time: '2026-12-01T00:00:00.123456789Z',
              last_renewal: null,
              renewable: true,
              ttl: 3600,
            },
          }),
        ),
        entry: {
          expireTime: '2026-12-01T00:00:00.123Z',
          renewable: true,
        },
      },
      {
        reason: 'it is gone',
        odd: only(json(400, { errors: ['invalid lease'] })),
        entry: { missing: true },
      },
    ])('$reason', async ({ odd, entry }) => {
      begin(odd, { wanted: [lease], settings: { leases: true } });
      await becomes('synced');
      expect([...sink.facts.values()].map(({ data }) => data)).toMatchObject([
        { path: lease.path, entry: { type: 'lease', ...entry } },
      ]);
    });

    it.each<{
      reason: string;
      odd: Odd;
      state: Coverage['state'];
      message: RegExp;
    }>([
      {
        reason: 'the right is missing',
        odd: only(json(403, { errors: [`permission denied ${id}`] })),
        state: 'forbidden',
        message: /answer sys\/leases\/lookup \(403\).* may not look up leases/,
      },
      {
        reason: 'a refusal in other words, which tells nothing of the lease',
        odd: only(json(400, { errors: [`invalid lease ${id}`] })),
        state: 'failing',
        message: /does not understand .*\(400\)/,
      },
      {
        reason: 'a page for people',
        odd: only({ status: 400, body: `<html>invalid lease ${id}</html>` }),
        state: 'failing',
        message: /does not understand .*\(400\)/,
      },
      {
        reason: 'no such path',
        odd: only(json(404, { errors: [] })),
        state: 'failing',
        message: /has nothing to answer sys\/leases\/lookup \(404\)/,
      },
      {
        reason: 'an answer about something else',
        odd: only(json(200, { data: { id: 'another', renewable: true } })),
        state: 'failing',
        message: /not understood/,
      },
      {
        reason: 'an engine of another kind',
        odd: {
          ...only(json(200, {})),
          'sys/internal': json(200, {
            data: { path: 'database/', type: 'kv' },
          }),
        },
        state: 'failing',
        message: /so a lease of users cannot be there/,
      },
    ])('are not known when there is $reason', async row => {
      begin(row.odd, { wanted: [lease], settings: { leases: true } });
      await becomes(row.state);
      expect(coverage().message).toMatch(row.message);
      expect(sink.facts.size).toBe(0);
      expect(told()).not.toContain(id);
    });

    it('stay gone when Vault no longer tells', async () => {
      begin(only(json(400, { errors: ['invalid lease'] })), {
        wanted: [lease],
        settings: { leases: true },
      });
      await becomes('synced');
      proxy.reply = ({ path }) =>
        answer(path, only(json(403, { errors: ['permission denied'] })));
      // Somebody else rests on it, so it is looked up again.
      watch!.want([lease, { ...lease, kubernetesCluster: 'south' }]);
      await becomes('forbidden');
      expect(sink.facts.size).toBe(1);
      expect(asked().length).toBeGreaterThan(1);
    });
  });

  it('says that nobody answers', async () => {
    const closed = await ForgeProxy.start('http://127.0.0.1:1');
    const { url } = closed;
    await closed.stop();
    begin({}, { settings: { url } });
    await becomes('unreachable');
    expect(coverage().message).toMatch(/does not answer \(ECONNREFUSED\)/);
  });

  it.each([301, 302, 307, 308])(
    'follows no redirect (%s), so that the token stays',
    async status => {
      begin({
        'kv/': {
          status,
          headers: { location: `${elsewhere.url}/v1/kv/metadata/apps/shop` },
        },
      });
      await becomes('failing');
      expect(coverage().message).toMatch(/sends the portal elsewhere/);
      expect(elsewhere.requests).toEqual([]);
    },
  );

  it('reads behind a standby that passes on', async () => {
    begin({
      'sys/health': json(429, {
        initialized: true,
        sealed: false,
        standby: true,
      }),
    });
    await becomes('synced');
    expect(sink.facts.size).toBe(1);
  });

  it('never asks KV version 1 for more than its version', async () => {
    begin({
      'sys/internal': json(200, { data: { path: 'kv/', type: 'kv' } }),
    });
    await becomes('synced');
    expect([...sink.facts.values()][0].data).toMatchObject({
      entry: { type: 'kv', version: 1 },
    });
    expect(
      proxy.requests.filter(({ path }) => path.startsWith('/v1/kv/')),
    ).toEqual([]);
  });

  it('asks nothing of the environment', async () => {
    process.env.VAULT_TOKEN = 'hvs.test-token-of-somebody';
    process.env.VAULT_NAMESPACE = 'somewhere';
    process.env.VAULT_PREFIX = '/prefix';
    try {
      begin({});
      await becomes('synced');
    } finally {
      delete process.env.VAULT_TOKEN;
      delete process.env.VAULT_NAMESPACE;
      delete process.env.VAULT_PREFIX;
    }
    const sent = JSON.stringify(proxy.requests);
    expect(sent).not.toMatch(/somebody|somewhere|prefix/);
    expect(sent).toContain(token);
  });

  it('asks four things at a time, and each entry once', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...shop,
      path: `apps/${index}`,
    }));
    begin({}, { wanted: [...many, ...many] });
    await sink.until(() => sink.facts.size === 40);
    await becomes('synced');
    expect(proxy.mostAtOnce).toBeLessThanOrEqual(4);
    const asked = proxy.requests
      .map(({ path }) => path)
      .filter(path => path.startsWith('/v1/kv/metadata/'));
    expect(new Set(asked).size).toBe(40);
  });

  it('forgets what nobody reads any more, and tells who reads what is left', async () => {
    const till = { ...shop, path: 'apps/till' };
    begin({}, { wanted: [shop, till] });
    await sink.until(() => sink.facts.size === 2);
    watch!.want([shop, { ...shop, kubernetesCluster: 'south' }]);
    expect(sink.removed).toEqual([
      'vault:main entries.vault undefined//kv/apps/till',
    ]);
    await sink.until(() =>
      [...sink.facts.values()].every(
        ({ data }) => (data as any).kubernetesClusters.length === 2,
      ),
    );
  });

  it('doubts nothing else when one entry is refused', async () => {
    const till = { ...shop, path: 'apps/till' };
    begin({}, { wanted: [shop, till] });
    await sink.until(() => sink.facts.size === 2);
    proxy.reply = ({ path }) =>
      answer(path, { 'kv/metadata/apps/till': json(403, { errors: [value] }) });
    watch!.want([shop, { ...till, kubernetesCluster: 'south' }]);
    await sink.until(() => sink.facts.size === 1);
    await sink.until(() => coverage().message !== undefined);
    expect(coverage()).toMatchObject({
      state: 'synced',
      objects: 1,
      message: expect.stringContaining('1 of 2 entries cannot be read.'),
    });
    expect(told()).not.toContain(value);
  });

  it.each([
    {
      reason: 'its token could read values',
      reply: json(200, { data: { 'kv/data/apps/shop': ['read'] } }),
      message: /can read values, such as kv\/data\/apps\/shop\./,
    },
    {
      reason: 'its token could do anything',
      reply: json(200, { data: { 'database/creds/*': ['root'] } }),
      message: /can read values, such as database\/creds\/\*\./,
    },
    {
      reason: 'it may not ask',
      reply: json(403, { errors: [value] }),
      message: /is not known. .* answer sys\/capabilities-self \(403\)/,
    },
  ])('warns when $reason, and goes on', async ({ reply, message }) => {
    begin({ 'sys/capabilities-self': reply });
    await becomes('synced');
    expect(sink.facts.size).toBe(1);
    expect(coverage().message).toMatch(message);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(told()).not.toContain(value);
  });

  it('reads no mount that is not configured', async () => {
    begin({}, { settings: { mounts: ['database'] } });
    await becomes('synced');
    expect(sink.facts.size).toBe(0);
  });

  it.each(['../data/shop', 'apps/shop?version=1', 'apps/%2e%2e/x'])(
    'asks for no path like %s',
    async path => {
      begin({}, { wanted: [{ ...shop, path }] });
      await becomes('forbidden');
      expect(
        proxy.requests.filter(request => request.path.startsWith('/v1/kv')),
      ).toEqual([]);
    },
  );

  it('keeps what it knows while it cannot ask', async () => {
    begin({});
    await becomes('synced');
    const [fact] = sink.facts.values();
    proxy.reply = ({ path }) =>
      answer(path, {
        'sys/health': json(503, { initialized: true, sealed: true }),
      });
    watch!.want([shop, { ...shop, path: 'apps/till' }]);
    await becomes('failing');
    expect([...sink.facts.values()]).toEqual([fact]);
    expect(coverage().lastSyncedAt).toBeDefined();
    proxy.reply = ({ path }) => answer(path, {});
    await sink.until(() => sink.facts.size === 2);
    await becomes('synced');
  });
});

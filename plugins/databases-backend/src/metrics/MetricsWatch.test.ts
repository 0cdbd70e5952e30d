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
  Coverage,
  MetricQuery,
} from '@basewell/plugin-databases-common/domain';
import { ForgeProxy, ProxyReply } from '@basewell/testkit';
import { hurriedClock } from '../__testUtils__/readerScene';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { MetricsSettings } from './MetricsSettings';
import { MetricsWatch } from './MetricsWatch';

const token = 'test-token-of-the-portal';
const secret = 'hunter2hunter2';
const coverageKey = 'prometheus:north samples.metrics';

const lag: MetricQuery = {
  measure: 'replicationLag',
  metric: 'pg_lag',
  promql: 'max by (namespace, pod) (pg_lag{$where})',
  subject: { kind: 'Pod', label: 'pod' },
};
const slots: MetricQuery = {
  measure: 'inactiveSlot',
  metric: 'pg_slot',
  promql: 'pg_slot{$where}',
  subject: { kind: 'Pod', label: 'pod' },
  detail: 'slot_name',
};

type Row = readonly [labels: object, value: string];

function vector(...rows: readonly Row[]): ProxyReply {
  return {
    status: 200,
    body: JSON.stringify({
      status: 'success',
      data: {
        resultType: 'vector',
        result: rows.map(([metric, value]) => ({
          metric,
          value: [1795308963, value],
        })),
      },
    }),
  };
}

describe('MetricsWatch', () => {
  const logger = mockServices.logger.mock();
  let proxy: ForgeProxy;
  let elsewhere: ForgeProxy;
  let sink: RecordingSink;
  let watch: MetricsWatch | undefined;
  let running: Promise<void>;
  let namespaces: string[];
  /** By the beginning of a question. */
  let answers: { [start: string]: ProxyReply };

  beforeAll(async () => {
    proxy = await ForgeProxy.start('http://127.0.0.1:1');
    elsewhere = await ForgeProxy.start('http://127.0.0.1:1');
    elsewhere.reply = () => vector();
  });
  afterAll(async () => {
    await proxy?.stop();
    await elsewhere?.stop();
  });
  beforeEach(() => {
    jest.clearAllMocks();
    sink = new RecordingSink();
    proxy.requests.length = 0;
    namespaces = ['databases'];
    answers = {
      'max by': vector([{ namespace: 'databases', pod: 'shop-2' }, '12.34']),
      pg_slot: vector([
        { namespace: 'databases', pod: 'shop-1', slot_name: 'old' },
        '1234567',
      ]),
      'vector(1)': vector([{}, '1']),
    };
    proxy.reply = ({ body }) => {
      const asked = new URLSearchParams(body.toString()).get('query') ?? '';
      const [, reply] = Object.entries(answers).find(([start]) =>
        asked.startsWith(start),
      )!;
      return reply;
    };
  });
  afterEach(async () => {
    watch?.stop();
    await running;
    watch = undefined;
  });

  function begin(
    settings: Partial<MetricsSettings> = {},
    // A busy machine takes its time.
    patience = 10_000,
  ): void {
    watch = new MetricsWatch({
      settings: {
        kubernetesCluster: 'north',
        url: proxy.url,
        labels: {},
        interval: 10_000,
        login: { method: 'token', token },
        ...settings,
      },
      sink,
      logger,
      clock: hurriedClock(200),
      wanted: () => ({
        namespaces,
        queries: namespaces.length ? [lag, slots] : [],
      }),
      patience,
    });
    running = watch.run();
  }

  const coverage = () => sink.coverage.get(coverageKey)!;
  const becomes = (state: Coverage['state']) =>
    sink.until(() => coverage().state === state, 5_000);
  const asked = () =>
    proxy.requests.map(({ body }) =>
      new URLSearchParams(body.toString()).get('query'),
    );
  const told = () =>
    JSON.stringify([
      [...sink.coverage.values()],
      logger.warn.mock.calls,
      logger.info.mock.calls,
      logger.error.mock.calls,
      logger.debug.mock.calls,
    ]);

  it('keeps what is measured, one fact for each pod', async () => {
    begin();
    await becomes('synced');
    expect([...sink.facts.values()]).toEqual([
      {
        kind: 'samples.metrics',
        kubernetesCluster: 'prometheus:north',
        namespace: 'databases',
        name: 'shop-2',
        observedAt: expect.any(String),
        data: {
          kubernetesCluster: 'north',
          subject: { kind: 'Pod', name: 'shop-2' },
          readings: [
            { measure: 'replicationLag', metric: 'pg_lag', value: 12 },
          ],
        },
      },
      expect.objectContaining({
        name: 'shop-1',
        data: expect.objectContaining({
          readings: [
            {
              measure: 'inactiveSlot',
              metric: 'pg_slot',
              detail: 'old',
              value: 1_200_000,
            },
          ],
        }),
      }),
    ]);
    expect(coverage()).toMatchObject({ objects: 2 });
    expect(coverage().message).toBeUndefined();
  });

  it('asks with the token, about namespaces and labels, and nothing else', async () => {
    begin({ labels: { cluster: 'n' }, tenant: 'platform' });
    await becomes('synced');
    expect(asked().slice(0, 2)).toEqual([
      'max by (namespace, pod) (pg_lag{namespace=~"databases",cluster="n"})',
      'pg_slot{namespace=~"databases",cluster="n"}',
    ]);
    expect(proxy.requests[0]).toMatchObject({
      method: 'POST',
      path: '/api/v1/query',
      headers: {
        authorization: `Bearer ${token}`,
        'x-scope-orgid': 'platform',
      },
    });
    expect(told()).not.toContain(token);
  });

  it.each<{
    reason: string;
    reply: ProxyReply;
    state: Coverage['state'];
    message: RegExp;
  }>([
    {
      reason: 'no answer in time',
      reply: 'stall',
      state: 'unreachable',
      message: /within 0.3 s/,
    },
    {
      reason: 'a token that is not accepted',
      reply: { status: 401, body: `${token} ${secret}` },
      state: 'unauthorized',
      message: /does not accept the portal's credentials \(401\)\. Renew/,
    },
    {
      reason: 'a token that may not query',
      reply: { status: 403, body: secret },
      state: 'forbidden',
      message: /does not let the portal query \(403\)/,
    },
    {
      reason: 'a wrong address',
      reply: { status: 404, body: secret },
      state: 'failing',
      message: /Correct the url in databases\.metrics/,
    },
    {
      reason: 'a page for people',
      reply: { status: 200, body: `<html>${secret}</html>` },
      state: 'failing',
      message: /does not speak as Prometheus does/,
    },
    {
      reason: 'an answer of another type',
      reply: {
        status: 200,
        body: JSON.stringify({
          status: 'success',
          data: { resultType: 'matrix', result: [] },
        }),
      },
      state: 'failing',
      message: /does not speak as Prometheus does/,
    },
    {
      reason: 'too much',
      reply: { status: 200, body: 'x'.repeat(9 * 1024 * 1024) },
      state: 'failing',
      message: /longer than 8 MiB/,
    },
    {
      reason: 'a server that stops',
      reply: { status: 503, body: secret },
      state: 'failing',
      message: /overloaded \(503\)\. It is asked again/,
    },
    {
      reason: 'an error of its own',
      reply: { status: 500, body: secret },
      state: 'failing',
      message: /\(500\)\. Look at its log/,
    },
  ])('$reason: $state', async ({ reply, state, message }) => {
    answers = { '': reply };
    begin({}, reply === 'stall' ? 300 : undefined);
    await becomes(state);
    expect(coverage().message).toMatch(message);
    expect(sink.facts.size).toBe(0);
    expect(told()).not.toContain(secret);
    expect(told()).not.toContain(token);
  });

  it.each([301, 302, 307, 308])(
    'follows no redirect (%s), so that the token stays',
    async status => {
      const location = `${elsewhere.url}/api/v1/query`;
      answers = { '': { status, headers: { location } } };
      begin();
      await becomes('failing');
      expect(coverage().message).toMatch(/sends the portal elsewhere/);
      expect(elsewhere.requests).toEqual([]);
    },
  );

  it('says that nobody answers', async () => {
    const closed = await ForgeProxy.start('http://127.0.0.1:1');
    const { url } = closed;
    await closed.stop();
    begin({ url });
    await becomes('unreachable');
    expect(coverage().message).toMatch(/does not answer \(ECONNREFUSED\)/);
  });

  it('says that its token file is not there', async () => {
    begin({ login: { method: 'tokenFile', tokenFile: '/no/such/token' } });
    await becomes('unauthorized');
    expect(coverage().message).toMatch(/cannot be read \(ENOENT\)/);
    expect(proxy.requests).toEqual([]);
  });

  it('keeps what it knows while it cannot ask', async () => {
    begin();
    await becomes('synced');
    answers = { '': { status: 503 } };
    await becomes('failing');
    expect(sink.facts.size).toBe(2);
    expect(coverage().lastSyncedAt).toBeDefined();
  });

  it('forgets what is not measured any more', async () => {
    begin();
    await becomes('synced');
    answers.pg_slot = vector();
    await sink.until(() => sink.facts.size === 1);
    expect(sink.removed).toEqual([
      'prometheus:north samples.metrics databases/shop-1',
    ]);
  });

  it('goes on without a question that is refused', async () => {
    answers.pg_slot = { status: 422, body: secret };
    begin();
    await becomes('synced');
    expect(sink.facts.size).toBe(1);
    expect(coverage().message).toMatch(/refuses the questions about pg_slot/);
    expect(told()).not.toContain(secret);
  });

  it('asks whether somebody is there while there are no databases, and at once when there are', async () => {
    namespaces = [];
    begin({ interval: 1_000_000_000 });
    await becomes('synced');
    expect(asked()).toEqual(['vector(1)']);
    namespaces = ['databases'];
    await sink.until(() => sink.facts.size === 2);
  });

  it.each([
    {
      reason: 'a number that is none',
      row: [{ namespace: 'n', pod: 'p' }, 'NaN'],
    },
    { reason: 'no pod', row: [{ namespace: 'n' }, '1'] },
    { reason: 'no namespace', row: [{ pod: 'p' }, '1'] },
  ] as readonly { reason: string; row: Row }[])(
    'leaves out $reason',
    async ({ row }) => {
      answers = { '': vector(row) };
      begin();
      await becomes('synced');
      expect(sink.facts.size).toBe(0);
    },
  );
});

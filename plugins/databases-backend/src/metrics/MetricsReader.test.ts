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
import { Engine, MetricQuery } from '@basewell/plugin-databases-common/domain';
import { ForgeProxy } from '@basewell/testkit';
import { setTimeout as sleep } from 'node:timers/promises';
import { toyDatabase, toyEngine } from '../__testUtils__/facts';
import { hurriedClock } from '../__testUtils__/readerScene';
import { StoreScene } from '../__testUtils__/StoreScene';
import { MetricsReader } from './MetricsReader';
import { MetricsSettings } from './MetricsSettings';

const up: MetricQuery = {
  measure: 'up',
  metric: 'toy_up',
  promql: 'max by (namespace, pod) (toy_up{$where})',
  subject: { kind: 'Pod', label: 'pod' },
};

function engineOf(id: string, metrics: readonly MetricQuery[]): Engine {
  return {
    ...toyEngine,
    id,
    observation: { ...toyEngine.observation!, metrics },
  };
}

describe('MetricsReader', () => {
  const logger = mockServices.logger.mock();
  const { store } = new StoreScene();
  let north: ForgeProxy;
  let south: ForgeProxy;
  let reader: MetricsReader;

  beforeAll(async () => {
    [north, south] = await Promise.all(
      [1, 2].map(() => ForgeProxy.start('http://127.0.0.1:1')),
    );
    for (const proxy of [north, south]) {
      proxy.reply = () => ({
        status: 200,
        body: JSON.stringify({
          status: 'success',
          data: { resultType: 'vector', result: [] },
        }),
      });
    }
    store.put(toyDatabase('shop'));
    store.put(toyDatabase('cart'));
    store.put({ ...toyDatabase('till'), namespace: 'tills' });
    reader = new MetricsReader({
      configured: {
        endpoints: [
          endpoint('dead', 'http://127.0.0.1:1'),
          {
            ...endpoint('north', north.url),
            backups: { size: 'dump_bytes', time: 'dump_at', label: 'cronjob' },
          },
          endpoint('south', south.url),
        ],
        problems: [
          {
            kubernetesCluster: 'wrong',
            message: 'databases.metrics[3].url: no',
          },
        ],
      },
      engines: [
        engineOf('toy', [up, { ...up }]),
        engineOf('absent', [{ ...up, promql: 'absent{$where}' }]),
      ],
      logger,
      clock: hurriedClock(100),
    });
    reader.start(store);
  });
  afterAll(async () => {
    await reader?.stop();
    await Promise.all([north?.stop(), south?.stop()]);
    store.stop();
  });

  function endpoint(kubernetesCluster: string, url: string): MetricsSettings {
    return {
      kubernetesCluster,
      url,
      labels: {},
      interval: 10_000,
      login: { method: 'none' },
    };
  }

  function coverageOf(name: string) {
    return store
      .coverages()
      .find(({ kubernetesCluster }) => kubernetesCluster === name);
  }

  async function becomes(name: string, state: string): Promise<void> {
    for (let left = 200; left; left--) {
      if (coverageOf(name)?.state === state) {
        return;
      }
      await sleep(20);
    }
    throw new Error(JSON.stringify(coverageOf(name)));
  }

  const asked = ({ requests }: ForgeProxy) => [
    ...new Set(
      requests.map(({ body }) =>
        new URLSearchParams(body.toString()).get('query'),
      ),
    ),
  ];

  it('asks each question once about all databases of a Kubernetes cluster', async () => {
    await becomes('prometheus:north', 'synced');
    expect(asked(north)).toEqual([
      'max by (namespace, pod) (toy_up{namespace=~"databases|tills"})',
      'min by (namespace, cronjob) (dump_bytes{namespace=~"databases|tills"})',
      'max by (namespace, cronjob) (dump_at{namespace=~"databases|tills"})',
    ]);
  });

  it('asks nothing about engines and namespaces that are not there', async () => {
    await becomes('prometheus:south', 'synced');
    expect(asked(south)).toEqual(['vector(1)']);
  });

  it('is delayed by no dead one', async () => {
    await becomes('prometheus:dead', 'unreachable');
    expect(coverageOf('prometheus:north')?.state).toBe('synced');
  });

  it('says what is wrong with its configuration', () => {
    expect(coverageOf('prometheus:wrong')).toMatchObject({
      state: 'failing',
      kind: 'samples.metrics',
      message:
        'databases.metrics[3].url: no. Correct the configuration of the portal.',
    });
    expect(logger.error).toHaveBeenCalledWith(
      'Metrics of wrong are not read. databases.metrics[3].url: no',
    );
  });
});

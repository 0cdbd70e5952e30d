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
  cronJob,
  defaultAssessmentSettings,
  defaultLanes,
  defaultRegistries,
  Fact,
  job,
  KubeObject,
  kubernetesKinds,
  LaneFinding,
  ObservedKind,
  observedKinds,
  statefulSet,
} from '@basewell/plugin-databases-common/domain';
import {
  describeWithMetrics,
  PostgresPair,
  PrometheusServer,
  RedisSentinels,
  startPostgresPair,
  startPrometheus,
  startRedisSentinels,
} from '@basewell/testkit';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hurriedClock } from '../__testUtils__/readerScene';
import { Assessor } from '../store/Assessor';
import { SnapshotStore } from '../store/SnapshotStore';
import { MetricsReader } from './MetricsReader';

const kubernetesCluster = 'north';
const namespace = 'databases';

function factOf<Data>(kind: ObservedKind<Data>, object: KubeObject): Fact {
  return {
    kind: kind.id,
    kubernetesCluster,
    namespace,
    name: object.metadata.name,
    observedAt: new Date().toISOString(),
    data: kind.project(object),
  };
}

/** A dump that ended a minute ago. */
const [BEGAN, ENDED] = [120, 60].map(seconds =>
  new Date(Date.now() - seconds * 1000).toISOString().replace(/\.\d+/, ''),
);

function backupOf(name: string): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: `${name}-backup`, namespace, creationTimestamp: BEGAN },
    spec: {
      schedule: '@yearly',
      timeZone: 'Etc/UTC',
      jobTemplate: { spec: templateOf(name) },
    },
    status: { lastScheduleTime: BEGAN, lastSuccessfulTime: ENDED },
  } as KubeObject;
}

function runOf(name: string): KubeObject {
  const owner = { apiVersion: 'batch/v1', kind: 'CronJob', uid: 'c1' };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${name}-backup-1`,
      namespace,
      ownerReferences: [{ ...owner, name: `${name}-backup` }],
    },
    spec: templateOf(name),
    status: {
      startTime: BEGAN,
      completionTime: ENDED,
      conditions: [{ type: 'Complete', status: 'True' }],
    },
  } as KubeObject;
}

function templateOf(name: string): object {
  const command = ['pg_dump', '-h', name, '-f', '/backups/all'];
  const volumeMounts = [{ name: 'backups', mountPath: '/backups' }];
  const volumes = [
    { name: 'backups', persistentVolumeClaim: { claimName: 'backups' } },
  ];
  const containers = [
    { name: 'dump', image: 'postgres:15', command, volumeMounts },
  ];
  return { template: { spec: { containers, volumes } } };
}

/** What an exporter of sizes says: of a dump that it saw a second before it ended. */
async function serveSizes(): Promise<Server> {
  const at = Date.parse(ENDED) / 1000 - 1;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/plain; version=0.0.4');
    response.end(
      `backup_size_bytes{cronjob="shop-backup"} 123456\nbackup_written_at{cronjob="shop-backup"} ${at}\n`,
    );
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  return server;
}

/** A part of a database as charts label it. */
function setOf(
  name: string,
  replicas: number,
  labels: { readonly [name: string]: string },
): Fact {
  return factOf(statefulSet, {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name,
      namespace,
      generation: 1,
      labels: Object.fromEntries(
        Object.entries(labels).map(([key, value]) => [
          `app.kubernetes.io/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      replicas,
      serviceName: name,
      template: {
        spec: { containers: [{ name: 'server', image: 'server:1' }] },
      },
    },
    status: {
      replicas,
      readyReplicas: replicas,
      updatedReplicas: replicas,
      observedGeneration: 1,
    },
  });
}

describeWithMetrics('what metrics tell of servers that run', () => {
  const logger = mockServices.logger.mock();
  const registries = defaultRegistries();
  const lanes = defaultLanes(registries);
  const kinds = observedKinds(lanes);
  let postgres: PostgresPair | undefined;
  let redis: RedisSentinels | undefined;
  let sizes: Server | undefined;
  let prometheus: PrometheusServer | undefined;
  let store: SnapshotStore;
  let settings = defaultAssessmentSettings;
  let reader: MetricsReader | undefined;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([
      startPostgresPair({ namespace, name: 'shop' }),
      startRedisSentinels({ namespace, name: 'cart' }),
    ]);
    sizes = await serveSizes();
    const { port } = sizes.address() as AddressInfo;
    prometheus = await startPrometheus([
      ...postgres.targets,
      ...redis.targets,
      { address: `127.0.0.1:${port}`, labels: { namespace } },
    ]);
    store = new SnapshotStore({
      engines: registries.engines,
      kinds,
      assessor: new Assessor({
        lanes,
        settingsOf: () => ({ settings }),
        memoryOf: () => ({ get: () => undefined }),
      }),
    });
    reader = new MetricsReader({
      configured: {
        endpoints: [
          {
            kubernetesCluster,
            url: prometheus.url,
            labels: {},
            interval: 10_000,
            backups: {
              size: 'backup_size_bytes',
              time: 'backup_written_at',
              label: 'cronjob',
            },
            login: { method: 'none' },
          },
        ],
        problems: [],
      },
      engines: registries.engines,
      logger,
      clock: hurriedClock(20),
    });
    const cart = { name: 'redis', instance: 'cart' };
    store.put(setOf('shop', 2, { name: 'postgresql', instance: 'shop' }));
    store.put(factOf(cronJob, backupOf('shop')));
    store.put(factOf(job, runOf('shop')));
    store.put(setOf('cart-node', 3, { ...cart, component: 'node' }));
    store.put(setOf('cart-sentinel', 3, { ...cart, component: 'sentinel' }));
    for (const kind of kubernetesKinds(kinds)) {
      store.cover(covered(kind));
    }
    reader.start(store);
  }, 60_000);
  afterAll(async () => {
    await reader?.stop();
    store?.stop();
    sizes?.close();
    await Promise.all([prometheus?.stop(), postgres?.stop(), redis?.stop()]);
  });

  function covered({ id }: ObservedKind): Coverage {
    const now = new Date().toISOString();
    return {
      kubernetesCluster,
      kind: id,
      // What is ready the StatefulSets say.
      state: id === 'pods' ? 'forbidden' : 'synced',
      since: now,
      lastSyncedAt: now,
      objects: 0,
    };
  }

  function findings(name: string): readonly LaneFinding[] {
    const row = store
      .rows()
      .find(({ identity }) => identity.name.startsWith(name))!;
    return store.judge(row.identity.id).verdicts.health!.findings;
  }

  async function becomes(
    name: string,
    holds: (messages: readonly string[]) => boolean,
  ): Promise<readonly LaneFinding[]> {
    for (let left = 250; left; left--) {
      const found = findings(name);
      if (holds(found.map(({ message }) => message))) {
        return found;
      }
      await sleep(100);
    }
    throw new Error(
      `It never came to that: ${JSON.stringify([
        findings(name).map(({ summary }) => summary),
        store.coverages().filter(({ kind }) => kind === 'samples.metrics'),
      ])}`,
    );
  }

  /** What only metrics say. */
  const measured =
    /^(replication|walArchived|connectionsLeft|slotsRead|volumesLeft|singlePrimary|serverAnswers|redis(Master|Replication|Persistence|Sentinels)|metricsKnown|coverage\.metrics)|unseen/;

  it('measures every server, and says nothing while all is well', async () => {
    const samples = kinds.find(({ id }) => id === 'samples.metrics')!;
    const count = () => [...store.facts(samples)].length;
    for (let left = 250; left && count() < 9; left--) {
      await sleep(100);
    }
    for (const name of ['shop', 'cart']) {
      await becomes(name, messages =>
        messages.every(message => !measured.test(message)),
      );
    }
    expect(count()).toBe(9);
  }, 60_000);

  it('proves a dump by the size that an exporter tells', async () => {
    const { identity } = store
      .rows()
      .find(row => row.identity.name === 'shop')!;
    const judge = () => store.judge(identity.id).verdicts.backup!;
    for (let left = 250; left && judge().state !== 'fresh'; left--) {
      await sleep(100);
    }
    expect(judge()).toMatchObject({
      state: 'fresh',
      evidence: [
        { object: 'Job databases/shop-backup-1' },
        { field: 'backup_size_bytes', value: '120000' },
      ],
    });
  }, 30_000);

  it('names an archive that fails', async () => {
    await postgres!.breakArchive();
    const found = await becomes('shop', messages =>
      messages.includes('walArchived.failing'),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'wal-archived',
        severity: 'error',
        params: { pod: 'shop-0' },
      }),
    );
  }, 30_000);

  it('names a standby that streams no more', async () => {
    await postgres!.stopStandby();
    const found = await becomes('shop', messages =>
      messages.includes('replicationStreams.missing'),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'replication-streams',
        state: 'degraded',
        params: { count: 0, standbys: 1 },
        evidence: [expect.objectContaining({ object: 'Pod databases/shop-0' })],
      }),
    );
  }, 30_000);

  it('names Sentinels without a quorum', async () => {
    await redis!.killTwoSentinels();
    const found = await becomes('cart', messages =>
      messages.includes('redisSentinels.quorum'),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'redis-sentinels',
        state: 'degraded',
        params: { pod: 'cart-sentinel-0', master: 'shop' },
      }),
    );
  }, 30_000);

  it('names a master that is gone, and replicas that lost it', async () => {
    await redis!.killMaster();
    const found = await becomes(
      'cart',
      messages =>
        messages.includes('redisMaster.dead') &&
        messages.includes('redisReplication.cut'),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'redis-master',
        state: 'failed',
        params: { dead: ['cart-node-0'] },
      }),
    );
  }, 30_000);

  it('leaves the verdict to what is known when nobody measures any more', async () => {
    await prometheus!.stop();
    // What was complete a moment ago is the best that anybody knows, for a while.
    settings = { ...settings, contactLimit: 1 };
    const found = await becomes('cart', messages =>
      messages.includes('coverage.metrics'),
    );
    const gap = found.find(({ message }) => message === 'coverage.metrics');
    expect(gap).toMatchObject({ rule: 'metrics-known', severity: 'info' });
    expect(gap).not.toHaveProperty('state');
  }, 30_000);
});

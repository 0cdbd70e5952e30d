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

import fc from 'fast-check';
import {
  AssessmentClock,
  conclude,
  defaultAssessmentSettings,
} from '../../assessment';
import { metricSample, MetricSampleData } from '../../kinds';
import { metrics as english } from '../../messages/en/metrics';
import { metricsOf } from '../../metrics/DatabaseMetrics';
import { Measure, measures } from '../../metrics/Measure';
import { Coverage, HealthState, healthStates, Verdict } from '../../model';
import { FactIndex } from '../../observation';
import { MeasuredRule, measuredRemarks } from './MeasuredSubject';
import {
  measuredClickhouseRules,
  measuredPostgresRules,
  measuredRedisRules,
} from './measuredRules';

const NOW = '2026-11-21T12:00:00Z';
const GIB = 2 ** 30;
const allRules = [
  ...new Set([
    ...measuredPostgresRules,
    ...measuredRedisRules,
    ...measuredClickhouseRules,
  ]),
];

/** Seconds since the epoch. */
function ago(minutes: number): number {
  return Date.parse(NOW) / 1000 - minutes * 60;
}

interface Seen {
  readonly wanted?: number;
  readonly ready?: number;
  readonly isStandby?: boolean;
  /** By subject; a measure with a detail is written `measure:detail`. */
  readonly pods?: { readonly [pod: string]: Readings };
  readonly claims?: { readonly [claim: string]: Readings };
  readonly installations?: { readonly [name: string]: Readings };
  /** Minutes since Prometheus was asked. */
  readonly age?: number;
  /** `undefined`: none is configured. */
  readonly coverage?: Coverage['state'];
  /** Since when as many stream: minutes. */
  readonly streamingFor?: number;
}
type Readings = { readonly [measure: string]: number };

function assess(
  rules: readonly MeasuredRule[],
  seen: Seen,
): Verdict<HealthState> {
  const index = new FactIndex([metricSample]);
  const kubernetesCluster = 'prometheus:north';
  const put = (
    kind: MetricSampleData['subject']['kind'],
    samples: { readonly [name: string]: Readings } = {},
  ) =>
    Object.entries(samples).forEach(([name, readings]) =>
      index.put({
        kind: metricSample.id,
        kubernetesCluster,
        namespace: 'databases',
        name: `${kind}/${name}`,
        observedAt: new Date(
          Date.parse(NOW) - (seen.age ?? 1) * 60_000,
        ).toISOString(),
        data: {
          kubernetesCluster: 'north',
          subject: { kind, name },
          readings: Object.entries(readings).map(([key, value]) => {
            const [measure, detail] = key.split(':');
            return {
              measure,
              metric: measure,
              ...(detail && { detail }),
              value,
            };
          }),
        },
      }),
    );
  put('Pod', seen.pods);
  put('PersistentVolumeClaim', seen.claims);
  put('ClickHouseInstallation', seen.installations);
  const { coverage = 'synced' } = seen;
  if (!('coverage' in seen) || seen.coverage) {
    index.cover({
      kubernetesCluster,
      kind: metricSample.id,
      state: coverage,
      since: NOW,
      ...(coverage !== 'synced' && { message: 'The reason.' }),
      objects: 1,
    });
  }
  const clock = new AssessmentClock(NOW);
  const context = {
    facts: index.view('north'),
    clock,
    settings: defaultAssessmentSettings,
  };
  const metrics = metricsOf(context, {
    namespace: 'databases',
    names: ['shop', 'shop-sentinel'],
    claims: Object.keys(seen.claims ?? {}),
    wanted: seen.wanted,
    ready: seen.ready,
  });
  const [streaming] = measuredRemarks(metrics);
  return conclude({
    states: healthStates,
    rules,
    subject: {
      ...context,
      metrics,
      isStandby: seen.isStandby,
      memory: {
        get: key =>
          key === 'streaming' && seen.streamingFor !== undefined
            ? {
                value: streaming.value,
                previous: { value: '2', until: NOW },
                since: new Date(ago(seen.streamingFor) * 1000).toISOString(),
              }
            : undefined,
      },
    },
    clock,
    otherwise: () => ({
      state: 'healthy',
      severity: 'info',
      message: 'metricsKnown.none',
      params: { kubernetesCluster: 'north' },
      evidence: [],
    }),
  });
}

const primary = { inRecovery: 0, streamingReplicas: 2 };
const standby = { inRecovery: 1, receiverUp: 1, replicationLag: 0 };
const master = { up: 1, 'role:master': 1 };
const replica = { up: 1, 'role:slave': 1, masterLink: 1 };
const dead = { up: 0 };
const sentinel = { up: 1, 'sentinelQuorum:shop': 1, 'sentinelMaster:shop': 1 };

interface Row extends Seen {
  readonly reason: string;
  /** `healthy`: no finding is about the state. */
  readonly state: HealthState;
  readonly messages: readonly string[];
}

const postgres: readonly Row[] = [
  {
    reason: 'a primary and two standbys that stream',
    wanted: 3,
    pods: { 'shop-0': primary, 'shop-1': standby, 'shop-2': standby },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'one of two streams, for nobody knows how long',
    wanted: 3,
    pods: {
      'shop-0': { ...primary, streamingReplicas: 1 },
      'shop-1': standby,
      'shop-2': { ...standby, receiverUp: 0 },
    },
    state: 'degraded',
    messages: ['replicationStreams.missing'],
  },
  {
    reason: 'one of two gets nothing, and somebody else reads WAL',
    wanted: 3,
    pods: {
      'shop-0': primary,
      'shop-1': standby,
      'shop-2': { ...standby, receiverUp: 0 },
    },
    state: 'degraded',
    messages: ['replicationStreams.missing'],
  },
  {
    reason: 'who is not ready need not stream: others speak about it',
    wanted: 3,
    ready: 2,
    pods: { 'shop-0': { ...primary, streamingReplicas: 1 } },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'standbys that live on an archive, without a primary beside them',
    wanted: 2,
    isStandby: true,
    pods: {
      'shop-0': { inRecovery: 1, receiverUp: 0, streamingReplicas: 1 },
      'shop-1': { ...standby, streamingReplicas: 0 },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason:
      'all replay what another one writes, and nobody says that they shall',
    wanted: 2,
    pods: { 'shop-0': standby, 'shop-1': standby },
    state: 'unknown',
    messages: ['singlePrimary.none'],
  },
  {
    reason: 'a server that is Ready and takes no connections',
    wanted: 1,
    pods: { 'shop-0': dead },
    state: 'unknown',
    messages: ['serverAnswers.silent'],
  },
  {
    reason: 'one of two servers takes no connections',
    wanted: 2,
    pods: { 'shop-0': { up: 1 }, 'shop-1': dead },
    state: 'degraded',
    messages: ['serverAnswers.silent'],
  },
  {
    reason: 'one of two streams since a minute ago',
    wanted: 3,
    pods: { 'shop-0': { ...primary, streamingReplicas: 1 } },
    streamingFor: 1,
    state: 'progressing',
    messages: ['replicationStreams.young'],
  },
  {
    reason: 'one of two streams since ten minutes ago',
    wanted: 3,
    pods: { 'shop-0': { ...primary, streamingReplicas: 1 } },
    streamingFor: 10,
    state: 'degraded',
    messages: ['replicationStreams.missing'],
  },
  {
    reason: 'the standbys are measured and the primary is not: it may have all',
    wanted: 3,
    pods: {
      'shop-1': { ...standby, streamingReplicas: 0 },
      'shop-2': { ...standby, streamingReplicas: 0 },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'no role is measured, and nobody streams from anybody',
    wanted: 2,
    pods: {
      'shop-0': { streamingReplicas: 0 },
      'shop-1': { streamingReplicas: 0 },
    },
    state: 'degraded',
    messages: ['replicationStreams.missing'],
  },
  {
    reason: 'no role is measured, and not all servers are',
    wanted: 2,
    pods: { 'shop-0': { streamingReplicas: 0 } },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'servers that each take writes',
    wanted: 2,
    pods: { 'shop-0': { inRecovery: 0 }, 'shop-1': { inRecovery: 0 } },
    state: 'degraded',
    messages: ['singlePrimary.several'],
  },
  {
    reason: 'a standby that is six minutes behind',
    wanted: 3,
    pods: { 'shop-0': primary, 'shop-1': { ...standby, replicationLag: 360 } },
    state: 'degraded',
    messages: ['replicationLag.behind'],
  },
  {
    reason: 'an archive that failed since its last success, ten minutes ago',
    pods: {
      'shop-0': {
        inRecovery: 0,
        lastArchivedAt: ago(10),
        lastArchiveFailureAt: ago(1),
      },
    },
    state: 'healthy',
    messages: ['walArchived.failing'],
  },
  {
    reason: 'an archive that never worked',
    pods: {
      'shop-0': {
        inRecovery: 0,
        lastArchivedAt: -1,
        lastArchiveFailureAt: ago(1),
      },
    },
    state: 'healthy',
    messages: ['walArchived.failing'],
  },
  {
    reason: 'a failure before the last success is history',
    pods: {
      'shop-0': {
        inRecovery: 0,
        lastArchivedAt: ago(1),
        lastArchiveFailureAt: ago(10),
      },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'a failure that is young',
    pods: {
      'shop-0': {
        inRecovery: 0,
        lastArchivedAt: ago(1),
        lastArchiveFailureAt: ago(0.5),
      },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'failures that are only counted',
    pods: { 'shop-0': { inRecovery: 0, archiveFailures: 3 } },
    state: 'healthy',
    messages: ['walArchived.failing'],
  },
  {
    reason: 'what a standby says of an archive counts for nothing',
    pods: {
      'shop-1': {
        inRecovery: 1,
        archiveFailures: 3,
        waitingWal: 9,
        lastArchivedAt: ago(60),
      },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'WAL that waits for longer than a quarter of an hour',
    pods: {
      'shop-0': { inRecovery: 0, waitingWal: 2, lastArchivedAt: ago(20) },
    },
    state: 'healthy',
    messages: ['walArchived.late'],
  },
  {
    reason: 'an idle server archives nothing for hours, and nothing waits',
    pods: {
      'shop-0': { inRecovery: 0, waitingWal: 0, lastArchivedAt: ago(600) },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'connections that run out',
    pods: { 'shop-0': { connections: 85, connectionLimit: 100 } },
    state: 'healthy',
    messages: ['connectionsLeft.near'],
  },
  {
    reason: 'connections that have run out',
    pods: { 'shop-0': { connections: 97, connectionLimit: 100 } },
    state: 'degraded',
    messages: ['connectionsLeft.full'],
  },
  {
    reason: 'connections without a limit that anybody knows',
    pods: { 'shop-0': { connections: 97 } },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'a slot that holds back more than a quarter of the WAL volume',
    pods: { 'shop-0': { inRecovery: 0, 'inactiveSlot:old': 0.6 * GIB } },
    claims: {
      'shop-0': { volumeUsed: 0, volumeSize: 100 * GIB },
      'shop-0-wal': { volumeUsed: 0, volumeSize: 2 * GIB },
    },
    state: 'healthy',
    messages: ['slotsRead.inactive'],
  },
  {
    reason: 'a slot that holds back little of the data volume',
    pods: { 'shop-0': { inRecovery: 0, 'inactiveSlot:old': 0.6 * GIB } },
    claims: { 'shop-0': { volumeUsed: 0, volumeSize: 100 * GIB } },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'a slot that holds back much of a volume that nobody measures',
    pods: { 'shop-0': { inRecovery: 0, 'inactiveSlot:old': 2 * GIB } },
    state: 'healthy',
    messages: ['slotsRead.inactive'],
  },
  {
    reason: 'a copy of a slot on a standby',
    pods: { 'shop-1': { inRecovery: 1, 'inactiveSlot:old': 50 * GIB } },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'a volume that fills',
    pods: { 'shop-0': { up: 1 } },
    claims: { 'data-shop-0': { volumeUsed: 75, volumeSize: 100 } },
    state: 'healthy',
    messages: ['volumesLeft.near'],
  },
  {
    reason: 'a volume that is all but full',
    pods: { 'shop-0': { up: 1 } },
    claims: { 'data-shop-0': { volumeUsed: 95, volumeSize: 100 } },
    state: 'degraded',
    messages: ['volumesLeft.full'],
  },
  {
    reason: 'nothing is measured of it',
    wanted: 2,
    claims: { 'data-shop-0': { volumeUsed: 1, volumeSize: 100 } },
    state: 'healthy',
    messages: ['metricsKnown.none'],
  },
  {
    reason: 'what was measured is too old',
    wanted: 2,
    age: 6,
    pods: { 'shop-0': { inRecovery: 0, streamingReplicas: 0 } },
    state: 'healthy',
    messages: ['metricsKnown.none'],
  },
  {
    reason: 'nothing is measured of what does not run',
    wanted: 0,
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'no Prometheus is configured',
    wanted: 2,
    coverage: undefined,
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'Prometheus does not answer',
    wanted: 2,
    coverage: 'unreachable',
    state: 'healthy',
    messages: ['coverage.metrics'],
  },
  {
    reason: 'Prometheus was not asked yet',
    wanted: 2,
    coverage: 'syncing',
    state: 'healthy',
    messages: ['coverage.metricsSyncing'],
  },
];

const redis: readonly Row[] = [
  {
    reason: 'a master and two replicas',
    wanted: 3,
    pods: { 'shop-0': master, 'shop-1': replica, 'shop-2': replica },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'the master does not answer, and the replicas are Ready',
    wanted: 3,
    pods: {
      'shop-0': dead,
      'shop-1': { ...replica, masterLink: 0 },
      'shop-2': { ...replica, masterLink: 0 },
    },
    state: 'failed',
    messages: [
      'redisMaster.dead',
      'serverAnswers.silent',
      'redisReplication.cut',
    ],
  },
  {
    reason: 'all follow somebody else',
    wanted: 2,
    pods: { 'shop-0': replica, 'shop-1': replica },
    state: 'failed',
    messages: ['redisMaster.none'],
  },
  {
    reason: 'the master may be the one that is not measured',
    wanted: 3,
    pods: { 'shop-1': replica, 'shop-2': replica },
    state: 'unknown',
    messages: ['redisMaster.unseen'],
  },
  {
    reason: 'a Sentinel that does not answer is no master',
    wanted: 3,
    pods: {
      'shop-1': replica,
      'shop-2': replica,
      'shop-sentinel-0': sentinel,
      'shop-sentinel-1': dead,
    },
    state: 'unknown',
    messages: ['redisMaster.unseen'],
  },
  {
    reason: 'a replica is Ready and does not answer',
    wanted: 2,
    pods: { 'shop-0': master, 'shop-1': dead },
    state: 'degraded',
    messages: ['serverAnswers.silent'],
  },
  {
    reason: 'two masters',
    wanted: 2,
    pods: { 'shop-0': master, 'shop-1': master },
    state: 'degraded',
    messages: ['redisMaster.several'],
  },
  {
    reason: 'masters that share the keys',
    wanted: 2,
    pods: {
      'shop-0': { ...master, clusterMode: 1 },
      'shop-1': { ...master, clusterMode: 1 },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'a snapshot that fails',
    wanted: 1,
    pods: { 'shop-0': { ...master, snapshotSaved: 0 } },
    state: 'degraded',
    messages: ['redisPersistence.failing'],
  },
  {
    reason: 'an append-only file that cannot be written',
    wanted: 1,
    pods: { 'shop-0': { ...master, snapshotSaved: 1, appendOnlyWritten: 0 } },
    state: 'degraded',
    messages: ['redisPersistence.failing'],
  },
  {
    reason: 'Sentinels without a quorum',
    wanted: 1,
    pods: {
      'shop-0': master,
      'shop-sentinel-0': { ...sentinel, 'sentinelQuorum:shop': 0 },
    },
    state: 'degraded',
    messages: ['redisSentinels.quorum'],
  },
  {
    reason: 'a Sentinel that does not reach the master',
    wanted: 1,
    pods: {
      'shop-0': master,
      'shop-sentinel-0': { ...sentinel, 'sentinelMaster:shop': 0 },
    },
    state: 'degraded',
    messages: ['redisSentinels.master'],
  },
];

const clickhouse: readonly Row[] = [
  {
    reason: 'replicas that keep up',
    wanted: 2,
    pods: {
      'shop-0': {
        readonlyReplicas: 0,
        replicaDelay: 3,
        replicaQueue: 99,
        keeperSessions: 1,
      },
    },
    state: 'healthy',
    messages: [],
  },
  {
    reason: 'tables that take no writes',
    wanted: 2,
    pods: { 'shop-0': { readonlyReplicas: 4, keeperSessions: 0 } },
    state: 'degraded',
    messages: ['clickhouseReplicas.readonly', 'clickhouseKeeper.none'],
  },
  {
    reason: 'the exporter of an operator says so of an installation',
    wanted: 2,
    installations: { shop: { readonlyReplicas: 4 } },
    state: 'degraded',
    messages: ['clickhouseReplicas.readonly'],
  },
  {
    reason: 'replicas that are behind',
    wanted: 2,
    pods: { 'shop-0': { replicaDelay: 600, replicaQueue: 100 } },
    state: 'degraded',
    messages: ['clickhouseReplicas.behind', 'clickhouseReplicas.queue'],
  },
  {
    reason: 'more than one session',
    wanted: 2,
    pods: { 'shop-0': { keeperSessions: 3 } },
    state: 'healthy',
    messages: ['clickhouseKeeper.several'],
  },
  {
    reason: 'a server alone needs no session',
    wanted: 1,
    pods: { 'shop-0': { keeperSessions: 0 } },
    state: 'healthy',
    messages: [],
  },
];

const cases = [
  ...postgres.map(row => ({
    engine: 'PostgreSQL',
    rules: measuredPostgresRules,
    ...row,
  })),
  ...redis.map(row => ({ engine: 'Redis', rules: measuredRedisRules, ...row })),
  ...clickhouse.map(row => ({
    engine: 'ClickHouse',
    rules: measuredClickhouseRules,
    ...row,
  })),
];

describe('what metrics show', () => {
  it.each(cases)(
    '$engine: $reason',
    ({ engine, reason, rules, state, messages, ...seen }) => {
      const verdict = assess(rules, seen);
      expect(verdict.findings.map(({ message }) => message)).toEqual(messages);
      expect(verdict.state).toBe(state);
      for (const { summary, remedy, evidence } of verdict.findings) {
        expect(`${summary} ${remedy}`).not.toMatch(/[{}]|undefined|NaN/);
        expect(evidence).not.toEqual([]);
      }
    },
  );

  it('is put into every sentence, and by every rule, in some row', () => {
    const heard = cases.flatMap(
      ({ rules, ...seen }) => assess(rules, seen).findings,
    );
    const messages = heard.map(({ message }) => message);
    const rules = heard.map(({ rule }) => rule);
    expect(Object.keys(english).filter(key => !messages.includes(key))).toEqual(
      [],
    );
    expect(
      allRules.map(({ id }) => id).filter(id => !rules.includes(id)),
    ).toEqual([]);
  });

  it('counts for nothing when it becomes too old, and says when', () => {
    const { nextChangeAt } = assess(measuredRedisRules, {
      wanted: 1,
      pods: { 'shop-0': master },
    });
    expect(nextChangeAt).toBe('2026-11-21T12:04:00.001Z');
  });

  it('never fails, and never makes anything better, whatever is measured', () => {
    const value = fc.oneof(
      fc.integer({ min: -1, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const readings = fc.dictionary(
      fc.constantFrom(
        ...(Object.keys(measures) as Measure[]).flatMap(measure => [
          measure,
          `${measure}:master`,
        ]),
      ),
      value,
    );
    const names = fc.constantFrom('shop-0', 'shop-1', 'shop-sentinel-0');
    fc.assert(
      fc.property(
        fc.record({
          wanted: fc.integer({ min: 0, max: 3 }),
          pods: fc.dictionary(names, readings),
          claims: fc.dictionary(names, readings),
        }),
        seen => {
          const { findings } = assess(allRules, seen);
          for (const { state } of findings) {
            expect([
              undefined,
              'failed',
              'degraded',
              'unknown',
              'progressing',
            ]).toContain(state);
          }
        },
      ),
    );
  });
});

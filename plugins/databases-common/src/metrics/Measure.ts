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

/** What the value of a measure is, and so how it is rounded and shown. @public */
export type MeasureUnit = 'flag' | 'count' | 'seconds' | 'bytes' | 'instant';

/**
 * What is measured of databases, whatever the exporter calls it. A `flag` is 0 or
 * 1, an `instant` seconds since the epoch.
 *
 * @public
 */
export const measures = {
  /** Whether the exporter reaches the server. */
  up: 'flag',

  /** PostgreSQL: whether it replays what another one writes. */
  inRecovery: 'flag',
  /** Of a standby: whether WAL comes in. */
  receiverUp: 'flag',
  replicationLag: 'seconds',
  /** Standbys that stream from it. */
  streamingReplicas: 'count',
  lastArchivedAt: 'instant',
  lastArchiveFailureAt: 'instant',
  /** WAL segments that failed lately, where nothing else was archived. */
  archiveFailures: 'count',
  /** WAL segments that wait to be archived. */
  waitingWal: 'count',
  connections: 'count',
  connectionLimit: 'count',
  /** WAL that a slot holds back which nobody reads; the detail is its name. */
  inactiveSlot: 'bytes',

  /** Redis: 1; the detail is `master` or `slave`. */
  role: 'flag',
  /** Whether it shares its keys with other masters. */
  clusterMode: 'flag',
  masterLink: 'flag',
  snapshotSaved: 'flag',
  appendOnlyWritten: 'flag',
  /** Sentinel; the detail is the name of the master. */
  sentinelQuorum: 'flag',
  sentinelMaster: 'flag',

  /** ClickHouse: replicated tables that take no writes. */
  readonlyReplicas: 'count',
  replicaDelay: 'seconds',
  replicaQueue: 'count',
  /** Sessions with ZooKeeper or Keeper. */
  keeperSessions: 'count',

  /** Of a volume claim. */
  volumeUsed: 'bytes',
  volumeSize: 'bytes',

  /** Of a CronJob or a Job: what its newest backup left behind, and when. */
  backupSize: 'bytes',
  backupSizeAt: 'instant',
} as const satisfies { readonly [measure: string]: MeasureUnit };

/** @public */
export type Measure = keyof typeof measures;

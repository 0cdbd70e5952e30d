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

import { clickhouseKeeper } from './clickhouseKeeper';
import { clickhouseReplicas } from './clickhouseReplicas';
import { connectionsLeft } from './connectionsLeft';
import { MeasuredRule } from './MeasuredSubject';
import { metricsKnown } from './metricsKnown';
import { redisMaster } from './redisMaster';
import { redisPersistence } from './redisPersistence';
import { redisReplication } from './redisReplication';
import { redisSentinels } from './redisSentinels';
import { replicationLag } from './replicationLag';
import { replicationStreams } from './replicationStreams';
import { serverAnswers } from './serverAnswers';
import { singlePrimary } from './singlePrimary';
import { slotsRead } from './slotsRead';
import { volumesLeft } from './volumesLeft';
import { walArchived } from './walArchived';

/** For PostgreSQL under CloudNativePG, whose status tells who the primary is. */
export const measuredCnpgRules: readonly MeasuredRule[] = [
  serverAnswers,
  replicationStreams,
  replicationLag,
  walArchived,
  connectionsLeft,
  slotsRead,
  volumesLeft,
  metricsKnown,
];

/** For any other PostgreSQL. */
export const measuredPostgresRules: readonly MeasuredRule[] = [
  singlePrimary,
  ...measuredCnpgRules,
];

export const measuredRedisRules: readonly MeasuredRule[] = [
  redisMaster,
  serverAnswers,
  redisReplication,
  redisPersistence,
  redisSentinels,
  volumesLeft,
  metricsKnown,
];

/** For engines of which nobody asks an exporter. */
export const measuredVolumeRules: readonly MeasuredRule[] = [volumesLeft];

export const measuredClickhouseRules: readonly MeasuredRule[] = [
  clickhouseReplicas,
  clickhouseKeeper,
  volumesLeft,
  metricsKnown,
];

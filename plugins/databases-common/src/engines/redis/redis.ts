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

import { redisMetrics } from '../../metrics/redisMetrics';
import { Engine } from '../Engine';
import { measuredRedisRules } from '../measured/measuredRules';
import { statefulSetCredentials } from '../statefulSets/statefulSetCredentials';
import { statefulSetObservation } from '../statefulSets/statefulSetObservation';
import { redisFollows } from './rules/redisFollows';
import { redisVotes } from './rules/redisVotes';

/**
 * Redis, and Valkey, which speaks the same protocol; with Sentinel or without.
 *
 * @public
 */
export const redis: Engine = {
  id: 'redis',
  title: 'Redis',
  maturity: 'observe-only',
  observation: statefulSetObservation({
    id: 'redis',
    port: 6379,
    hasOneWriter: true,
    rules: [redisFollows, redisVotes, ...measuredRedisRules],
    metrics: redisMetrics,
    credentials: statefulSetCredentials('redis', 'at-start'),
    client: 'redis-cli',
  }),
};

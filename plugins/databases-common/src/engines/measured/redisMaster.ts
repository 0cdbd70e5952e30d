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

import { observation } from '../../messages';
import { MeasuredRule } from './MeasuredSubject';
import { silentServers } from './silentServers';

/**
 * A replica of a dead master is Ready, so the API server shows nothing: exactly
 * one that has the role decides. Masters of a Redis Cluster share the keys.
 */
export const redisMaster: MeasuredRule = {
  id: 'redis-master',
  title: 'Whether exactly one Redis is master, by metrics.',
  check({ metrics }) {
    const { wanted } = metrics;
    const roles = metrics.of('role');
    const dead = silentServers(metrics);
    const masters = roles.filter(({ detail }) => detail === 'master');
    const shares = metrics.of('clusterMode').some(({ value }) => value === 1);
    if (masters.length > 1) {
      return shares
        ? []
        : [
            observation(
              'redisMaster.several',
              { pods: masters.map(({ subject }) => subject) },
              {
                state: 'degraded',
                severity: 'error',
                evidence: masters.map(({ evidence }) => evidence),
              },
            ),
          ];
    }
    const known = [...roles, ...dead];
    if (masters.length || !known.length || wanted === undefined) {
      return [];
    }
    const count = new Set(known.map(({ subject }) => subject)).size;
    const evidence = known.map(seen => seen.evidence);
    return count >= wanted
      ? [
          dead.length
            ? observation(
                'redisMaster.dead',
                { dead: dead.map(({ subject }) => subject) },
                { state: 'failed', severity: 'error', evidence },
              )
            : observation(
                'redisMaster.none',
                {},
                { state: 'failed', severity: 'error', evidence },
              ),
        ]
      : [
          observation(
            'redisMaster.unseen',
            { count, wanted },
            { state: 'unknown', severity: 'warning', evidence },
          ),
        ];
  },
};

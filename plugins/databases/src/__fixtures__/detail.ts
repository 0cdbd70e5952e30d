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

import {
  DatabaseDetail,
  DatabaseIdentity,
  LaneId,
  laneIds,
} from '@basewell/plugin-databases-common';
import { toneOf } from '../parts';
import { description } from './descriptions';
import { hoursAgo, minutesAgo } from './instants';
import { verdict } from './verdict';

const loudness = ['bad', 'warning', 'unknown', 'moving', 'quiet', 'good'];

/** A database of `app` that is well, but for what is given. */
export function detail(
  app: string,
  more: Partial<Omit<DatabaseDetail, 'database'>> & {
    readonly database?: Partial<DatabaseIdentity>;
  } = {},
): DatabaseDetail {
  const name = `${app}-cnpg`;
  const {
    kubernetesCluster = 'production',
    namespace = 'databases',
    owner = 'group:default/storefront',
  } = more.database ?? {};
  const lanes: DatabaseDetail['lanes'] = {
    health: verdict('healthy', 'All 3 instances are ready.', {
      since: hoursAgo(12 * 24),
      evidence: [
        {
          object: `Cluster ${namespace}/${name}`,
          field: 'status.readyInstances',
          value: '3',
          observedAt: minutesAgo(1),
        },
        {
          object: `Cluster ${namespace}/${name}`,
          field: 'status.phase',
          value: 'Cluster in healthy state',
          observedAt: minutesAgo(1),
        },
      ],
    }),
    credential: verdict('in-sync', 'PostgreSQL has what the SOPS file holds.', {
      since: hoursAgo(72),
      source: 'sops',
    }),
    backup: verdict('fresh', 'The newest backup is 7 h old.', {
      since: hoursAgo(7),
      evidence: [
        {
          object: `Backup ${namespace}/${app}-backup-20261121`,
          field: 'status.phase',
          value: 'completed',
          observedAt: minutesAgo(1),
        },
      ],
    }),
    delivery: verdict('synced', 'What is in Git is what runs.', {
      since: hoursAgo(3),
    }),
    ...more.lanes,
  };
  const worst = laneIds
    .flatMap(lane => {
      const state = lanes[lane]?.state;
      return state === undefined ? [] : [{ lane: lane as LaneId, state }];
    })
    .sort(
      (a, b) =>
        loudness.indexOf(toneOf(a.lane, a.state)) -
        loudness.indexOf(toneOf(b.lane, b.state)),
    )[0];
  return {
    owners: [{ ref: owner }],
    engineTitle: 'PostgreSQL (CloudNativePG)',
    worst,
    description: description(app),
    links: [
      { title: 'Dashboard', url: `https://grafana.example.test/d/cnpg/${app}` },
    ],
    runbooks: {
      'backup/stale': 'https://runbooks.example.test/backup-stale',
      'health/disk-full': 'https://runbooks.example.test/disk-full',
    },
    ...more,
    lanes,
    database: {
      id: `cnpg.${namespace}.${name}@${kubernetesCluster}`,
      engine: 'cnpg',
      kubernetesCluster,
      namespace,
      name,
      version: '17',
      app,
      environment: 'prod',
      owner,
      services: [`component:default/${app}`],
      createdAt: hoursAgo(200 * 24),
      ...more.database,
    },
  };
}

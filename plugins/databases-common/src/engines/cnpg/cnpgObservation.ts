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

import { AssessmentSubject, Remark } from '../../assessment';
import {
  ClusterData,
  cnpgCluster,
  cnpgDatabase,
  cnpgPooler,
  endpointSlice,
  event,
  metricSample,
  node,
  persistentVolumeClaim,
  pod,
  podDisruptionBudget,
} from '../../kinds';
import { cnpgMetrics } from '../../metrics/cnpgMetrics';
import { EngineObservation } from '../EngineObservation';
import { measuredRemarks } from '../measured/MeasuredSubject';
import { ownTrackingIds } from '../ownTrackingIds';
import { assessHealth, clusterOf } from './assessHealth';
import { assessObject } from './assessObject';
import { cnpgHealthRules } from './cnpgHealthRules';
import { cnpgCredentials } from './cnpgCredentials';
import { describeDatabase } from './describeDatabase';
import { gatherHealth } from './gatherHealth';
import { identify } from './identify';

/** How databases of CloudNativePG are recognized, judged and described. */
export const cnpgObservation: EngineObservation = {
  anchors: [cnpgCluster, cnpgDatabase],
  credentials: cnpgCredentials,
  rules: cnpgHealthRules,
  observes: [
    cnpgCluster,
    pod,
    persistentVolumeClaim,
    endpointSlice,
    cnpgPooler,
    cnpgDatabase,
    podDisruptionBudget,
    node,
    event,
    metricSample,
  ],
  metrics: cnpgMetrics,
  identify,
  addresses,
  tracking: subject =>
    ownTrackingIds([clusterOf(subject)].flatMap(cluster => cluster ?? [])),
  assess: assessHealth,
  describe: describeDatabase,
  remember,
  assessObject,
};

/** The operator names its services; poolers are services of their own. */
function addresses({ database, facts }: AssessmentSubject): readonly string[] {
  const { namespace, name } = database;
  const poolers = facts.of(cnpgPooler, `${namespace}/${name}`);
  return [
    `${name}-rw`,
    ...poolers.map(pooler => pooler.name),
    `${name}-r`,
    `${name}-ro`,
  ].map(service => `${service}.${namespace}`);
}

/** A phase has no time, nor have a count and an address: what changed, and when, is ours to keep. */
function remember(subject: AssessmentSubject): readonly Remark[] {
  const cluster = clusterOf(subject);
  return cluster ? remarks(gatherHealth(cluster, subject)) : [];
}

function remarks({
  cluster,
  instances,
  hibernation,
  writers,
  metrics,
}: ReturnType<typeof gatherHealth>): readonly Remark[] {
  const { status }: ClusterData = cluster.data;
  return [
    { key: 'phase', value: status?.phase ?? '' },
    { key: 'hibernation', value: hibernation },
    ...(instances.ready === undefined
      ? []
      : [{ key: 'ready', value: String(instances.ready) }]),
    ...(writers?.length
      ? [
          {
            key: 'writer',
            value: writers.some(({ data }) => data.ready > 0) ? 'some' : 'none',
          },
        ]
      : []),
    ...measuredRemarks(metrics),
  ];
}

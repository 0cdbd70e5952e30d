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

import { KubeObject } from '../model';
import { ObservedKind } from '../observation';

/**
 * What the metrics say about one pod, volume claim or custom resource of a
 * Kubernetes cluster. `observedAt` of the fact is when they were asked for.
 *
 * @public
 */
export interface MetricSampleData {
  /** Of which the Prometheus has the metrics. */
  readonly kubernetesCluster: string;
  /** What they speak about, in the namespace of the fact. */
  readonly subject: {
    readonly kind:
      | 'Pod'
      | 'PersistentVolumeClaim'
      | 'ClickHouseInstallation'
      /** Or a CronJob: which of the two nobody says. */
      | 'Job';
    readonly name: string;
  };
  readonly readings: readonly MetricReading[];
}

/** @public */
export interface MetricReading {
  /** What is measured; see `metrics/Measure`. */
  readonly measure: string;
  /** Name in Prometheus of what it is computed from, for the evidence. */
  readonly metric: string;
  /** Which of several it is: a slot, a role. */
  readonly detail?: string;
  /** Rounded to what matters, so that noise is no change. */
  readonly value: number;
}

/**
 * Metrics of databases. They are found under
 * `<Kubernetes cluster>/<namespace>/<name>`, where the name is that of the
 * StatefulSet, CNPG cluster or custom resource that a pod belongs to; those of a
 * volume claim under `<Kubernetes cluster>/<namespace>/claim/<claim>`, and those of a
 * job under `<Kubernetes cluster>/<namespace>/job/<job>`.
 *
 * @public
 */
export const metricSample: ObservedKind<MetricSampleData> = {
  id: 'samples.metrics',
  origin: 'metrics',
  group: '',
  versions: [],
  resource: 'samples',
  kind: 'Metrics',
  namespaced: true,
  elsewhere: true,
  feeds:
    'Metrics tell what no API server knows: replication, archiving, connections, roles, disk use.',
  lane: 'health',
  // They are read by the reader of metrics, which makes the facts itself.
  project: (_object: KubeObject) => undefined,
  keys: ({ namespace, data: { kubernetesCluster, subject } }) => [
    [kubernetesCluster, namespace, ownerOf(subject)].join('/'),
  ],
};

function ownerOf({ kind, name }: MetricSampleData['subject']): string {
  switch (kind) {
    case 'Pod':
      // Instances of StatefulSets and of CNPG end in their number.
      return name.replace(/-\d+$/, '');
    case 'PersistentVolumeClaim':
      return `claim/${name}`;
    case 'Job':
      return `job/${name}`;
    default:
      return name;
  }
}

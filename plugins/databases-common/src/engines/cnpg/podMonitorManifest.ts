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

import { syncWave } from '../../manifests';
import { DatabaseDraft, Manifest } from '../../model';

/**
 * Has Prometheus scrape the instances. The operator's own PodMonitor is
 * deprecated; poolers carry the same cluster label and the same port name, so
 * the role has to be part of the selector.
 */
export function podMonitorManifest(database: DatabaseDraft): Manifest {
  const { names } = database;
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: {
      name: names.cluster,
      namespace: names.databasesNamespace,
      labels: database.labels,
      annotations: { ...database.annotations, ...syncWave('PodMonitor') },
    },
    spec: {
      selector: {
        matchLabels: {
          'cnpg.io/cluster': names.cluster,
          'cnpg.io/podRole': 'instance',
        },
      },
      podMetricsEndpoints: [{ port: 'metrics' }],
    },
  };
}
